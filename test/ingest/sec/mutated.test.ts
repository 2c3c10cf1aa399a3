import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../../src/ingest/formats';
import { type DocumentFormat, NO_HINTS } from '../../../src/ingest/formats/format';
import { secCompanyfactsFormat } from '../../../src/ingest/formats/sec-companyfacts.format';
import { secIxbrlFormat } from '../../../src/ingest/formats/sec-ixbrl.format';
import { Source } from '../../../src/ingest/source';
import { Random } from '../../support/random';
import { runCount, runSeed } from '../../support/settings';

const RUNS = runCount('MUTATIONS', 150);
const SPLICES = [
  '"',
  '<',
  '>',
  '{',
  '}',
  '[',
  ',',
  '\\',
  '\0',
  '-',
  '9e999',
  'null',
  '</ix:nonFraction>',
  '<ix:exclude>',
  '\ud800',
  '2024-13-01',
];

/** The first rows of each concept of a real file. */
function companyFacts(): string {
  const file = JSON.parse(readFileSync(join(__dirname, '../../../eval/fixtures/sec/snowflake-excerpt.json'), 'utf8'));
  for (const { units } of Object.values(file.facts['us-gaap']) as { units: { USD: unknown[] } }[]) units.USD.splice(12);
  return JSON.stringify(file);
}

const INPUTS: readonly [string, DocumentFormat, string][] = [
  ['inline XBRL', secIxbrlFormat, readFileSync(join(__dirname, 'quarterly-report.htm'), 'utf8')],
  ['company facts', secCompanyfactsFormat, companyFacts()],
];

test.each(INPUTS)(
  `%s, ${RUNS} times damaged: read or refused with a reason, never anything else`,
  async (name, format, text) => {
    const random = new Random(runSeed());
    const other: string[] = [];
    let refused = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const damaged = damage(text, random);
      const source = new Source(name, Buffer.from(damaged));
      for (const each of FORMATS) expect(each.recognises(source)).toBeLessThanOrEqual(1);
      try {
        for (const { facts, text: read, blocks } of await format.parse(source, NO_HINTS)) {
          if (facts.some(({ value }) => !/^-?\d+(\.\d+)?$/.test(value)))
            other.push(`run ${run}: a value that is no number`);
          if (blocks.some(({ start, end }) => start >= end || end > read.length))
            other.push(`run ${run}: a block outside the text`);
        }
      } catch (error) {
        if ((error as Error).name === 'ImportError') refused += 1;
        else other.push(`run ${run}: ${(error as Error).stack}`);
      }
    }
    expect(other).toEqual([]);
    // Damage that nobody notices would prove nothing.
    expect(refused).toBeGreaterThan(RUNS / 10);
  },
);

function damage(text: string, random: Random): string {
  let damaged = text;
  for (let i = random.below(4); i >= 0; i -= 1) {
    const at = random.below(damaged.length);
    const length = random.below(random.chance(0.2) ? 500 : 5);
    const splice = random.chance(0.6) ? random.pick(SPLICES) : '';
    damaged = damaged.slice(0, at) + splice + damaged.slice(at + length);
  }
  return damaged;
}
