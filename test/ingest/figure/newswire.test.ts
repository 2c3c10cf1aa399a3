import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NO_SPEECH, plainDocument } from '../../../eval/plain-document';
import { renderFigure } from '../../../eval/render-figure';
import { extractFigures } from '../../../src/ingest/extract/figure/extract-figures';
import type { Occasion, Speech, Spoken } from '../../../src/ingest/extract/finding';
import { findOccasion } from '../../../src/ingest/extract/occasion/find-occasion';
import { NO_METADATA } from '../../../src/ingest/neutral-document';

const OCCASION: Occasion = {
  type: null,
  company: 'Corvane',
  symbol: null,
  cik: null,
  period: 'FY2021Q3',
  date: null,
  startsAt: null,
  confidence: 1,
};

const read = (text: string) => extractFigures(plainDocument(text), OCCASION, NO_SPEECH).map(renderFigure);

/** Sentences as newswires and calls have them, about FY2021Q3, with keys by hand. */
const CASES: readonly (readonly [sentence: string, ...expected: string[]])[] = [
  [
    'Earnings per share came in at $2.40 versus $2.35 expected.',
    'LEVEL eps_diluted FY2021Q3 2.4 USD/shares',
    'FORECAST eps_diluted FY2021Q3 2.35 USD/shares',
  ],
  [
    'Net income climbed to $36.3 billion, or $2.40 per share, from $33.9 billion, or $2.18 per share, in the year-ago period.',
    'LEVEL net_income FY2021Q3 36300000000 USD',
    'LEVEL eps_diluted FY2021Q3 2.4 USD/shares',
    'LEVEL net_income FY2020Q3 33900000000 USD',
    'LEVEL eps_diluted FY2020Q3 2.18 USD/shares',
  ],
  ['Shares of the company fell 3% in after-hours trading.'],
  [
    'We are increasing our full-year 2021 adjusted EPS guidance range to $7.10 to $7.30 from $6.80 to $7.10.',
    'GUIDANCE adjusted_eps FY2021 7.1..7.3 USD/shares',
    'FORECAST adjusted_eps FY2021 6.8..7.1 USD/shares',
  ],
  [
    'The board authorized a new $500 million share repurchase program.',
    'LEVEL "share repurchase program" FY2021Q3 500000000 USD',
  ],
  [
    'Total operating expenses came in at $178 million on a non-GAAP basis, or 34% of revenue.',
    'LEVEL adjusted_operating_expenses FY2021Q3 178000000 USD',
    'SHARE "Total operating expenses" FY2021Q3 34 percent',
  ],
  [
    'Operating profit margins for the quarter were 14.2% GAAP and 17.5% non-GAAP.',
    'LEVEL operating_margin FY2021Q3 14.2 percent',
    'LEVEL adjusted_operating_margin FY2021Q3 17.5 percent',
  ],
  [
    'On a GAAP basis, earnings per share was $0.73; on a non-GAAP basis, $0.91.',
    'LEVEL eps_diluted FY2021Q3 0.73 USD/shares',
    'LEVEL adjusted_eps FY2021Q3 0.91 USD/shares',
  ],
  [
    'Consolidated net sales increased $52 million, or 4.4%, to $1.23 billion.',
    'CHANGE revenue FY2021Q3 52000000 USD vs FY2020Q3',
    'LEVEL revenue FY2021Q3 1230000000 USD +4.4% vs FY2020Q3',
  ],
  [
    'Revenue decreased by $12.3 million to $204.5 million.',
    'CHANGE revenue FY2021Q3 -12300000 USD vs FY2020Q3',
    'LEVEL revenue FY2021Q3 204500000 USD',
  ],
  [
    'Comparable store sales increased 4.2% with traffic up 2%.',
    'LEVEL comparable_sales_growth FY2021Q3 4.2 percent',
    'CHANGE "traffic" FY2021Q3 percent +2% vs FY2020Q3',
  ],
  [
    'The segment generated EBITDA of $45 million on sales of $210 million.',
    'LEVEL "EBITDA" FY2021Q3 45000000 USD',
    'LEVEL "sales" FY2021Q3 210000000 USD',
  ],
  ['Excluding special items, profit was 87 cents a share.', 'LEVEL adjusted_eps FY2021Q3 0.87 USD/shares'],
  [
    'The company earned $1.3 billion, or $2.02 a share, in the quarter.',
    'LEVEL net_income FY2021Q3 1300000000 USD',
    'LEVEL eps_diluted FY2021Q3 2.02 USD/shares',
  ],
  [
    'Sales totaled $8.4 billion, short of the $8.6 billion expected by analysts.',
    'LEVEL revenue FY2021Q3 8400000000 USD',
    'FORECAST revenue FY2021Q3 8600000000 USD',
  ],
  [
    'For fiscal 2022, we anticipate net sales growth of 2% to 4%, adjusted EBITDA of $400 million to $420 million, and adjusted EPS of $3.10 to $3.30.',
    'GUIDANCE revenue FY2022 2..4 percent vs FY2021',
    'GUIDANCE adjusted_ebitda FY2022 400000000..420000000 USD',
    'GUIDANCE adjusted_eps FY2022 3.1..3.3 USD/shares',
  ],
  [
    'Q2 revenues: $5.2B (+12% y/y); EPS: $1.10.',
    'LEVEL revenue FY2021Q2 5200000000 USD +12% vs FY2020Q2',
    'LEVEL eps_diluted FY2021Q2 1.1 USD/shares',
  ],
  [
    'Our tax rate was 21%, and we expect 22% for the full year.',
    'LEVEL tax_rate FY2021Q3 21 percent',
    'GUIDANCE tax_rate FY2021 22 percent',
  ],
  [
    'Core FFO per share was $0.45, and we expect full-year FFO of $1.80 to $1.84 per share.',
    'LEVEL adjusted_ffo_per_share FY2021Q3 0.45 USD/shares',
    'GUIDANCE ffo_per_share FY2021 1.8..1.84 USD/shares',
  ],
  [
    'We expect sequential revenue growth of approximately 2% in Q4.',
    'GUIDANCE revenue FY2021Q4 percent +2% vs FY2021Q3 APPROXIMATELY',
  ],
  [
    'We expect fourth quarter revenue to be down 3% to 5% compared to last year.',
    'GUIDANCE revenue FY2021Q4 -5..-3 percent vs FY2020Q4',
  ],
  [
    'Infosys reported a net profit of Rs 6,806 crore for the quarter ended September 30, up 11.4% year-on-year.',
    'LEVEL net_income FY2021Q3 68060000000 INR +11.4% vs FY2020Q3',
  ],
  [
    'The EU fined the company 200 million euros for breaching antitrust rules.',
    'LEVEL "fined for breaching antitrust rules" - 200000000 EUR',
  ],
];

