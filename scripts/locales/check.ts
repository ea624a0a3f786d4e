/** Proves that every language has every key, with the same parameters, within the rules of docs/voice.md. */
import path from 'node:path';
import { localeProblems } from './rules.ts';

const problems = localeProblems(path.join(import.meta.dirname, '../../locales'));
for (const problem of problems) console.log(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
