import { addDays, daysInMonth } from '../../domain/fiscal/day';
import type { Days, PeriodRule, Time } from './period-find';

/** Their first months, in the north. */
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
const END = String.raw`(?![\p{L}\p{N}])`;
const two = (number: number) => String(number).padStart(2, '0');

/** Three months; winter ends in the next year. */
function daysOf(name: string, year: number): Days {
  const month = SEASONS[name.toLowerCase()] as number;
  const [lastYear, lastMonth] = month === 12 ? [year + 1, 2] : [year, month + 2];
  return {
    first: `${year}-${two(month)}-01`,
    last: `${lastYear}-${two(lastMonth)}-${two(daysInMonth(lastYear, lastMonth))}`,
  };
}

const seasonOf = (name: string, year: number): Time => ({ days: () => daysOf(name, year), year });

const unclear = (typed: string, one: string, other: string): Time => ({
  unclear: `"${typed}" may be ${one} or ${other}. Write the months.`,
});

function winterOf(typed: string, year: number): Time {
  return unclear(typed, `that of ${year - 1}/${two(year % 100)}`, `that of ${year}/${two((year + 1) % 100)}`);
}

/** Seasons and days that are named by when they are seen from; like months, they are days of speaking. */
export const SEASON_RULES: readonly PeriodRule[] = [
  {
    // Without the year it is a verb as often: "did revenue fall in 2024".
    name: 'season',
    example: 'spring of 2024',
    pattern: new RegExp(
      String.raw`\b(?:the\s+)?(?:(?<season>spring|summer|autumn|fall|winter)(?:\s+of|,)?\s+(?:(?<year>(?:19|20)\d\d)|['’](?<short>\d\d))|(?<sure>spring|summer|autumn)\s+(?<two>\d\d)(?!\s?%|[.,]\d))${END}`,
      'giu',
    ),
    read: ({ season, sure = '', year, short, two: digits = '' }) => {
      const [name, number] = [season ?? sure, Number(year ?? `20${short ?? digits}`)];
      return /winter/i.test(name) ? winterOf(`winter ${number}`, number) : seasonOf(name, number);
    },
  },
  {
    name: 'winter of two years',
    example: 'winter 2023/24',
    pattern: new RegExp(
      String.raw`\b(?:the\s+)?winter(?:\s+of|,)?\s+(?<year>(?:19|20)\d\d)\s?[/\-\u2013]\s?(?<next>(?:(?:19|20)\d\d|\d\d))${END}`,
      'giu',
    ),
    read: ({ year = '', next = '' }) =>
      Number(next) % 100 === (Number(year) + 1) % 100 ? seasonOf('winter', Number(year)) : null,
  },
  {
    name: 'season without a year',
    example: 'this spring',
    pattern: new RegExp(String.raw`\b(?<which>this|last)\s+(?<season>spring|summer|autumn|fall|winter)${END}`, 'giu'),
    read: ({ which = '', season = '' }) => ({
      days: ({ asOf }) => {
        const year = Number(asOf.slice(0, 4));
        if (/winter/i.test(season)) return null;
        const own = daysOf(season, year);
        if (/this/i.test(which)) return own;
        // The last one may be this year's, once it has begun.
        return asOf < own.first ? daysOf(season, year - 1) : null;
      },
    }),
  },
  {
    name: 'yesterday',
    example: 'yesterday',
    pattern: new RegExp(String.raw`\byesterday${END}`, 'giu'),
    read: () => ({ days: ({ asOf }) => ({ first: addDays(asOf, -1), last: addDays(asOf, -1) }) }),
  },
  {
    name: 'day of the week',
    example: 'last Tuesday',
    pattern: new RegExp(
      String.raw`\b(?:last\s+)?(?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)${END}`,
      'giu',
    ),
    read: ({ day = '' }) => ({
      days: ({ asOf }) => {
        const wanted = WEEKDAYS.indexOf(day.toLowerCase());
        const back = (new Date(`${asOf}T00:00:00Z`).getUTCDay() - wanted + 7) % 7 || 7;
        return { first: addDays(asOf, -back), last: addDays(asOf, -back) };
      },
    }),
  },
];

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