test.each(CASES)('%s', (sentence, ...expected) => expect(read(sentence)).toEqual(expected));

describe('who asserts a figure', () => {
  const text =
    'Corvane had sales of $5 million. “Our sales were $5 million,” said Ann Lee. Bo Ek predicted sales of $9 million in 2023.';
  const spoken = (words: string, speaker: number): Spoken => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    directness: 'DIRECT_QUOTE' as Spoken['directness'],
    section: 'ARTICLE' as Spoken['section'],
    turn: null,
    speaker,
    label: '',
    mention: null,
    role: 'EXECUTIVE' as Spoken['role'],
    confidence: 1,
    rule: 'made',
    method: 'QUOTE_VERB' as Spoken['method'],
    isComment: false,
    saidOn: null,
    startMs: null,
    endMs: null,
  });
  const person = (name: string) => ({
    name,
    role: 'EXECUTIVE' as Spoken['role'],
    title: null,
    firm: null,
    aliases: [],
    confidence: 1,
  });
  const speech: Speech = {
    ...NO_SPEECH,
    speakers: [person('Ann Lee'), person('Bo Ek')],
    utterances: [
      spoken('“Our sales were $5 million,” said Ann Lee.', 0),
      spoken('Our sales were $5 million,', 0),
      spoken('Bo Ek predicted sales of $9 million in 2023.', 1),
    ],
  };

  test('the innermost utterance that holds it; null is the document itself', () => {
    const found = extractFigures(plainDocument(text), OCCASION, speech);
    expect(found.map(({ assertedBy, utterance, kind, value }) => [assertedBy, utterance, kind, value])).toEqual([
      [null, null, 'LEVEL', '5000000'],
      [0, 1, 'LEVEL', '5000000'],
      [1, 2, 'FORECAST', '9000000'],
    ]);
  });
});

