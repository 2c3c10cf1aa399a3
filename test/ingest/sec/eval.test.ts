import { join } from 'node:path';
import { measure } from '../../../eval/sec';

test('SEC numbers are exact wherever there is a key: value, days, how they were had, accession numbers', async () => {
  const scores = await measure(join(__dirname, '../../../../shared/data'));
  expect(scores.map(({ name, wrong }) => ({ name, wrong }))).toEqual(scores.map(({ name }) => ({ name, wrong: [] })));
  expect(scores[0]).toMatchObject({ name: 'quarters of apple, shipped', right: 75, total: 75 });
  // A table of which nothing is compared would be right as well.
  for (const { total } of scores) expect(total).toBeGreaterThan(50);
}, 60_000);
