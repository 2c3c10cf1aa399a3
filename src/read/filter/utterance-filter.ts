import type { Args } from '../load';
import type { Operation } from '../operation';
import { day, fixed, int, ints, type Sql, sql, text, texts, Value } from '../sql/sql';
import { periodConditions } from './period-filter';
import { firmsNamed, resolveCompanies, resolveIds, resolveTopics } from './resolve';
import { speakerNamed } from './speaker-filter';

/** What a filter can list as plain values of one column. */
const LISTS: readonly [key: string, column: string][] = [
  ['speakerRoles', 'u.speaker_role'],
  ['sections', 'u.section'],
  ['directness', 'u.directness'],
  ['sentiment', 'u.sentiment_label'],
  ['documentKinds', 'u.document_kind'],
  ['kinds', 'u.comment_kind'],
];

/** Filters that leave few rows whatever their values. */
const NARROW = ['companyIds', 'symbols', 'speakerIds', 'documentIds', 'firmIds'];
/** Filters whose values are rare or common. */
const SKEWED = ['topics', 'excludeTopics', 'firmName', 'executiveRoles', 'minConfidence', ...LISTS.map(([key]) => key)];

export interface UtteranceConditions {
  readonly where: readonly Sql[];
  /** Whether they match many rows for one value and few for another, with nothing else that leaves few. */
  readonly skewed: boolean;
}

/**
 * The conditions of StatementFilter, AnalystCommentFilter and UtteranceFilter on `utterance u`: names are resolved to ids
 * here, in memory. Null: nothing can match. `type`: which of the two is asked for, if not both. `scoped`: rows are one parent's.
 */
export function utteranceConditions(
  filter: Args,
  op: Operation,
  type: 'Statement' | 'AnalystComment' | null,
  scoped: boolean,
): UtteranceConditions | null {
  const conditions: Sql[] = type ? [fixed(`u.type = '${type}'`)] : [];
  const companies = resolveCompanies(op, filter);
  if (companies) {
    if (companies.length === 0) return null;
    conditions.push(companyCondition(companies, type));
  }
  let narrowed = scoped || NARROW.some((key) => filter[key] != null);
  let skewed = SKEWED.some((key) => filter[key] != null);
  for (const people of [speakerById(filter, op), officeHolders(filter, op)]) {
    if (people === null) return null;
    if (people) conditions.push(people);
  }
  if (filter.speakerName != null) {
    const named = speakerNamed(filter.speakerName, narrowed, op);
    if (named === null) return null;
    conditions.push(named.where);
    narrowed ||= !named.skewed;
    skewed ||= named.skewed;
  }
  if (filter.excludeSpeakerIds?.length > 0) {
    const ids = resolveIds(op, 'Person', 'filter.excludeSpeakerIds', filter.excludeSpeakerIds);
    conditions.push(sql`(u.speaker_id IS NULL OR u.speaker_id <> ALL (${ints(ids)}))`);
  }
  const below = filter.includeSubtopics !== false;
  if (filter.topics) {
    const ids = resolveTopics(op, filter.topics, below, 'filter.topics');
    if (ids.length === 0) return null;
    conditions.push(sql`u.topic_ids && ${ints(ids)}`);
  }
  if (filter.excludeTopics) {
    const ids = resolveTopics(op, filter.excludeTopics, below, 'filter.excludeTopics');
    if (ids.length > 0) conditions.push(sql`NOT u.topic_ids && ${ints(ids)}`);
  }
  const firms = firmCondition(filter, op);
  if (firms === null) return null;
  if (firms) conditions.push(firms);
  if (filter.documentIds) {
    conditions.push(oneOf('u.document_id', resolveIds(op, 'Document', 'filter.documentIds', filter.documentIds)));
  }
  for (const [key, column] of LISTS) {
    const values = filter[key] as string[] | undefined;
    if (values)
      conditions.push(
        values.length === 1
          ? sql`${fixed(column)} = ${text(values[0] as string)}`
          : sql`${fixed(column)} = ANY (${texts(values)})`,
      );
  }
  conditions.push(...periodConditions(filter, 'u', type === 'AnalystComment' ? null : companies));
  if (filter.from) conditions.push(sql`u.said_on >= ${day(filter.from)}`);
  if (filter.to) conditions.push(sql`u.said_on <= ${day(filter.to)}`);
  if (filter.isForwardLooking != null)
    conditions.push(sql`u.is_forward_looking = ${new Value(filter.isForwardLooking, 'bool')}`);
  if (filter.minConfidence != null)
    conditions.push(sql`u.attribution_confidence >= ${new Value(filter.minConfidence, 'float8')}`);
  return { where: conditions, skewed: skewed && !narrowed };
}

/** A comment belongs to every company it is about; its row lists its own company among them. */
function companyCondition(ids: readonly number[], type: string | null): Sql {
  return type === 'AnalystComment' ? sql`u.about_company_ids && ${ints(ids)}` : oneOf('u.company_id', ids);
}

function oneOf(column: string, ids: readonly number[]): Sql {
  return ids.length === 1
    ? sql`${fixed(column)} = ${int(ids[0] as number)}`
    : sql`${fixed(column)} = ANY (${ints(ids)})`;
}

function speakerById(filter: Args, op: Operation): Sql | null | undefined {
  if (!filter.speakerIds) return undefined;
  const ids = resolveIds(op, 'Person', 'filter.speakerIds', filter.speakerIds);
  return ids.length > 0 ? oneOf('u.speaker_id', ids) : null;
}

/** Somebody who held such an office at the row's company on the day of speaking. */
function officeHolders(filter: Args, op: Operation): Sql | null | undefined {
  if (!filter.executiveRoles) return undefined;
  const offices = op.view.all('executive').filter((office) => filter.executiveRoles.includes(office.role));
  if (offices.length === 0) return null;
  const roles = texts(filter.executiveRoles);
  return sql`EXISTS (SELECT FROM executive x WHERE x.person_id = u.speaker_id AND x.company_id = u.company_id AND x.role = ANY (${roles})
    AND coalesce(x.valid_from, '-infinity') <= u.said_on AND u.said_on <= coalesce(x.valid_to, 'infinity'))`;
}

function firmCondition(filter: Args, op: Operation): Sql | null | undefined {
  if (!filter.firmIds && filter.firmName == null) return undefined;
  const byId = filter.firmIds ? resolveIds(op, 'Firm', 'filter.firmIds', filter.firmIds) : null;
  const byName = filter.firmName != null ? firmsNamed(op, filter.firmName) : null;
  const ids = byId && byName ? byId.filter((id) => byName.includes(id)) : (byId ?? byName ?? []);
  return ids.length > 0 ? oneOf('u.firm_id', ids) : null;
}
