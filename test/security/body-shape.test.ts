import { checkShape } from '../../src/server/http/body-shape';
import { processorMs } from '../support/processor-time';

const MOST = 5_000;
const body = (variables: string) => Buffer.from(`{"query":"mutation { x }","variables":${variables}}`);

test.each([
  ['lists in lists', '['.repeat(4_000_000)],
  ['objects in objects', '{"a":'.repeat(1_500_000)],
  ['empty lists', `[${'[],'.repeat(2_500_000)}[]]`],
  ['numbers', `[${'1,'.repeat(4_000_000)}1]`],
  ['keys', `{${Array.from({ length: 400_000 }, (_, i) => `"k${i}":[]`).join()}}`],
])('8 MB of %s are refused before they are parsed, at the first excess', (_, variables) => {
  const bytes = body(variables);
  const before = processorMs();
  expect(() => checkShape(bytes, MOST)).toThrow(/nested more than|values in its variables/);
  expect(processorMs() - before).toBeLessThan(500);
});

test('a long text is one value, whatever brackets stand in it', () => {
  const content = JSON.stringify(JSON.stringify(Array.from({ length: 100_000 }, (_, i) => [i, '"', '\\'])));
  expect(() => checkShape(body(`{"input":{"content":${content}}}`), MOST)).not.toThrow();
  expect(() => checkShape(body(JSON.stringify({ ids: Array(MOST - 10).fill('x') })), MOST)).not.toThrow();
});
