import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isCounted, measure } from '../../eval/filed-figures';

const DATA = join(__dirname, '../../../shared/data');

// The documents are others' to publish: without them beside the checkout nothing is held.
(existsSync(join(DATA, 'sec')) ? test : test.skip)(
  'what a call and a release give as the company’s agrees with its filings, or is listed with its reason',
  async () => {
    const filed = await measure(DATA);
    const { checks, parts } = filed ?? { checks: [], parts: [] };
    expect(parts.map(({ file, figure }) => [file, figure.metric, figure.text])).toEqual([]);
    expect(checks.filter(isCounted).length).toBeGreaterThan(45);
    for (const { reason } of checks) expect(reason).not.toBe('');
    expect(
      checks
        .filter(({ outcome }) => outcome === 'DIFFERS')
        .map(({ file, figure, reason }) => `${file}: ${figure.metric} ${figure.period} ${figure.value}: ${reason}`),
    ).toEqual(KNOWN);
  },
  60_000,
);

/** Growth that an article reckoned or took from elsewhere, and printed so: its words are read right, and they differ from the filings. */
const KNOWN: readonly string[] = [
  'article.txt: revenue FY2024Q4 48390000000: grew 20.6278 %',
  'article.txt: net_income FY2024Q4 20800000000: grew 48.6623 %',
];
