/** Tests run as CommonJS through swc (fast, no type check: `npm run check` does that). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '\\.[jt]sx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(i18next|@line|zod|xstate|pino|playwright-core)/)'],
  testTimeout: 30_000,
  setupFilesAfterEnv: ['<rootDir>/test/support/setup.js'],
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/test/support/summary.js'],
};
