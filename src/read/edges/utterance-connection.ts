import { Utterance } from '../../domain/utterance.entity';
import { fingerprintOf, type PageArgs, readPageArgs } from '../connection/page-args';
import type { PageQuery, Scope } from '../connection/page-query';
import type { ParentKind } from '../connection/question';
import { SqlConnection } from '../connection/sql-connection';
import { type ConnectionEdge, opening } from '../edge';
import { type MentionScope, mentionWalk } from '../filter/mention-walk';
import { warnUnstored } from '../filter/stored-period';
import { type AnyUtteranceFilter, utteranceConditions, withoutTopicIndex } from '../filter/utterance-filter';
import { utteranceOrder } from '../filter/utterance-order';
import type { Given } from '../load';
import type { Operation } from '../operation';
import { narrowingOf } from '../search/narrowing';
import { openSearch } from '../search/page-search';
import { carriedIn } from '../search/window';
import { sql } from '../sql/sql';
import { UTTERANCE_CLASS } from '../utterance-class';

type Kind = 'Statement' | 'AnalystComment' | null;

/** Counting stops here: a higher count is told as a lower bound. Root `utterances` and events always count exactly. */
const COUNT_LIMIT = 100_000;

interface Spec<P> {
  readonly kind: Kind;
  readonly scope: Scope | null;
  keys(parent: P): readonly unknown[];
  /** Properties of the parent that `keys` looks at; absent: any. */
  readonly reads?: readonly (keyof P & string)[];
  /** What the parent is; absent where it does not bound what can be found. */
  readonly parent?: ParentKind;
  /** How a parent's utterances are found by mentions of topics; absent: as well without. */
  readonly mentions?: MentionScope;
  /** Inside one event or document, order is that of speaking unless asked otherwise. */
  readonly inOneDocument?: boolean;
}

/** A connection over utterances: the field's name, and how rows belong to the parent. */
export function utteranceConnection<P>(name: string, spec: Spec<P>): ConnectionEdge<P> {
  return {
    kind: 'connection',
    reads: spec.reads ?? null,
    open: opening((parent, args: UtterancesArgs, op) => {
      const keys = spec.keys(parent);
      const query = queryOf(name, spec, args, op);
      if (spec.parent === 'company') warnUnstored(op, args.filter ?? {}, keys as number[]);
      return new SqlConnection(query, keys);
    }),
  };
}

interface UtterancesArgs extends PageArgs {
  readonly filter?: Given<AnyUtteranceFilter>;
  /** Of an event's utterances, which have no filter. */
  readonly sections?: AnyUtteranceFilter['sections'];
  readonly orderBy?: { readonly field: string; readonly direction?: string };
}

type Shape = Pick<Spec<unknown>, 'kind' | 'scope' | 'parent' | 'mentions' | 'inOneDocument'>;

function queryOf(name: string, shape: Shape, args: UtterancesArgs, op: Operation): PageQuery {
  const { kind, scope, parent = null, mentions, inOneDocument = false } = shape;
  const key = `${name} ${JSON.stringify(args)}`;
  return op.memo(key, () => {
    const filter = { ...args.filter, ...(args.sections ? { sections: args.sections } : {}) };
    const conditions = utteranceConditions(filter, op, kind, scope !== null, parent === 'company');
    const search = filter.search
      ? openSearch(filter.search, op, narrowingOf(filter, op, kind, { isOwn: scope !== null, kind: parent }))
      : undefined;
    // Utterances of both kinds have no order by rank.
    const order = utteranceOrder(
      args.orderBy ?? null,
      inOneDocument,
      kind !== null && search?.known.isFindable === true,
    );
    const fingerprint = fingerprintOf(name, args, carriedIn(order));
    const asked = conditions && (search?.isRarerThanTopics ? withoutTopicIndex(conditions) : conditions.where);
    return {
      name: key,
      entity: Utterance,
      scope: scope && search && !search.isAlong ? withLexeme(scope) : scope,
      wish: readPageArgs(args, fingerprint, () => order.map(({ type }) => type)),
      where: asked && search !== null ? (search ? [...asked, search.where] : asked) : null,
      search: search ?? undefined,
      // How common words are, no plan for all of them can know.
      ownPlan: search !== undefined || (conditions?.skewed ?? false),
      order,
      fingerprint,
      countLimit: kind === null ? null : COUNT_LIMIT,
      rowClass: kind && UTTERANCE_CLASS[kind],
      question: {
        kind,
        companies: conditions?.named.companies ?? null,
        topics: conditions?.named.topics ?? null,
        filter,
        parent,
      },
      mentions:
        conditions && mentions !== undefined && order[0]?.property === 'place'
          ? mentionWalk(filter, conditions, kind, mentions, scope)
          : null,
    };
  });
}

