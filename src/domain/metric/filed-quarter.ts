import { dayNumber, printDay } from '../fiscal/day';
import { cutYear, type FiscalFrame } from '../fiscal/fiscal-frame';
import { type FiledFact, isOfWhole, isPeriodicForm } from './filed-fact';

/** A fiscal quarter whose days filings show. */
export interface FiledQuarter {
  readonly fiscalYear: number;
  readonly fiscalQuarter: number;
  readonly startDate: string;
  /** Inclusive. */
  readonly endDate: string;
}

/** What a filing calls itself: SEC `fy` and `fp`. */
interface FilingLabel {
  readonly filingFiscalYear: number | null;
  readonly filingFiscalPeriod: string | null;
}

type LabelledFact = FiledFact & FilingLabel;

interface Duration {
  readonly start: number;
  readonly end: number;
  count: number;
  annual: number;
}

interface Year {
  readonly start: number;
  readonly end: number | null;
}

const ANNUAL_FORM = /^(10-K|10-K405|20-F|40-F)(\/A)?$/;
/** Shorter spans end anywhere, longer ones cover several years. */
const [SHORTEST, LONGEST] = [75, 380];
const [SHORTEST_YEAR, SHORTEST_QUARTER, LONGEST_QUARTER] = [350, 75, 125];
/** Filings hold slips of the pen such as 2201; what lies outside is no year of a company. As in fiscal/period.ts. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];
/** A year that few of the numbers are filed for is a pro forma year or a slip, not one of the company's own. */
const LEAST_SHARE = 0.05;

/**
 * The quarters that a company's filings show, by their days, oldest first. Years are cut where most spans end; a quarter is
 * given only where both its ends are shown. `fy` is used for one thing: how the company numbers its years, decided by the
 * majority of the filings about the latest period in each. It never says which period a number belongs to.
 */
export function filedQuarters(facts: readonly LabelledFact[]): FiledQuarter[] {
  const own = facts.filter((fact) => fact.periodStart !== null && isOfWhole(fact) && isPeriodicForm(fact.form));
  const durations = gatherDurations(own);
  const ends = new Map<number, number>();
  for (const { start, end, count } of durations) {
    ends.set(end, (ends.get(end) ?? 0) + count);
    ends.set(start - 1, (ends.get(start - 1) ?? 0) + count);
  }
  const years = [...annualYears(durations)];
  const openYears = unfinishedYears(own, years);
  const all = [...years, ...openYears].sort((a, b) => a.start - b.start);
  const first = all[0];
  if (!first) return [];
  const offset = numberingOf(own, all);
  const cut = ({ start, end }: Year) => cutYear(yearNumber(end ?? start + 363) + offset, start, end, ends);
  const earlier = cutYear(yearNumber(first.start - 1) + offset, null, first.start - 1, ends);
  return settle([...years.map(cut), ...openYears.map(cut), earlier].flatMap(quartersOf));
}

/** In order of time, without those that share days or a name with one before: whole years are surer than open ones. */
function settle(quarters: readonly FiledQuarter[]): FiledQuarter[] {
  const kept: FiledQuarter[] = [];
  for (const quarter of quarters) {
    const clashes = kept.some(
      (other) =>
        (other.fiscalYear === quarter.fiscalYear && other.fiscalQuarter === quarter.fiscalQuarter) ||
        (other.startDate <= quarter.endDate && quarter.startDate <= other.endDate),
    );
    if (!clashes && quarter.fiscalYear >= FIRST_YEAR && quarter.fiscalYear <= LAST_YEAR) kept.push(quarter);
  }
  return kept.sort((a, b) => (a.startDate < b.startDate ? -1 : 1));
}

function gatherDurations(facts: readonly FiledFact[]): Duration[] {
  const found = new Map<string, Duration>();
  for (const { periodStart, periodEnd, form } of facts) {
    const key = `${periodStart}${periodEnd}`;
    let duration = found.get(key);
    if (!duration) {
      duration = { start: dayNumber(periodStart ?? periodEnd), end: dayNumber(periodEnd), count: 0, annual: 0 };
      found.set(key, duration);
    }
    duration.count += 1;
    if (ANNUAL_FORM.test(form)) duration.annual += 1;
  }
  return [...found.values()].filter(({ start, end }) => end - start + 1 >= SHORTEST && end - start + 1 <= LONGEST);
}

