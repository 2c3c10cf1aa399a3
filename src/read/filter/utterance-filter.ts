import type { Operation } from '../operation';
import { MANY } from '../reference/view';
import { day, fixed, int, ints, type Sql, sql, text, texts, Value } from '../sql/sql';
import { refuseReversedDays, refuseReversedPeriods } from './bounds';
import { periodConditions } from './period-filter';
import { companiesInSectors, firmsNamed, resolveCompanies, resolveIds, resolveTopics } from './resolve';
import { speakerNamed } from './speaker-filter';
import type { AnalystCommentFilter, StatementFilter, UtteranceFilter } from './spoken-filter';
import { warnUnstored } from './stored-period';

/** What the reader itself asks of utterances, and no filter of the graph can say. */
export interface LeftOut {
  /** Nobody's words who speaks for them, and no comment about them. */
  readonly excludedCompanyKeys: readonly number[];
  /** Nobody's words who held such an office at the company on the day of speaking. */
  readonly excludedRoles: readonly string[];
}

/** Whatever StatementFilter, AnalystCommentFilter and UtteranceFilter can say, and the reader itself. */
export type AnyUtteranceFilter = Partial<StatementFilter & AnalystCommentFilter & UtteranceFilter & LeftOut>;

export interface UtteranceConditions {
  readonly where: readonly Sql[];
  /** Whether they match many rows for one value and few for another, with nothing else that leaves few. */
  readonly skewed: boolean;
  readonly named: Named;
  /** The same conditions by the fields of the filter that they are of. */
  readonly parts: readonly { readonly keys: readonly (keyof AnyUtteranceFilter)[]; readonly where: readonly Sql[] }[];
}

/** Ids that a filter names; null where it names none. */
interface Named {
  companies: readonly number[] | null;
  /** Null as well where more people bear a name than travel as ids. */
  speakers: readonly number[] | null;
  /** With those below them where they count. */
  topics: readonly number[] | null;
}

/** `narrow`: it leaves few rows whatever its value. `skewed`: its values are rare or common. `plain`: neither. */
type Weight = 'narrow' | 'skewed' | 'plain';

interface Asked {
  readonly op: Operation;
  /** Which of the two is asked for, if not both. */
  readonly type: 'Statement' | 'AnalystComment' | null;
  /** Whether something leaves few rows whatever the other values are. */
  readonly narrowed: boolean;
  /** The only companies that rows can be of, where the filter names some. */
  companies: readonly number[] | null;
  readonly named: Named;
  /** Whether rows are a company's, which warns of periods that are not stored of it. */
  readonly isOfCompany: boolean;
  /** A rule that knows better than its weight says so here. */
  skewed: boolean;
}

interface Rule {
  /** The fields of the filter that it reads, each with its weight; `includeSubtopics` and the like have none. */
  readonly keys: Partial<Record<keyof AnyUtteranceFilter, Weight>>;
  /** Called where one of the keys is given. Null: nothing can match; an empty list: everything does. */
  where(filter: AnyUtteranceFilter, asked: Asked): readonly Sql[] | null;
}

/** A field that lists values of one column. */
function listed(
  key: 'speakerRoles' | 'sections' | 'directness' | 'sentiment' | 'documentKinds' | 'kinds',
  column: string,
): Rule {
  return {
    keys: { [key]: 'skewed' },
    where: (filter) => {
      const values = filter[key] as readonly string[];
      const [first] = values;
      const isOne = values.length === 1 && first !== undefined;
      return [isOne ? sql`${fixed(column)} = ${text(first)}` : sql`${fixed(column)} = ANY (${texts(values)})`];
    },
  };
}

