import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withServer } from './server';
import { openBuild } from './store/build';
import { fill } from './store/fill';
import { measureSearches, printSearches } from './store/searches';
import type { Shape } from './store/world';

/**
 * How long searches take, from common words to rare ones, the slowest first: `npm run bench:searches [-- --utterances 100000]`. Documents
 * are like the world's: a thousand companies of which a few have most, twenty-four quarters.
 */
const { values: options } = parseArgs({ options: { utterances: { type: 'string', default: '100000' } } });

const SHAPE: Shape = { name: 'tailed', companies: 1_000, skew: 1, quarters: 24 };

async function main(): Promise<void> {
  await withServer(false, async (url) => {
    const build = await openBuild(resolve('.'), url);
    await fill([build], SHAPE, Number(options.utterances));
    process.stdout.write(`${printSearches(await measureSearches(build, SHAPE))}\n`);
    await build.close(false);
  });
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
