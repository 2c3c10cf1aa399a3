import { DAY_PATTERN, MONTH, readWrittenDay } from '../../../language/day';
import type { PeriodParts, PeriodPattern, Quarter } from './period-mention';

const NOTHING: PeriodParts = {
  unit: 'YEAR',
  quarter: null,
  year: null,
  yearShift: null,
  quarterShift: null,
  count: null,
  endsOn: null,
};

const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th)';
const YEAR = String.raw`((?:19|20)\d\d(?!\d|[.,]\d|%)|['’‘]\d\d\b|\d\d\b(?![.,]\d|%|\s?(?:%|percent|million|billion|basis)))`;
const LONG_YEAR = String.raw`((?:19|20)\d\d(?!\d|[.,]\d|%)|['’‘]\d\d\b)`;
const COUNT = String.raw`(fiscal(?:\s+year)?|FY|calendar(?:\s+year)?|CY)`;
const RELATIVE = '(last|this|next|prior|previous|the prior|the previous|the current|current|the year-ago)';

/** `of fiscal year 2021`, `, 2020`, `FY '22`, `of last year`: what dates a quarter or a half. */
const DATING = String.raw`(?:,?\s+(?:(?:of|in|for)\s+)?(?:our\s+|the\s+)?(?:full\s+)?(?:${COUNT}[\s-]*)?${LONG_YEAR}|,?\s+(?:of|in)\s+${RELATIVE}\s+(?:fiscal\s+|calendar\s+)?year\b|\s+${RELATIVE}\s+year\b|\s+(?:of|in)\s+the\s+(?:prior|previous)(?:-|\s)year\b|\s+a\s+year\s+(?:ago|earlier))?`;

const QUARTERS: Readonly<Record<string, Quarter>> = { first: 1, second: 2, third: 3, fourth: 4 };

function quarterOf(word: string | undefined): Quarter | null {
  if (!word) return null;
  return QUARTERS[word.toLowerCase()] ?? (Number(word[0]) as Quarter);
}