/** The index of lexemes finds rows that have the words and are the parent's; without it, all that have the words. */
function withLexeme({ lexeme, where, ...scope }: Scope): Scope {
  if (!lexeme) return { where, ...scope };
  return {
    ...scope,
    where: (keys) => sql`${where(keys)} AND u.lexemes @@ ('''' || ${lexeme(keys)} || '''')::tsquery`,
  };
}

const byKey = (column: 'company_id' | 'speaker_id' | 'event_id' | 'document_id' | 'analyst_id'): Scope => ({
  types: ['int4'],
  where: ([key]) => {
    const columns = {
      company_id: sql`u.company_id = ${key ?? sql``}`,
      speaker_id: sql`u.speaker_id = ${key ?? sql``}`,
      event_id: sql`u.event_id = ${key ?? sql``}`,
      document_id: sql`u.document_id = ${key ?? sql``}`,
      analyst_id: sql`u.analyst_id = ${key ?? sql``}`,
    };
    return columns[column];
  },
});

const OF_ID = { keys: (parent: { readonly id: number }) => [parent.id], reads: ['id'] as const };

const spoken: NonNullable<Scope['most']> = ([id], op) => op.view.node('person', id as number)?.utteranceCount ?? 0;

export const ROOT = { scope: null, keys: () => [], mentions: null };
export const OF_COMPANY = {
  scope: {
    ...byKey('company_id'),
    most: ([id], op) => op.view.node('company', id as number)?.statementCount ?? 0,
    lexeme: ([key]) => sql`'c ' || ${key ?? sql``}`,
  } as Scope,
  parent: 'company',
  mentions: 'company_id',
  ...OF_ID,
} as const;
export const OF_SPEAKER = {
  scope: { ...byKey('speaker_id'), most: spoken } as Scope,
  parent: 'person',
  mentions: 'speaker_id',
  ...OF_ID,
} as const;
export const OF_EVENT = {
  scope: byKey('event_id'),
  parent: 'event' as const,
  ...OF_ID,
  inOneDocument: true,
};
export const OF_DOCUMENT = {
  scope: byKey('document_id'),
  parent: 'document' as const,
  ...OF_ID,
  inOneDocument: true,
};
export const OF_ANALYST = { scope: byKey('analyst_id'), ...OF_ID };

/** Comments are a company's when they are about it. */
export const ABOUT_COMPANY = {
  scope: { types: ['int4'], where: ([key]) => sql`u.about_company_ids @> ARRAY[${key ?? sql``}]` } as Scope,
  parent: 'company',
  mentions: 'company_id',
  ...OF_ID,
} as const;

export const OF_QUARTER = {
  scope: {
    types: ['int4', 'int4', 'int4'],
    where: ([company, year, quarter]) =>
      sql`u.company_id = ${company ?? sql``} AND u.fiscal_year = ${year ?? sql``} AND u.fiscal_quarter = ${quarter ?? sql``}`,
  } as Scope,
  parent: 'quarter' as const,
  keys: (q: { companyId: number; fiscalYear: number; fiscalQuarter: number }) => [
    q.companyId,
    q.fiscalYear,
    q.fiscalQuarter,
  ],
};

/** What a person said for a company between two days. */
export const OF_OFFICE = {
  scope: {
    most: spoken,
    types: ['int4', 'int4', 'date', 'date'],
    where: ([person, company, from, to]) =>
      sql`u.speaker_id = ${person ?? sql``} AND u.company_id = ${company ?? sql``} AND u.said_on BETWEEN ${from ?? sql``} AND ${to ?? sql``}`,
  } as Scope,
  parent: 'office' as const,
  keys: (o: { personId: number; companyId: number; from: string | null; to: string | null }) => [
    o.personId,
    o.companyId,
    o.from ?? '-infinity',
    o.to ?? 'infinity',
  ],
};