/** Spans of a year in annual reports, the most filed first; none overlaps another. */
function annualYears(durations: readonly Duration[]): Year[] {
  const candidates = durations
    .filter(({ start, end, annual }) => annual > 0 && end - start + 1 >= SHORTEST_YEAR)
    .sort((a, b) => b.annual - a.annual || b.end - a.end);
  const least = (candidates[0]?.annual ?? 0) * LEAST_SHARE;
  const years: Year[] = [];
  for (const { start, end, annual } of candidates) {
    if (annual < least) break;
    if (years.every((year) => end < year.start || start > (year.end ?? 0))) years.push({ start, end });
  }
  return years;
}

/** Years of which only quarterly reports tell: the newest, and all of a company that has no annual report yet. */
function unfinishedYears(facts: readonly LabelledFact[], years: readonly Year[]): Year[] {
  const open: Year[] = [];
  for (const [, filing] of byFiling(facts)) {
    const quarter = /^Q([1-3])$/.exec(filing[0]?.filingFiscalPeriod ?? '')?.[1];
    const last = latestEnd(filing);
    if (!quarter) continue;
    const expected = Number(quarter) * 91;
    const starts = filing
      .filter(({ periodEnd }) => periodEnd === last)
      .map(({ periodStart }) => dayNumber(periodStart ?? last))
      .filter((start) => Math.abs(dayNumber(last) - start + 1 - expected) <= 28);
    const start = mostCommon(starts);
    if (start === null) continue;
    const isKnown = [...years, ...open].some(
      (year) => start >= year.start - 20 && start <= (year.end ?? year.start + 340),
    );
    if (!isKnown) open.push({ start, end: null });
  }
  return open;
}

/** What to add to the year in which a fiscal year ends: 0 for most companies, -1 for many whose year ends in January. */
function numberingOf(facts: readonly LabelledFact[], years: readonly Year[]): number {
  const votes: number[] = [];
  for (const [, filing] of byFiling(facts)) {
    const label = filing[0]?.filingFiscalYear ?? null;
    const last = dayNumber(latestEnd(filing));
    const year = years.find(({ start, end }) => last >= start && last <= (end ?? start + 363));
    if (label === null || !year) continue;
    const offset = label - yearNumber(year.end ?? year.start + 363);
    if (Math.abs(offset) <= 1) votes.push(offset);
  }
  return mostCommon(votes) ?? 0;
}

function byFiling(facts: readonly LabelledFact[]): Map<string, LabelledFact[]> {
  const filings = new Map<string, LabelledFact[]>();
  for (const fact of facts) {
    const filing = filings.get(fact.accession);
    if (filing) filing.push(fact);
    else filings.set(fact.accession, [fact]);
  }
  return filings;
}

function latestEnd(facts: readonly FiledFact[]): string {
  let last = '';
  for (const { periodEnd } of facts) if (periodEnd > last) last = periodEnd;
  return last;
}

/** Years of 52 or 53 weeks that end near New Year end in January now and then, and stay the year before's. */
const yearNumber = (end: number): number => Number(printDay(end - 7).slice(0, 4));

function mostCommon(numbers: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best?.[0] ?? null;
}

function quartersOf({ fiscalYear, bounds }: FiscalFrame): FiledQuarter[] {
  return [1, 2, 3, 4].flatMap((fiscalQuarter) => {
    const [before, end] = [bounds[fiscalQuarter - 1], bounds[fiscalQuarter]];
    if (before == null || end == null) return [];
    const days = end - before;
    if (days < SHORTEST_QUARTER || days > LONGEST_QUARTER) return [];
    return [{ fiscalYear, fiscalQuarter, startDate: printDay(before + 1), endDate: printDay(end) }];
  });
}
