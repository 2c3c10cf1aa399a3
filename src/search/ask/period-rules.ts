import { type Period, parsePeriod } from '../../domain/fiscal/period';
import { ordinalsOf, quarterAt, shiftPeriod } from '../../domain/fiscal/period-arithmetic';
import { NUMBER, numberOf, SPOKEN_YEAR, withDigits } from './number-word';
import type { PeriodRule, Span, Time } from './period-find';

const GAP = String.raw`[\s\-\u2010-\u2015/,'’‘]*`;
const KIND = String.raw`(?:FY|full[\s-]year|CY|fiscal(?:\s+year)?|calendar(?:\s+year)?|financial\s+year|(?:the\s+)?year)`;
const ORDINAL = '(?:first|second|third|fourth|1st|2nd|3rd|4th)';
const QUARTER = String.raw`(?:Q\s?[1-4]|(?:q|cue)\s(?:one|two|three|four)|cue\s?[1-4]|[1-4]\s?Q|${ORDINAL}[\s-](?:quarter|qtr|trimester)|[1-4]\.\s?(?:quarter|qtr))`;
const LONG_YEAR = String.raw`(?:(?:19|20)\d\d(?![\d%])|${SPOKEN_YEAR})`;
const YEAR = String.raw`(?:${LONG_YEAR}|['’‘]?\d\d(?![\d%.,]\d|%))`;

/** Things that are counted: "2000 chips" is no year, unless a word before it says so. */
const COUNTED =
  '(?:gpus?|chips?|units|employees|people|workers|engineers|jobs|roles|positions|stores|shops|locations|sites|servers|machines|computers|robots|cars|vehicles|trucks|planes|aircraft|customers|subscribers|patients|homes|houses|hours|days|weeks|megawatts|mw|gigawatts|gw|dollars|times|tons|barrels|patents)';
const OF_TIME = String.raw`\b(?:in|for|since|of|during|from|until|till|through|before|after|by|to|and|or|fiscal|calendar|year)\s+`;

const single = (period: Period): Span => ({ first: period, last: period });

function timeOf(span: Span): Time {
  return { span: () => span, year: span.first.year, kind: span.first.kind };
}

/** Null where the spelling only looks like a period; a year outside 1900 to 2100 is none either. */
function read(text: string): Time | null {
  try {
    const plain = withDigits(text)
      .replace(/(?<!fiscal\s|calendar\s)\b(?:financial\s+year|full[\s-]year|(?:the\s+)?year)\b/i, 'FY')
      .replace(/\b([1-4])\.\s?(?:quarter|qtr)\b/i, 'Q$1')
      .replace(/\b(?:qtr|trimester)\b/i, 'quarter')
      .replace(/\s+/g, ' ');
    return timeOf(single(parsePeriod(plain)));
  } catch {
    return null;
  }
}

const kindOf = (word: string | undefined): Period['kind'] => (/^c/i.test(word ?? '') ? 'CY' : 'FY');

function yearOf(digits: string): number {
  const number = Number(withDigits(digits).replace(/\D/g, ''));
  return number >= 100 ? number : number >= 69 ? 1900 + number : 2000 + number;
}

function halfOf(year: number, half: number, kind: Period['kind']): Span {
  const quarter = (number: number): Period => ({ kind, year, quarter: number as 1 });
  return half === 1 ? { first: quarter(1), last: quarter(2) } : { first: quarter(3), last: quarter(4) };
}

function bareQuarter(quarter: 1 | 2 | 3 | 4, given: Period['kind'] | null): Time {
  return {
    span: ({ reported }) => {
      if (!reported || (given && given !== reported.kind)) return null;
      const year = quarter <= (reported.quarter ?? 4) ? reported.year : reported.year - 1;
      return single({ kind: reported.kind, year, quarter });
    },
    ofYear: (year, kind) => timeOf(single({ kind: given ?? kind, year, quarter })),
  };
}

