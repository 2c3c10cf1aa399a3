import { plainDocument, plainTranscript } from '../../../eval/plain-document';
import { DocumentKind } from '../../../src/domain/document.entity';
import type { EventType } from '../../../src/domain/event.entity';
import type { Occasion } from '../../../src/ingest/extract/finding';
import { findOccasion } from '../../../src/ingest/extract/occasion/find-occasion';
import { type DocumentMetadata, type NeutralDocument, NO_METADATA } from '../../../src/ingest/neutral-document';

type Expected = Partial<Omit<Occasion, 'confidence' | 'type'>> & { readonly type?: `${EventType}` };

function expectOccasion(document: NeutralDocument, expected: Expected): void {
  const { confidence, ...found } = findOccasion(document);
  expect(confidence).toBeLessThanOrEqual(1);
  expect(found).toEqual({
    type: null,
    company: null,
    symbol: null,
    cik: null,
    period: null,
    date: null,
    startsAt: null,
    ...expected,
  });
}

const article = (text: string, metadata: Partial<DocumentMetadata>) =>
  plainDocument(text, { metadata: { ...NO_METADATA, ...metadata } });

describe('articles', () => {
  test('a weekday is the last one before the day of publication', () =>
    expectOccasion(
      article(
        'Corvane chief executive Lena Ortiz played down fears of a price war. Speaking during Corvane’s fourth-quarter earnings call on Tuesday, she said demand was strong.',
        { publishedOn: '2024-02-08' },
      ),
      { type: 'EARNINGS_CALL', company: 'Corvane', period: 'FY2023Q4', date: '2024-02-06' },
    ));

  test('the day of publication itself, when its weekday is named', () =>
    expectOccasion(
      article('Bramwell’s third-quarter earnings call on Thursday was brief.', { publishedOn: '2023-11-02' }),
      {
        type: 'EARNINGS_CALL',
        company: 'Bramwell',
        period: 'FY2023Q3',
        date: '2023-11-02',
      },
    ));

  test('a quarter that does not fit the calendar is not dated by guessing', () =>
    expectOccasion(
      article('Bramwell’s second-quarter earnings call on Thursday was brief.', { publishedOn: '2023-12-07' }),
      {
        type: 'EARNINGS_CALL',
        company: 'Bramwell',
        date: '2023-12-07',
      },
    ));

  test('words of fiscal years are not read by the calendar', () =>
    expectOccasion(
      article('On Bramwell’s fourth-quarter earnings call on Thursday the outlook for the fiscal year was raised.', {
        publishedOn: '2024-02-01',
      }),
      { type: 'EARNINGS_CALL', company: 'Bramwell', date: '2024-02-01' },
    ));

  test('a stated fiscal year counts', () =>
    expectOccasion(
      article(
        'Bramwell Corp. (NYSE: BRW) reported results for its third quarter of fiscal 2025 on Wednesday, ahead of its earnings call on Wednesday.',
        {
          publishedOn: '2025-02-06',
        },
      ),
      { type: 'EARNINGS_CALL', company: 'Bramwell Corp.', symbol: 'BRW', period: 'FY2025Q3', date: '2025-02-05' },
    ));

  test('a day without its year is the last such day', () =>
    expectOccasion(
      article('Corvane held its fourth-quarter earnings call on Dec. 30.', { publishedOn: '2025-01-02' }),
      {
        type: 'EARNINGS_CALL',
        company: 'Corvane',
        date: '2024-12-30',
      },
    ));

  test('what the source says of itself comes first', () =>
    expectOccasion(
      article('Bramwell’s third-quarter earnings call on Thursday was brief.', {
        publishedOn: '2023-11-02',
        companyName: 'Corvane Industries',
        symbol: 'CVN',
        cik: '1234',
        period: 'FY2022Q1',
        eventDate: '2022-05-04',
      }),
      {
        type: 'EARNINGS_CALL',
        company: 'Corvane Industries',
        symbol: 'CVN',
        cik: '1234',
        period: 'FY2022Q1',
        date: '2022-05-04',
      },
    ));

  test('an article about nothing of the kind has no occasion', () =>
    expectOccasion(article('The city opened a new bridge on Monday.', { publishedOn: '2023-11-02' }), {}));
});