/** In the order of the conditions in the statement. */
const RULES: readonly Rule[] = [
  {
    keys: { companyIds: 'narrow', symbols: 'narrow' },
    where: (filter, asked) => {
      const ids = resolveCompanies(asked.op, filter) ?? [];
      if (ids.length === 0) return null;
      asked.named.companies = ids;
      // A comment belongs to every company it is about; its row lists its own company among them.
      if (asked.type === 'AnalystComment') return [sql`u.about_company_ids && ${ints(ids)}`];
      asked.companies = ids;
      return [oneOf('u.company_id', ids)];
    },
  },
  {
    keys: { sectors: 'skewed' },
    where: ({ sectors }, asked) => {
      const ids = companiesInSectors(asked.op, sectors ?? []);
      if (ids.length === 0) return null;
      const inside = new Set(ids);
      asked.companies = asked.companies?.filter((id) => inside.has(id)) ?? ids;
      return [ids.length <= MANY ? oneOf('u.company_id', ids) : inSectorsOf(asked.op, ids)];
    },
  },
  {
    keys: { speakerIds: 'narrow' },
    where: ({ speakerIds }, { op, named }) => {
      const ids = resolveIds(op, 'Person', 'filter.speakerIds', speakerIds ?? []);
      named.speakers = ids;
      return ids.length > 0 ? [oneOf('u.speaker_id', ids)] : null;
    },
  },
  {
    keys: { executiveRoles: 'skewed' },
    where: ({ executiveRoles }, { op }) => officeHolders(executiveRoles ?? [], op),
  },
  {
    keys: { speakerName: 'plain' },
    where: ({ speakerName }, asked) => {
      const found = speakerNamed(speakerName ?? '', asked.narrowed, asked.op);
      if (found === null) return null;
      asked.skewed = found.skewed;
      asked.named.speakers = found.ids;
      return [found.where];
    },
  },
  {
    keys: { excludeSpeakerIds: 'plain' },
    where: ({ excludeSpeakerIds }, { op }) => {
      const ids = resolveIds(op, 'Person', 'filter.excludeSpeakerIds', excludeSpeakerIds ?? []);
      return ids.length > 0 ? [sql`(u.speaker_id IS NULL OR u.speaker_id <> ALL (${ints(ids)}))`] : [];
    },
  },
  {
    keys: { excludedCompanyKeys: 'plain' },
    where: ({ excludedCompanyKeys: ids = [] }, { type }) => [
      type === 'AnalystComment'
        ? sql`NOT u.about_company_ids && ${ints(ids)}`
        : sql`(u.company_id IS NULL OR u.company_id <> ALL (${ints(ids)}))`,
    ],
  },
  {
    keys: { excludedRoles: 'plain' },
    where: ({ excludedRoles = [] }) => [sql`NOT ${holdsOffice(excludedRoles)}`],
  },
  {
    keys: { topics: 'skewed' },
    where: ({ topics, includeSubtopics }, { op, named }) => {
      const ids = resolveTopics(op, topics ?? [], includeSubtopics !== false, 'filter.topics');
      named.topics = ids;
      return ids.length > 0 ? [sql`u.topic_ids && ${ints(ids)}`] : null;
    },
  },
  {
    keys: { excludeTopics: 'skewed' },
    where: ({ excludeTopics, includeSubtopics }, { op }) => {
      const ids = resolveTopics(op, excludeTopics ?? [], includeSubtopics !== false, 'filter.excludeTopics');
      return ids.length > 0 ? [sql`NOT u.topic_ids && ${ints(ids)}`] : [];
    },
  },
  { keys: { firmIds: 'narrow', firmName: 'skewed' }, where: (filter, { op }) => ofFirms(filter, op) },
  {
    keys: { documentIds: 'narrow' },
    where: ({ documentIds }, { op }) => {
      const ids = resolveIds(op, 'Document', 'filter.documentIds', documentIds ?? []);
      return ids.length > 0 ? [oneOf('u.document_id', ids)] : null;
    },
  },
  listed('speakerRoles', 'u.speaker_role'),
  listed('sections', 'u.section'),
  listed('directness', 'u.directness'),
  listed('sentiment', 'u.sentiment_label'),
  listed('documentKinds', 'u.document_kind'),
  listed('kinds', 'u.comment_kind'),
  {
    keys: { period: 'plain', periodFrom: 'plain', periodTo: 'plain' },
    where: (filter, { op, companies, named, isOfCompany }) => {
      refuseReversedPeriods(['filter.periodFrom', filter.periodFrom], ['filter.periodTo', filter.periodTo]);
      if (!isOfCompany) warnUnstored(op, filter, companies ?? named.companies);
      return periodConditions(filter, 'u', companies);
    },
  },
  {
    keys: { from: 'plain', to: 'plain' },
    where: ({ from, to }) => {
      refuseReversedDays(['filter.from', from], ['filter.to', to]);
      return [...(from ? [sql`u.said_on >= ${day(from)}`] : []), ...(to ? [sql`u.said_on <= ${day(to)}`] : [])];
    },
  },
  {
    keys: { isForwardLooking: 'plain' },
    where: ({ isForwardLooking }) => [sql`u.is_forward_looking = ${new Value(isForwardLooking, 'bool')}`],
  },
  {
    keys: { minConfidence: 'skewed' },
    where: ({ minConfidence }) => [sql`u.attribution_confidence >= ${new Value(minConfidence, 'float8')}`],
  },
];

