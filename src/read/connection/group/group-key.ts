import type { ReferenceKind } from '../../reference/kinds';
import { day, fixed, type Sql, sql } from '../../sql/sql';
import { isOfOneCompany, type Question } from '../question';

/** By what utterances can be grouped. */
export type GroupKeyName =
  | 'COMPANY'
  | 'SECTOR'
  | 'SPEAKER'
  | 'TOPIC'
  | 'QUARTER'
  | 'SECTION'
  | 'DIRECTNESS'
  | 'EXECUTIVE_ROLE'
  | 'SENTIMENT'
  | 'PUBLISHER';

/** How a key cuts rows `u` of utterances into groups. */
export interface KeyRule {
  /** The Postgres type of its values. A value is null where a row does not tell it. */
  readonly type: 'int4' | 'text';
  /** A row's value, or its values as an array: it is then in a group for each of them. */
  readonly value: Sql;
  /** A row for each row, or none, that the value is taken of. */
  readonly beside?: Sql;
  readonly isList?: boolean;
  /** Where the value depends on the company that rows are looked at for: of a row `h` that has `value` and, beside it, what is needed. */
  readonly seenBy?: { readonly needs: readonly [column: string, value: Sql][]; of(value: Sql, company: Sql): Sql };
  /** Only groups of these values are made: ids that the filter names. */
  readonly only?: readonly number[] | null;
  /** Rows without any value are in no group. */
  readonly leavesOut?: boolean;
  /** A value in words, where it is an id. */
  readonly label?: (value: Sql, today: string) => Sql;
  /** Whether a row is in the group of a value; null: in that of rows which do not tell. */
  readonly holds: (value: Sql | null) => Sql;
  /** What a value is the id of. */
  readonly node?: ReferenceKind;
}

/** The office held on the day of speaking; of several at once the highest, in the order of ExecutiveRole, as `Statement.executive` has it. */
const OFFICE = fixed(`SELECT x.role FROM executive x WHERE x.person_id = u.speaker_id AND x.company_id = u.company_id
  AND coalesce(x.valid_from, '-infinity') <= u.said_on AND u.said_on <= coalesce(x.valid_to, 'infinity')
  ORDER BY array_position(ARRAY['CEO', 'CFO', 'COO', 'CTO', 'PRESIDENT', 'CHAIR', 'IR', 'OTHER'], x.role), x.id LIMIT 1`);

const column = (name: string, type: KeyRule['type'] = 'text'): KeyRule => ({
  type,
  value: fixed(name),
  holds: (value) => (value ? sql`${fixed(name)} = ${value}` : fixed(`${name} IS NULL`)),
});

/** Its name on the day, as `Company.name` has it. */
const companyName = (id: Sql, today: string): Sql =>
  sql`(SELECT coalesce((SELECT n.name FROM company_name n WHERE n.company_id = c.id AND coalesce(n.valid_from, '-infinity') <= ${day(today)}
    AND ${day(today)} <= coalesce(n.valid_to, 'infinity') ORDER BY n.valid_from NULLS FIRST, n.id LIMIT 1), c.name) FROM company c WHERE c.id = ${id})`;

/** A comment is in the group of every company that it is about, and of every sector of these. */
const aboutCompany = (companies: readonly number[] | null): KeyRule => ({
  type: 'int4',
  value: fixed('u.about_company_ids'),
  isList: true,
  only: companies,
  label: companyName,
  holds: (value) => (value ? sql`u.about_company_ids @> ARRAY[${value}]` : fixed("u.about_company_ids = '{}'")),
  node: 'company',
});

const ABOUT_SECTOR: KeyRule = {
  type: 'text',
  value: fixed('ARRAY(SELECT DISTINCT c.sector FROM company c WHERE c.id = ANY (u.about_company_ids))'),
  isList: true,
  holds: (value) =>
    value
      ? sql`EXISTS (SELECT FROM company c WHERE c.id = ANY (u.about_company_ids) AND c.sector = ${value})`
      : fixed(
          `(u.about_company_ids = '{}' OR EXISTS (SELECT FROM company c WHERE c.id = ANY (u.about_company_ids) AND c.sector IS NULL))`,
        ),
};

