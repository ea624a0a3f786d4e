/** `npm run line:setup`: the rich menu of the LINE Official Account (docs/line.md). */
import { config as readDotenv } from 'dotenv';
import { run } from './setup/run.ts';

readDotenv({ quiet: true });
process.exitCode = await run(process.argv.slice(2), process.env, (line) => console.log(line));