describe('transcripts', () => {
  test.each<[string, string, Expected]>([
    [
      'company PDF',
      'Corvane Industries, Inc. (CVN)\nSecond Quarter 2021 Results Conference Call\nJuly 28th, 2021\nOperator: Good afternoon.',
      {
        type: 'EARNINGS_CALL',
        company: 'Corvane Industries, Inc.',
        symbol: 'CVN',
        period: 'FY2021Q2',
        date: '2021-07-28',
      },
    ],
    [
      'operator’s welcome',
      'Operator: Good day, and welcome to the Bramwell Second Quarter 2021 Earnings Conference Call. All lines are muted.',
      { type: 'EARNINGS_CALL', company: 'Bramwell', period: 'FY2021Q2' },
    ],
    [
      'fiscal year',
      'Operator: Welcome to Bramwell’s third quarter fiscal year 2022 earnings call.',
      { type: 'EARNINGS_CALL', company: 'Bramwell', period: 'FY2022Q3' },
    ],
    [
      'vendor’s headline',
      '# Tellin Foods (TLN) Q4 2023 Earnings Call Transcript\nOperator: Good morning.',
      { type: 'EARNINGS_CALL', company: 'Tellin Foods', symbol: 'TLN', period: 'FY2023Q4' },
    ],
    [
      'two periods in one breath',
      'Operator: Welcome everyone to the Tellin fourth quarter and full year 2024 earnings conference call.',
      { type: 'EARNINGS_CALL', company: 'Tellin', period: 'FY2024Q4' },
    ],
    [
      'short year',
      "Operator: Hello.\nDana Reyes: Thanks for joining Corvane's second quarter FY '22 earnings call.",
      { type: 'EARNINGS_CALL', company: 'Corvane', period: 'FY2022Q2' },
    ],
    [
      'clock and zone',
      'Corvane Industries (CVN)\nQ1 2023 Earnings Call\nMay 2, 2023, 5:00 p.m. ET\nOperator: Good afternoon.',
      {
        type: 'EARNINGS_CALL',
        company: 'Corvane Industries',
        symbol: 'CVN',
        period: 'FY2023Q1',
        date: '2023-05-02',
        startsAt: '2023-05-02T21:00:00.000Z',
      },
    ],
    [
      'one line for all',
      'Tellin Foods, Inc. (NYSE:TLN) Q2 2021 Earnings Conference Call August 4, 2021 8:30 AM ET\nOperator: Good morning.',
      {
        type: 'EARNINGS_CALL',
        company: 'Tellin Foods, Inc.',
        symbol: 'TLN',
        period: 'FY2021Q2',
        date: '2021-08-04',
        startsAt: '2021-08-04T12:30:00.000Z',
      },
    ],
    [
      'fiscal year that ends in spring',
      'Bramwell plc (BRW) Q4 FY24 Results Conference Call\nMay 21, 2024\nOperator: Welcome to the Bramwell fourth quarter fiscal 2024 results call for the quarter ended March 31, 2024.',
      { type: 'EARNINGS_CALL', company: 'Bramwell plc', symbol: 'BRW', period: 'FY2024Q4', date: '2024-05-21' },
    ],
  ])('%s', (_, text, expected) => expectOccasion(plainTranscript(text), expected));

  test('a body without a heading is dated by what it reports', () =>
    expectOccasion(
      plainTranscript(
        [
          'Maria: We had a strong second quarter.',
          'Maria: Second quarter revenue was $320 million and second quarter margin was 40%.',
          'Maria: Second quarter cash flow was up compared to the second quarter of fiscal 2020.',
          'Maria: We expect fiscal 2021 revenue of $1.2 billion, and for the third quarter of fiscal 2021 revenue of $300 million.',
        ].join('\n'),
      ),
      { type: 'EARNINGS_CALL', period: 'FY2021Q2' },
    ));
});

describe('releases and filings', () => {
  const release = (text: string) => plainDocument(text, { kind: DocumentKind.PRESS_RELEASE });

  test('today is the dateline’s day', () =>
    expectOccasion(
      release(
        'Corvane Reports Third Quarter 2024 Results\nAUSTIN, Texas – October 30, 2024 – Corvane, Inc. (Nasdaq: CVN) today reported financial results for the quarter ended September 30, 2024.',
      ),
      { type: 'PRESS_RELEASE', company: 'Corvane, Inc.', symbol: 'CVN', period: 'FY2024Q3', date: '2024-10-30' },
    ));

  test('a longer span tells the quarter’s number', () =>
    expectOccasion(
      release(
        'Tellin Foods (NYSE: TLN) today announced results.\nNet sales for the three months ended December 28, 2024 were $80 million, and $240 million for the nine months ended December 28, 2024.',
      ),
      { type: 'PRESS_RELEASE', company: 'Tellin Foods', symbol: 'TLN', period: 'FY2025Q3' },
    ));

  test('a last day alone tells the calendar’s quarter only', () =>
    expectOccasion(
      plainDocument('FORM 10-Q\nFor the quarterly period ended March 31, 2024\n', { kind: DocumentKind.FILING }),
      {
        period: 'CY2024Q1',
      },
    ));
});

describe('what is no company', () => {
  const companyOf = (text: string, title: string | null = null) =>
    findOccasion(plainDocument(text, { metadata: { ...NO_METADATA, title } })).company;

  test('the words of a headline', () =>
    expect(companyOf('The hearing went on for hours.', 'Senator Hammers Northbank Holdings CEO Over Fees')).toBeNull());

  test('a newspaper and a seat of government', () => {
    expect(companyOf('Harbour Post Hit Piece Misses Its Mark\nReaders disagreed.')).toBeNull();
    expect(companyOf('Washington’s fiscal fight went on, officials said.')).toBeNull();
  });

  test('a verb of the headline', () =>
    expect(companyOf('The company spoke.', 'Corvane Reports Third Quarter 2024 Results')).toBe('Corvane'));

  test('the second of two', () =>
    expect(
      companyOf('Welcome to the Orsel Energy Inc, and Orsel Energy Partners second quarter 2020 earnings call.'),
    ).toBe('Orsel Energy Inc'));
});
