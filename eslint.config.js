import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Which room may import from which: the table of docs/architecture.md, kept true here. `!` marks an exception. */
const MAY_IMPORT = {
  domain: ['domain', 'errors.ts'],
  replies: ['replies'],
  dialogs: ['dialogs', 'domain', 'replies'],
  seeds: ['seeds', 'domain', 'errors.ts'],
  store: ['store', 'bot/port.ts', 'domain', 'replies', 'errors.ts'],
  bot: ['bot', 'dialogs', 'domain', 'replies', 'seeds/load.ts', 'store/port.ts', 'errors.ts'],
  adapters: ['adapters', 'bot/port.ts', 'bot/information.ts', 'domain/locales.ts', 'replies', 'errors.ts'],
  web: ['web', 'replies'],
};
const ROOMS = [
  ...Object.keys(MAY_IMPORT),
  'errors.ts',
  'settings.ts',
  'server.ts',
  'scripts',
  'test',
  'bench',
];

const zones = Object.entries(MAY_IMPORT).flatMap(([room, allowed]) =>
  ROOMS.flatMap((other) => {
    const exceptions = allowed.filter((path) => path === other || path.startsWith(`${other}/`));
    if (exceptions.includes(other)) return [];
    return [
      {
        target: `./${room}`,
        from: `./${other}`,
        ...(exceptions.length > 0 && {
          except: exceptions.map((path) => `./${path.slice(other.length + 1)}`),
        }),
        message: `${room}/ may import only ${allowed.join(', ')} (docs/architecture.md).`,
      },
    ];
  }),
);

/** Libraries that belong to one room. */
const ONLY_IN = {
  sqlite3: 'store',
  xstate: 'dialogs and bot',
  restify: 'adapters and server.ts',
  '@line/bot-sdk': 'adapters/line',
  i18next: 'bot',
  kuromoji: 'scripts',
};
const restricted = (allowed) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      paths: Object.entries(ONLY_IN)
        .filter(([name]) => !allowed.includes(name))
        .map(([name, where]) => ({ name, message: `Only ${where} may use it.` })),
    },
  ],
});

export default tseslint.config(
  {
    ignores: ['node_modules', 'data', 'coverage', 'test/output', 'web/dist', '**/*.js', '!eslint.config.js'],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.js'] })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // `!` after a check that the compiler cannot follow is shorter and no less safe than a second check.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      ...restricted([]),
    },
  },
  { files: ['store/**/*.ts'], rules: restricted(['sqlite3']) },
  { files: ['dialogs/**/*.ts'], rules: restricted(['xstate']) },
  { files: ['bot/**/*.ts'], rules: restricted(['xstate', 'i18next']) },
  { files: ['adapters/**/*.ts', 'server.ts'], rules: restricted(['restify']) },
  { files: ['adapters/line/**/*.ts'], rules: restricted(['restify', '@line/bot-sdk']) },
  { files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'], rules: restricted(Object.keys(ONLY_IN)) },
  { files: ['scripts/**/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['test/**/*.ts', 'bench/**/*.ts'], rules: { '@typescript-eslint/no-empty-function': 'off' } },
);