function yearOf(word: string | undefined): number | null {
  if (!word) return null;
  const digits = word.replace(/^['’‘]/, '');
  return digits.length === 4 ? Number(digits) : 2000 + Number(digits);
}

function countOf(word: string | undefined): 'FY' | 'CY' | null {
  if (!word) return null;
  return /^c/i.test(word) ? 'CY' : 'FY';
}

function shiftOf(word: string | undefined): number | null {
  if (!word) return null;
  if (/last|prior|previous|ago/i.test(word)) return -1;
  return /next|following|coming|upcoming/i.test(word) ? 1 : 0;
}

/** Groups of DATING: count, year, two relative words; the rest of the match tells a year ago. */
function dated(groups: readonly (string | undefined)[], from: number): Partial<PeriodParts> {
  const [count, year, ofYear, bareYear] = groups.slice(from, from + 4);
  const ago = /(?:prior|previous)(?:-|\s)year$|year\s+(?:ago|earlier)$/i.test(groups[0] ?? '') ? -1 : null;
  return { count: countOf(count), year: yearOf(year), yearShift: shiftOf(ofYear ?? bareYear) ?? ago };
}

const MONTH_HINTS = 'jan feb mar apr may jun jul aug sep oct nov dec 19 20'.split(' ');

/** The ways in which earnings talk names time. All quantifiers are bounded by words: each pattern is linear. */
export const PERIOD_PATTERNS: readonly PeriodPattern[] = [
  {
    // second quarter of fiscal 2021, fourth-quarter 2020, last year's third quarter, fiscal third quarter
    needs: ['quarter'],
    pattern: new RegExp(
      String.raw`\b(?:${RELATIVE}[\s-]+year(?:['’]s)?[\s-]+|${LONG_YEAR}(?:['’]s)?\s+)?(?:${COUNT}\s+(?:${LONG_YEAR}\s+)?)?${ORDINAL}[\s-]+(?:fiscal[\s-]+)?quarter\b(?!-end)${DATING}`,
      'gi',
    ),
    read: (groups) => {
      const [, relative, early, count, year, ordinal] = groups;
      const rest = dated(groups, 6);
      return {
        ...NOTHING,
        unit: 'QUARTER',
        quarter: quarterOf(ordinal),
        year: yearOf(early ?? year) ?? rest.year ?? null,
        yearShift: shiftOf(relative) ?? rest.yearShift ?? null,
        count: countOf(count) ?? rest.count ?? null,
      };
    },
  },
  {
    // Q2, Q2 FY'22, Q4 2024, Q1'21, fiscal Q3, last year's Q2, Q2 of last year, 2024 Q4
    needs: ['q1', 'q2', 'q3', 'q4'],
    pattern: new RegExp(
      String.raw`\b(?:${RELATIVE}[\s-]+year(?:['’]s)?[\s-]+)?(?:${COUNT}[\s-]*)?(?:((?:19|20)\d\d)[\s-]?)?Q([1-4])(?!\d)(?:\s?${LONG_YEAR}|\s?FY\s?${YEAR}|-\d\d(?!\d))?${DATING}`,
      'gi',
    ),
    read: (groups) => {
      const [, relative, count, early, quarter, glued, fiscal] = groups;
      const rest = dated(groups, 7);
      return {
        ...NOTHING,
        unit: 'QUARTER',
        quarter: quarterOf(quarter),
        year: yearOf(early) ?? yearOf(glued ?? fiscal) ?? rest.year ?? null,
        yearShift: shiftOf(relative) ?? rest.yearShift ?? null,
        count: countOf(count) ?? (fiscal ? 'FY' : (rest.count ?? null)),
      };
    },
  },
  {
    // quarter three of 2020, as it is spoken
    needs: ['quarter'],
    pattern: new RegExp(
      String.raw`\bquarter\s+(one|two|three|four|[1-4])\b(?!\s*(?:%|percent|million|billion))${DATING}`,
      'gi',
    ),
    read: (groups) => {
      const spoken = ['one', 'two', 'three', 'four'].indexOf(groups[1]?.toLowerCase() ?? '') + 1;
      return { ...NOTHING, unit: 'QUARTER', quarter: (spoken || Number(groups[1])) as Quarter, ...dated(groups, 2) };
    },
  },
  {
    // 2Q21, 3Q 2020, 4Q FY24, 1Q
    needs: ['1q', '2q', '3q', '4q'],
    pattern: /\b([1-4])Q(?:\s?(FY|CY)?\s?['’]?((?:20)?\d\d)\b)?(?![\w])/g,
    read: ([, quarter, count, year]) => ({
      ...NOTHING,
      unit: 'QUARTER',
      quarter: quarterOf(quarter),
      year: yearOf(year),
      count: countOf(count),
    }),
  },
  {
    // this quarter, the prior quarter, the prior-year quarter, same period last year, year-ago period
    needs: ['year', 'same', 'comparable', 'corresponding', 'like '],
    pattern:
      /\b(?:(?:the\s+)?same\s+(?:quarter|period)(?:\s+(?:of|in))?(?:\s+(?:the\s+)?(?:last|prior|previous)\s+(?:fiscal\s+)?year|\s+a\s+year\s+(?:ago|earlier))|(?:the\s+|a\s+)?(?:prior|previous|last|year)[\s-](?:year|ago|earlier)['’]?s?[\s-](?:same\s+)?(?:comparable\s+)?(?:quarter|period)|(?:the\s+)?(?:corresponding|comparable|like)\s+(?:quarter|period)(?:\s+(?:of|in)?\s*(?:the\s+)?(?:last|prior|previous)\s+year)?|(?:the\s+)?year[\s-](?:ago|earlier)|(?:a|one)\s+year\s+(?:ago|earlier|before))\b/gi,
    read: () => ({ ...NOTHING, unit: 'QUARTER', yearShift: -1 }),
  },
  {
    needs: ['quarter'],
    pattern:
      /\b(?:(this|the|our|last|prior|previous|preceding|next|current|coming|upcoming|reported|sequential|following)\s+)(?:(?:latest|most\s+recent|recent|just-ended|just\s+ended|current|prior|previous|fiscal|same|full|past|next)\s+)?quarter\b(?![\s-]+(?:of|end\b|over)|\s+to\s+quarter)/gi,
    read: ([whole, word]) => {
      const said = whole ?? word ?? '';
      const isBefore = /\b(?:last|prior|previous|preceding|sequential)\b/i.test(said);
      const isAfter = /\b(?:next|coming|upcoming|following)\b/i.test(said);
      return { ...NOTHING, unit: 'QUARTER', quarterShift: isBefore ? -1 : isAfter ? 1 : 0 };
    },
  },
  {
    // first half of fiscal 2021, second half, H2 2021, 1H21, back half
    needs: ['half', 'h1', 'h2', '1h', '2h'],
    pattern:
      /\b(?:(?:first|second|back|front|latter)[\s-]+half\b(?:\s+(?:of|in)\s+(?:the\s+)?(?:fiscal\s+|calendar\s+)?(?:year\s+)?(?:(?:19|20)\d\d|['’]\d\d|the\s+year|last\s+year|this\s+year|next\s+year|year))?|H[12](?:\s?(?:of\s+)?(?:FY|CY)?\s?['’]?(?:20)?\d\d)?\b|[12]H\s?(?:FY|CY)?['’]?(?:20)?\d\d\b|(?:the\s+)?half[\s-]year\b)/gi,
    read: () => ({ ...NOTHING, unit: 'SPAN' }),
  },
  {
    needs: ['to-date', 'to date', 'ytd', 'month', 'ltm', 'ttm', 'quarters', 'years', 'decade'],
    pattern:
      /\b(?:(?:FY|fiscal|calendar)?\s?(?:['’]\d\d\s+)?year[\s-]to[\s-]date|YTD|quarter[\s-]to[\s-]date|(?:first|last|past|next|trailing|rolling)[\s-](?:two|three|four|six|nine|ten|twelve|12|18|24|9|6)[\s-]months?|(?:six|nine)[\s-]months?\b|(?:trailing|last|past|next)[\s-](?:twelve|12|two|three|four|five|several|few)[\s-](?:month|quarter|year|decade)s?|LTM|TTM|first\s+(?:two|three)\s+quarters|next\s+(?:few|several|two|three|four|five)\s+(?:years|quarters|months))\b/gi,
    read: () => ({ ...NOTHING, unit: 'SPAN' }),
  },
  {
    // full year 2022, fiscal 2021, FY '22, full fiscal year 2021, calendar 2020, year 2022
    needs: ['year', 'fiscal', 'fy', 'calendar', 'cy'],
    pattern: new RegExp(
      String.raw`\b(?:(?:full|entire|whole)[\s-]?)?(?:${COUNT}|full[\s-]+(?:(fiscal|calendar)[\s-]+)?year|year|FY)[\s-]*(?:of\s+)?${YEAR}`,
      'gi',
    ),
    read: ([whole, count, full, year]) => ({
      ...NOTHING,
      year: yearOf(year),
      count: countOf(count ?? full) ?? (/FY/.test(whole ?? '') ? 'FY' : null),
    }),
  },
  {
    // 2021 full year, the full year, fiscal year, for the year, full-year
    needs: ['year', 'fy'],
    pattern: new RegExp(
      String.raw`\b(?:${LONG_YEAR}\s+)?(?:for\s+the\s+(?:fiscal\s+)?year(?!\s+(?:ago|over)|[\s-]to)|(?:the\s+|our\s+)?(?:full|entire|whole)[\s-]+(?:fiscal[\s-]+|calendar[\s-]+)?year|fiscal\s+year(?!\s+end)|during\s+the\s+year|in\s+the\s+year|FY(?!\w)|(?:the|our)\s+year\s+as\s+a\s+whole|the\s+total\s+year|(?:full|the)\s+year\s+guidance|(?<=\b(?:end|finish|close|exit|round\s+out)\s)the\s+(?:fiscal\s+)?year(?=\s+(?:with|at|around|near|in|somewhere))|year-end(?=\s+(?:EPS|earnings|revenues?|sales|margins?|EBITDA|guidance|outlook)))\b`,
      'gi',
    ),
    read: ([, year]) => ({ ...NOTHING, year: yearOf(year), yearShift: year ? null : 0 }),
  },
  {
    needs: ['year'],
    pattern: new RegExp(
      String.raw`\b${RELATIVE}\s+(?:fiscal[\s-]+|calendar[\s-]+|full[\s-]+|entire\s+)?year\b(?!['’]s\s+(?:first|second|third|fourth|Q\d))(?:['’]s)?`,
      'gi',
    ),
    read: ([, relative]) => ({ ...NOTHING, yearShift: shiftOf(relative) }),
  },
  {
    needs: ['19', '20'],
    pattern:
      /(?<![\d.,$€£¥#-])(?<!\b(?:ISO|Form|Section|Rule|page|slide|room)\s)\b((?:19|20)\d\d)(?![\d%]|[.,]\d|-\d|\s?(?:percent|basis|million|billion|employees|people|stores|customers|shares|dollars))/gi,
    read: ([, year]) => {
      const number = yearOf(year);
      return number !== null && number >= 1980 && number <= 2060 ? { ...NOTHING, year: number } : null;
    },
  },
  {
    // quarter ended September 30, 2024; three months ended; year ended
    needs: ['ended', 'ending'],
    pattern: new RegExp(
      String.raw`\b(?:(fiscal\s+)?(quarter|three[\s-]months?|13[\s-]weeks?|thirteen[\s-]weeks?|year|twelve[\s-]months?|six[\s-]months?|nine[\s-]months?|26[\s-]weeks?|39[\s-]weeks?)(?:\s+period)?(?:\s+that)?\s+(?:ended|ending)\s+(?:on\s+)?)(${DAY_PATTERN})`,
      'gi',
    ),
    read: ([, , span = '', day = '']) => {
      const endsOn = readWrittenDay(day);
      if (/six|nine|26|39/i.test(span)) return { ...NOTHING, unit: 'SPAN', endsOn };
      return { ...NOTHING, unit: /year|twelve/i.test(span) ? 'YEAR' : 'QUARTER', endsOn };
    },
  },
  {
    // for September 2024: a month, not its year
    needs: MONTH_HINTS,
    pattern: new RegExp(String.raw`\b(?:the\s+month\s+of\s+)?${MONTH},?\s+(?:of\s+)?(?:19|20)\d\d\b(?![.,]\d|%)`, 'gi'),
    read: () => ({ ...NOTHING, unit: 'SPAN' }),
  },
  {
    needs: MONTH_HINTS,
    pattern: new RegExp(String.raw`\b(?:${DAY_PATTERN})`, 'gi'),
    read: ([day = '']) => ({ ...NOTHING, unit: 'DAY', endsOn: readWrittenDay(day) }),
  },
];
