/** Loads the seeds and prints what is wrong with their words: `node scripts/seeds/check.ts [seedsDir]`. */
import { checkSeeds } from './check-seeds.ts';

const problems = await checkSeeds(process.argv[2] ?? 'seeds');
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'Seeds are sound.' : `${problems.length} problems in the seeds.`);
if (problems.length > 0) process.exitCode = 1;