type Key = keyof AnyUtteranceFilter;
const keysOf = (rule: Rule) => Object.keys(rule.keys) as Key[];
const weighing = (weight: Weight) => RULES.flatMap((rule) => keysOf(rule).filter((key) => rule.keys[key] === weight));

const KEYED = RULES.map((rule) => ({ keys: keysOf(rule), rule }));
const NARROW = weighing('narrow');
const SKEWED = weighing('skewed');

/**
 * The conditions of StatementFilter, AnalystCommentFilter and UtteranceFilter on `utterance u`: names are resolved to ids
 * here, in memory. Null: nothing can match. `type`: which of the two is asked for, if not both. `scoped`: rows are one parent's;
 * `isOfCompany`: which is a company, and warns of periods itself.
 */
export function utteranceConditions(
  filter: AnyUtteranceFilter,
  op: Operation,
  type: Asked['type'],
  scoped: boolean,
  isOfCompany = false,
): UtteranceConditions | null {
  const isGiven = (key: Key) => filter[key] != null;
  const narrowed = scoped || NARROW.some(isGiven);
  const named: Named = { companies: null, speakers: null, topics: null };
  const skewed = !narrowed && SKEWED.some(isGiven);
  const asked: Asked = { op, type, narrowed, companies: null, named, isOfCompany, skewed };
  const where: Sql[] = type ? [fixed(`u.type = '${type}'`)] : [];
  const parts: { keys: readonly Key[]; where: readonly Sql[] }[] = [];
  let isVoid = false;
  for (const { keys, rule } of KEYED) {
    if (!keys.some(isGiven)) continue;
    const conditions = rule.where(filter, asked);
    // What follows is read all the same: whatever it names in vain is to be warned of.
    if (conditions === null) {
      isVoid = true;
      continue;
    }
    where.push(...conditions);
    parts.push({ keys, where: conditions });
  }
  return isVoid ? null : { where, skewed: asked.skewed, named, parts };
}

/** Its conditions, without the index of topics: where words that are searched for are rarer, they find the rows. */
export function withoutTopicIndex({ where, parts, named: { topics } }: UtteranceConditions): readonly Sql[] {
  const own = parts.find(({ keys }) => keys.includes('topics'))?.where ?? [];
  return where.map((condition) =>
    own.includes(condition) ? sql`arrayoverlap(u.topic_ids, ${ints(topics ?? [])})` : condition,
  );
}

function oneOf(column: string, ids: readonly number[]): Sql {
  return ids.length === 1
    ? sql`${fixed(column)} = ${int(ids[0] as number)}`
    : sql`${fixed(column)} = ANY (${ints(ids)})`;
}

/** Of more companies than travel as ids: by the names of the sectors that they are in. */
function inSectorsOf(op: Operation, ids: readonly number[]): Sql {
  const sectors = new Set(ids.map((id) => op.view.linked('company', id).sector as string));
  return sql`u.company_id = ANY (ARRAY(SELECT c.id FROM company c WHERE c.sector = ANY (${texts([...sectors])})))`;
}

/** Somebody who held such an office at the row's company on the day of speaking. */
function officeHolders(roles: readonly string[], op: Operation): readonly Sql[] | null {
  if (!op.view.all('executive').some((office) => roles.includes(office.role))) return null;
  return [holdsOffice(roles)];
}

const holdsOffice = (roles: readonly string[]): Sql =>
  sql`EXISTS (SELECT FROM executive x WHERE x.person_id = u.speaker_id AND x.company_id = u.company_id AND x.role = ANY (${texts(roles)})
    AND coalesce(x.valid_from, '-infinity') <= u.said_on AND u.said_on <= coalesce(x.valid_to, 'infinity'))`;

function ofFirms({ firmIds, firmName }: AnyUtteranceFilter, op: Operation): readonly Sql[] | null {
  const byId = firmIds ? resolveIds(op, 'Firm', 'filter.firmIds', firmIds) : null;
  const byName = firmName != null ? firmsNamed(op, firmName) : null;
  const ids = byId && byName ? byId.filter((id) => byName.includes(id)) : (byId ?? byName ?? []);
  return ids.length > 0 ? [oneOf('u.firm_id', ids)] : null;
}
