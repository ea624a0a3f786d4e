/**
 * Re-tabulates the official data into the generated seeds (see seeds/README.md). The same data give the same bytes.
 *
 *     node scripts/seeds/build.ts <dataDir> [seedsDir] [outDir]
 *
 * Hand-kept seeds (group names, decisions, years) are read from seedsDir (default `seeds`); files are written
 * below outDir (default: seedsDir).
 */
import { tabulate } from './tabulate.ts';
import { writeAll } from './write.ts';

const [dataDir, seedsDir = 'seeds', outDir = seedsDir] = process.argv.slice(2);
if (dataDir === undefined) {
  console.error('Usage: node scripts/seeds/build.ts <dataDir> [seedsDir] [outDir]');
  process.exitCode = 2;
} else {
  const files = await tabulate(dataDir, seedsDir);
  await writeAll(outDir, files);
  for (const [path, text] of Object.entries(files))
    console.log(`${path}: ${text.split('\n').length - 1} lines`);
}