const ORDINALS: Readonly<Record<string, 1 | 2 | 3 | 4>> = { first: 1, second: 2, third: 3, fourth: 4 };
const quarterNumber = (word: string): 1 | 2 | 3 | 4 =>
  ORDINALS[/first|second|third|fourth/i.exec(word)?.[0].toLowerCase() ?? ''] ??
  (Number(/[1-4]/.exec(withDigits(word))?.[0] ?? 1) as 1);

const halfNumber = (word: string): number => (/1|first|one/i.test(word) ? 1 : 2);
const pattern = (text: string) => new RegExp(String.raw`\b(?:${text})(?![\p{L}\p{N}])`, 'giu');

/** Newest so many quarters, the newest reported one last. */
const lastQuarters = (count: number): Time => ({
  span: ({ reported }) =>
    reported && count >= 1 && count <= 200 ? { first: shiftPeriod(reported, 1 - count), last: reported } : null,
});

const PAST = String.raw`(?:last|past|previous|prior|trailing|recent|most\s+recent|latest)`;

/** Longest matches win, whatever their order here. */
export const PERIOD_RULES: readonly PeriodRule[] = [
  {
    name: 'quarter of a year',
    example: 'Q4 2024',
    pattern: pattern(String.raw`(?<text>(?:${KIND}${GAP})?${QUARTER}${GAP}(?:of\s+)?(?:${KIND}${GAP})?${YEAR})`),
    read: ({ text = '' }) => read(text),
  },
  {
    name: 'number behind its quarter',
    example: 'quarter four of 2024',
    pattern: pattern(
      String.raw`(?:quarter|qtr)\s(?<quarter>[1-4]|one|two|three|four)\s+(?:of\s+)?(?<year>${LONG_YEAR})`,
    ),
    read: ({ quarter = '', year = '' }) => read(`Q${numberOf(quarter)} ${year}`),
  },
  {
    name: 'year before its quarter',
    example: 'FY2024 Q4',
    pattern: pattern(`(?<text>(?:${KIND}${GAP})?${LONG_YEAR}${GAP}${QUARTER}|${KIND}${GAP}${YEAR}${GAP}${QUARTER})`),
    read: ({ text = '' }) => read(text),
  },
  {
    name: 'year of a counting',
    example: 'fiscal 2025',
    pattern: pattern(`(?<text>${KIND}${GAP}${YEAR})`),
    read: ({ text = '' }) => read(text),
  },
  {
    name: 'year before its counting',
    example: '2024 fiscal year',
    pattern: pattern(String.raw`(?:the\s+)?(?<year>${LONG_YEAR})\s+(?<kind>fiscal|calendar|financial)\s+year`),
    read: ({ year = '', kind = '' }) => read(`${/^c/i.test(kind) ? 'CY' : 'FY'}${withDigits(year)}`),
  },
  {
    name: 'bare year',
    example: '2024',
    pattern: pattern(
      String.raw`(?<=${OF_TIME})(?<year>${LONG_YEAR})|(?<plain>${LONG_YEAR})(?!\s+${COUNTED}(?![\p{L}\p{N}]))`,
    ),
    read: ({ year, plain = '' }) => read(year ?? plain),
  },
  {
    name: 'year with an apostrophe',
    example: "'24",
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])['’‘](?<year>\d\d)(?![\p{L}\p{N}%'’]|\s+${COUNTED})`, 'gu'),
    read: ({ year = '' }) => read(`FY${year}`),
  },
  {
    name: 'decade',
    example: 'the 2010s',
    pattern: pattern(String.raw`(?:the\s+)?(?<decade>(?:19|20)\d0)s`),
    read: ({ decade = '' }) => {
      const year = (number: number): Period => ({ kind: 'FY', year: number, quarter: null });
      return timeOf({ first: year(Number(decade)), last: year(Number(decade) + 9) });
    },
  },
  {
    name: 'two quarters of a year',
    example: 'second and third quarter of 2024',
    pattern: pattern(
      String.raw`(?<from>${ORDINAL})\s+(?:and|to|through)\s+(?<to>${ORDINAL})\s+quarters?\s+(?:of\s+)?(?:(?<kind>${KIND})${GAP})?(?<year>${YEAR})`,
    ),
    read: ({ from = '', to = '', kind, year = '' }) => {
      const [first, last] = [quarterNumber(from), quarterNumber(to)];
      if (last <= first) return null;
      const whole = { kind: kindOf(kind), year: yearOf(year) };
      return timeOf({ first: { ...whole, quarter: first }, last: { ...whole, quarter: last } });
    },
  },
  {
    name: 'first part of a year',
    example: 'first nine months of 2024',
    pattern: pattern(
      String.raw`first\s+(?<count>two|three|six|nine)\s+(?<unit>quarters|months)\s+(?:of\s+)?(?:(?<kind>${KIND})${GAP})?(?<year>${YEAR})`,
    ),
    read: ({ count = '', unit = '', kind, year = '' }) => {
      const quarters = /^q/i.test(unit) ? numberOf(count) : numberOf(count) / 3;
      if (![1, 2, 3].includes(quarters)) return null;
      const whole = { kind: kindOf(kind), year: yearOf(year) };
      return timeOf({ first: { ...whole, quarter: 1 }, last: { ...whole, quarter: quarters as 1 } });
    },
  },
  {
    name: 'half of a year',
    example: 'second half of 2024',
    pattern: pattern(
      String.raw`(?<half>(?:first|second|1st|2nd)[\s-](?:half|semester)|[12]H|H[12]|h\s(?:one|two))${GAP}(?:of\s+)?(?:(?<kind>${KIND})${GAP})?(?<year>${YEAR})`,
    ),
    read: ({ half = '', kind, year = '' }) => timeOf(halfOf(yearOf(year), halfNumber(half), kindOf(kind))),
  },
  {
    name: 'quarter without a year',
    example: 'Q3',
    pattern: pattern(String.raw`(?:(?<kind>fiscal|calendar)\s+)?(?<quarter>${QUARTER})`),
    read: ({ kind, quarter = '' }) => bareQuarter(quarterNumber(quarter), kind ? kindOf(kind) : null),
  },
  {
    name: 'newest quarter',
    example: 'last quarter',
    pattern: pattern(String.raw`(?:last|previous|prior|past)\s+(?:reported\s+)?(?:quarter|qtr)`),
    read: () => lastQuarters(1),
  },
  {
    name: 'latest',
    example: 'latest quarter',
    pattern: pattern(
      String.raw`(?:latest|newest|most\s+recent)\s+(?:reported\s+)?(?:quarter(?:ly)?|(?:earnings\s+|conference\s+)?call|report|print|results|earnings)|mrq|last\s+(?:(?:earnings|conference)\s+)?(?:call|print)|latest`,
    ),
    read: () => ({ span: ({ latest }) => latest && single(latest) }),
  },
  {
    name: 'quarter before the last',
    example: 'the quarter before last',
    pattern: pattern(String.raw`(?:the\s+)?quarter\s+before\s+(?:the\s+)?last(?:\s+(?:one|quarter))?`),
    read: () => ({ span: ({ reported }) => reported && single(shiftPeriod(reported, -1)) }),
  },
  {
    name: 'quarter underway',
    example: 'this quarter',
    pattern: pattern(String.raw`(?:this|the\s+current|current)\s+(?:quarter|qtr)`),
    read: () => ({ span: ({ underway }) => underway && single(underway) }),
  },
  {
    name: 'year underway',
    example: 'this year',
    pattern: pattern(String.raw`(?:this|the\s+current|current)\s+(?:fiscal\s+|calendar\s+)?year`),
    read: () => ({ span: ({ underway }) => underway && single({ ...underway, quarter: null }) }),
  },
  {
    name: 'year before',
    example: 'last year',
    pattern: pattern(String.raw`(?:last|previous|prior)\s+(?:fiscal\s+|calendar\s+)?year`),
    read: () => ({
      span: ({ underway }) => underway && single({ ...underway, year: underway.year - 1, quarter: null }),
    }),
  },
  {
    name: 'quarter of last year',
    example: 'Q3 last year',
    pattern: pattern(
      String.raw`(?<quarter>${QUARTER})\s+(?:of\s+)?(?<which>last|this|the\s+prior|the\s+previous)\s+year`,
    ),
    read: ({ quarter = '', which = '' }) => ({
      span: ({ underway }) =>
        underway &&
        single({ ...underway, year: underway.year - (/this/i.test(which) ? 0 : 1), quarter: quarterNumber(quarter) }),
    }),
  },
  {
    name: 'year-ago quarter',
    example: 'the year-ago quarter',
    pattern: pattern(
      String.raw`(?:year[\s-]ago\s+quarter|same\s+quarter\s+(?:of\s+)?(?:last\s+year|a\s+year\s+(?:ago|earlier)))`,
    ),
    read: () => ({ span: ({ reported }) => reported && single(shiftPeriod(reported, -4)) }),
  },
  {
    name: 'number of quarters',
    example: 'the last four quarters',
    pattern: pattern(
      String.raw`${PAST}\s+(?<count>${NUMBER})(?:\s?qs|\s+(?:reported\s+)?(?:quarters|qtrs|(?:earnings\s+|conference\s+)?calls|reports|prints))|since\s+(?<since>${NUMBER})\s+(?:quarters|qtrs)|(?<ttm>ttm|ltm)`,
    ),
    read: ({ count, since, ttm }) => lastQuarters(ttm ? 4 : numberOf(count ?? since ?? '')),
  },
  {
    name: 'quarters up to one',
    example: 'eight quarters to Q4 2024',
    pattern: pattern(
      String.raw`(?<count>${NUMBER})\s+(?:quarters|qtrs)\s+(?:up\s+to|to|through|until|ending(?:\s+(?:in|with))?)\s+(?<text>(?:${KIND}${GAP})?${QUARTER}${GAP}(?:of\s+)?(?:${KIND}${GAP})?${YEAR})`,
    ),
    read: ({ count = '', text = '' }) => {
      const [last, quarters] = [read(text)?.span, numberOf(count)];
      if (!last || quarters < 1 || quarters > 200) return null;
      return {
        span: (anchor) => {
          const end = last(anchor)?.last;
          return end ? { first: shiftPeriod(end, 1 - quarters), last: end } : null;
        },
      };
    },
  },
  {
    name: 'number of years',
    example: 'the past two years',
    pattern: pattern(
      String.raw`${PAST}\s+(?<count>${NUMBER})\s+(?:years|yrs)|since\s+(?<since>${NUMBER})\s+years|(?<decade>${PAST}\s+decade)|(?<year>past\s+year|(?:last|past|trailing)\s+(?:twelve|12)\s+months)`,
    ),
    read: ({ count = '', since, decade }) =>
      lastQuarters(4 * (decade ? 10 : since || count ? numberOf(since ?? count) : 1)),
  },
  {
    name: 'number of months',
    example: 'the last six months',
    pattern: pattern(String.raw`${PAST}\s+(?<count>three|six|nine|3|6|9)\s+months`),
    read: ({ count = '' }) => lastQuarters(numberOf(count) / 3),
  },
  {
    name: 'year to date',
    example: 'year to date',
    pattern: pattern(String.raw`(?:the\s+)?year[\s-]to[\s-]date|ytd`),
    read: () => ({
      span: ({ reported }) =>
        reported && {
          first: quarterAt(reported.kind, ordinalsOf({ ...reported, quarter: null }).first),
          last: reported,
        },
    }),
  },
];