const SECTOR: KeyRule = {
  type: 'text',
  value: fixed('(SELECT c.sector FROM company c WHERE c.id = u.company_id)'),
  holds: (value) =>
    value
      ? sql`u.company_id = ANY (ARRAY(SELECT c.id FROM company c WHERE c.sector = ${value}))`
      : fixed(
          '(u.company_id IS NULL OR u.company_id = ANY (ARRAY(SELECT c.id FROM company c WHERE c.sector IS NULL)))',
        ),
};

/** Quarters as ordinals, see quarterOrdinal. */
function quarter(counting: 'fiscal' | 'calendar'): KeyRule {
  const [years, quarters] = [`u.${counting}_year`, `u.${counting}_quarter`];
  return {
    type: 'int4',
    value: fixed(`${years} * 4 + ${quarters} - 1`),
    holds: (value) =>
      value
        ? sql`${fixed(years)} = ${value} / 4 AND ${fixed(quarters)} = ${value} % 4 + 1`
        : fixed(`(${years} IS NULL OR ${quarters} IS NULL)`),
  };
}

/** A comment about a company that has another one for its home carries the quarter as that one counts: the same quarter of the calendar is meant. */
const QUARTER_SEEN: KeyRule['seenBy'] = {
  needs: [
    ['home', fixed('u.company_id')],
    ['calendar', fixed('u.calendar_year * 4 + u.calendar_quarter - 1')],
  ],
  of: (
    value,
    company,
  ) => sql`CASE WHEN h.home = ${company} THEN ${value} ELSE (SELECT max(q.fiscal_year * 4 + q.fiscal_quarter - 1)
    FROM quarter q WHERE q.company_id = ${company} AND q.calendar_year * 4 + q.calendar_quarter - 1 = h.calendar) END`,
};

/** The rule of a key for the rows of a question. */
export function ruleOf(name: GroupKeyName, question: Question): KeyRule {
  const isAbout = question.kind === 'AnalystComment';
  switch (name) {
    case 'COMPANY':
      return isAbout
        ? aboutCompany(question.companies)
        : { ...column('u.company_id', 'int4'), label: companyName, node: 'company' };
    case 'SECTOR':
      return isAbout ? ABOUT_SECTOR : SECTOR;
    case 'SPEAKER':
      return {
        ...column('u.speaker_id', 'int4'),
        label: (id) => sql`(SELECT p.name FROM person p WHERE p.id = ${id})`,
        node: 'person',
      };
    case 'TOPIC':
      return {
        type: 'int4',
        value: fixed('u.topic_ids'),
        isList: true,
        only: question.topics,
        leavesOut: true,
        label: (id) => sql`(SELECT t.slug FROM topic t WHERE t.id = ${id})`,
        holds: (value) => (value ? sql`u.topic_ids @> ARRAY[${value}]` : fixed('false')),
        node: 'topic',
      };
    case 'QUARTER':
      if (!isOfOneCompany(question)) return quarter('calendar');
      return isAbout ? { ...quarter('fiscal'), seenBy: QUARTER_SEEN } : quarter('fiscal');
    case 'SECTION':
      return column('u.section');
    case 'DIRECTNESS':
      return column('u.directness');
    case 'EXECUTIVE_ROLE':
      return {
        type: 'text',
        // Beside the row, one look-up serves all that somebody says on a day.
        value: fixed('office.role'),
        beside: sql`LEFT JOIN LATERAL (${OFFICE}) office ON true`,
        holds: (value) => (value ? sql`(${OFFICE}) = ${value}` : sql`(${OFFICE}) IS NULL`),
      };
    case 'SENTIMENT':
      return column('u.sentiment_label');
    case 'PUBLISHER':
      return {
        type: 'text',
        value: fixed('(SELECT d.publisher FROM document d WHERE d.id = u.document_id)'),
        holds: (value) =>
          value
            ? sql`u.document_id = ANY (ARRAY(SELECT d.id FROM document d WHERE d.publisher = ${value}))`
            : fixed('u.document_id = ANY (ARRAY(SELECT d.id FROM document d WHERE d.publisher IS NULL))'),
      };
  }
}
