/** `npm run doctor`: what is right, what is wrong, and what to do (docs/line.md, docs/embed.md). */
import { config as readDotenv } from 'dotenv';
import { run } from './run.ts';

readDotenv({ quiet: true });
process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  say: (line) => console.log(line),
});
