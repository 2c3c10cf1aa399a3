import { readFileSync } from 'node:fs';
import { measureAll, PARTS, type Part } from '../../eval/measures';
import { SNAPSHOT } from '../../eval/run';

const known: Record<string, number> = JSON.parse(readFileSync(SNAPSHOT, 'utf8'));

test('no figure on own fixtures is below the one that was committed', async () => {
  const own = await measureAll(null, ['own'], Object.keys(PARTS) as Part[]);
  expect(own.length).toBeGreaterThan(9);
  const dropped = own.flatMap(({ name, value, isBadHigh }) => {
    const before = known[`own: ${name}`];
    if (before === undefined) return [`${name} is not in the snapshot; \`npm run eval -- --update\` adds it`];
    const isWorse = isBadHigh ? value > before + 5e-5 : value < before - 5e-5;
    return isWorse ? [`${name}: ${value.toFixed(4)}, was ${before}`] : [];
  });
  expect(dropped).toEqual([]);
});