const seed = path.join(__dirname, '../../..', '..', 'shared', 'data', 'seed');
const withSeed = existsSync(seed) ? describe : describe.skip;

withSeed('the seed article (skipped where ../shared is absent)', () => {
  interface Gold {
    readonly metrics: readonly {
      readonly value: number;
      readonly yoyPct: number | null;
      readonly kind: string;
      readonly start: number;
      readonly end: number;
    }[];
  }
  const text = existsSync(seed) ? readFileSync(path.join(seed, 'article.txt'), 'utf8') : '';
  const gold: Gold = existsSync(seed)
    ? JSON.parse(readFileSync(path.join(seed, 'gold.json'), 'utf8'))
    : { metrics: [] };
  const document = plainDocument(text, { metadata: { ...NO_METADATA, publishedOn: '2025-01-30' } });
  const occasion = findOccasion(document);

  test('company, quarter and day', () =>
    expect(occasion).toMatchObject({
      type: 'EARNINGS_CALL',
      company: 'Meta',
      symbol: null,
      period: 'FY2024Q4',
      date: '2025-01-29',
      startsAt: null,
    }));

  test('every figure of the key, and none besides', () => {
    const found = extractFigures(document, occasion, NO_SPEECH);
    const expected = [...gold.metrics].sort((a, b) => a.start - b.start);
    expect(
      found.map(({ value, changePercent }) => [Number(value), changePercent === null ? null : Number(changePercent)]),
    ).toEqual(expected.map(({ value, yoyPct }) => [value, yoyPct]));
    expect(found.map(({ kind, guidance }) => (kind === 'FORECAST' ? kind : guidance ? 'GUIDANCE' : 'ACTUAL'))).toEqual(
      expected.map(({ kind }) => (kind === 'EVENT_AMOUNT' ? 'ACTUAL' : kind)),
    );
    // The article's text holds no rare character, so that both counts of offsets agree.
    for (const [i, { start, end }] of expected.entries()) {
      const shared = Math.min(end, found[i]?.end ?? 0) - Math.max(start, found[i]?.start ?? 0);
      expect(shared / (end - start)).toBeGreaterThan(0.8);
    }
  });

  test('metrics and periods', () => {
    const found = extractFigures(document, occasion, NO_SPEECH);
    const of = (value: string) => found.find((figure) => figure.value === value);
    expect(of('48390000000')).toMatchObject({
      metric: 'revenue',
      period: 'FY2024Q4',
      comparedTo: 'FY2023Q4',
      unit: 'USD',
    });
    expect(of('20800000000')).toMatchObject({ metric: 'net_income', period: 'FY2024Q4' });
    expect(of('3350000000')).toMatchObject({ metric: 'daily_active_people', period: 'FY2024Q4', unit: 'people' });
    expect(of('60000000000')).toMatchObject({ metric: null, period: 'FY2025', qualifier: 'NEARLY' });
    expect(of('1000000000')).toMatchObject({ metric: null, period: 'FY2025', unit: 'users' });
    expect(of('25000000')).toMatchObject({ metric: null, period: null });
  });
});
