import { type AskedPeriod, isLatest, type Period } from '../../domain/fiscal/period';
import { FIRST_DAY, FIRST_KNOWN_PLACE, firstPlaceOf, lastPlaceOf, quarterNumber } from '../../domain/place';
import type { MentionWalk, Scope, StreamList } from '../connection/page-query';
import { fixed, int, ints, type Sql, sql, texts, Value } from '../sql/sql';
import type { AnyUtteranceFilter, UtteranceConditions } from './utterance-filter';

/** More streams than these are not merged: a walk along the order of speaking meets a page as soon. */
const MOST_STREAMS = 64;

/** By which key of its mentions a parent has its utterances; null: of no parent. Others are found without mentions. */
export type MentionScope = 'company_id' | 'speaker_id' | null;

/** Filters that mentions can answer; they are what is left out of `rest`. */
const CARRIED: ReadonlySet<string> = new Set<keyof AnyUtteranceFilter>([
  'companyIds',
  'symbols',
  'speakerIds',
  'speakerName',
  'topics',
  'directness',
  'period',
  'periodFrom',
  'periodTo',
  'from',
  'to',
]);

/** Filters that leave few rows by an index of the utterances themselves, or have ways of their own. */
const BETTER_WITHOUT: readonly (keyof AnyUtteranceFilter)[] = ['documentIds', 'firmIds', 'firmName', 'search'];

/** Null: the filter names no topic, or its utterances are found as well without. */
export function mentionWalk(
  filter: AnyUtteranceFilter,
  { where: all, parts, named }: UtteranceConditions,
  type: 'Statement' | 'AnalystComment' | null,
  scope: MentionScope,
  ofParent: Scope | null,
): MentionWalk | null {
  const { topics, companies, speakers } = named;
  if (!topics || BETTER_WITHOUT.some((key) => filter[key] != null)) return null;
  // Days before the first are told apart by the utterances alone.
  if ([filter.from, filter.to].some((day) => day != null && day < FIRST_DAY)) return null;
  const periods = periodsOf(filter);
  // A company's one quarter has an index of its own.
  if (!periods || (companies && filter.period && isFiscalQuarter(filter.period))) return null;
  const rest = parts.filter(({ keys }) => keys.some((key) => filter[key] != null && !CARRIED.has(key)));
  // Names that more people bear than travel as ids.
  if (filter.speakerName != null && (!speakers || filter.speakerIds != null)) return null;
  const lists: StreamList[] = [{ column: 'topic_id', ids: topics }];
  const where: Sql[] = [...periods.where, ...daysOf(filter)];
  const add = (list: StreamList): void => {
    if (lists.length === 1 && scope === null) lists.push(list);
    else where.push(sql`${fixed(`m.${list.column}`)} = ANY (${ints(list.ids)})`);
  };
  if (companies) add({ column: 'company_id', ids: companies });
  if (speakers) add({ column: 'speaker_id', ids: speakers });
  if (periods.quarters) add({ column: 'calendar_period', ids: periods.quarters });
  if (filter.directness) where.push(sql`m.directness = ANY (${texts(filter.directness)})`);
  // A comment is a company's where it is about it; whoever does not ask for one finds each comment once.
  const away = type === 'AnalystComment' && (companies !== null || scope === 'company_id');
  if (type) where.push(fixed(type === 'Statement' ? 'NOT m.is_comment' : 'm.is_comment'));
  if (!away) where.push(fixed('m.is_home'));
  if (lists.reduce((streams, { ids }) => streams * ids.length, 1) > MOST_STREAMS) return null;
  return {
    instead: { scope: ofParent, where: all },
    lists,
    overlaps: topics.length > 1 || (away && (companies?.length ?? 1) > 1),
    scope: scope && { types: ['int4'], where: ([key]) => sql`${fixed(`m.${scope}`)} = ${key ?? sql``}` },
    where,
    rest: rest.flatMap((part) => part.where),
  };
}

const isFiscalQuarter = (period: AskedPeriod): boolean => period.kind === 'FY' && period.quarter !== null;

/** Null: of the newest reported quarter, which differs from company to company. */
function periodsOf({ period, periodFrom, periodTo }: AnyUtteranceFilter) {
  const where: Sql[] = [];
  let quarters: readonly number[] | null = null;
  for (const [asked, operator, edge] of [
    [periodFrom, '>=', 1],
    [periodTo, '<=', 4],
  ] as const) {
    if (!asked) continue;
    if (isLatest(asked)) return null;
    where.push(sql`${columnOf(asked)} ${fixed(operator)} ${int(quarterNumber(asked.year, asked.quarter ?? edge))}`);
  }
  if (period) {
    if (isLatest(period)) return null;
    const [first, last] = [
      quarterNumber(period.year, period.quarter ?? 1),
      quarterNumber(period.year, period.quarter ?? 4),
    ];
    if (period.kind === 'CY') quarters = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    else where.push(sql`${columnOf(period)} BETWEEN ${int(first)} AND ${int(last)}`);
  }
  return { where, quarters };
}

const columnOf = ({ kind }: Period): Sql => fixed(kind === 'FY' ? 'm.fiscal_period' : 'm.calendar_period');

const place = (value: number): Value => new Value(value, 'int8');

function daysOf({ from, to }: AnyUtteranceFilter): Sql[] {
  const days: Sql[] = [];
  if (from) days.push(sql`m.place >= ${place(firstPlaceOf(from))}`);
  else if (to) days.push(sql`m.place >= ${place(FIRST_KNOWN_PLACE)}`);
  if (to) days.push(sql`m.place <= ${place(lastPlaceOf(to))}`);
  return days;
}
