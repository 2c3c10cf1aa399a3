import type { Row } from '../client-pool';
import type { EntityClass } from '../dictionary';
import type { Operation } from '../operation';
import type { PageSearch } from '../search/page-search';
import type { Sql } from '../sql/sql';
import type { Fingerprint } from './cursor';
import type { PageWish } from './page-args';
import type { Question } from './question';

/** A column of an order. Expressions are never null: each direction has its own stand-in for null, so that nulls come last. */
export interface OrderTerm {
  readonly expression: string;
  readonly type: string;
  readonly descending: boolean;
  /** The property that it orders by: a row has to have it where a cursor is made of it. */
  readonly property: string;
  /** The value that a cursor carries. */
  key(row: Row): unknown;
}

/** How rows belong to their parent: key types, and the condition over the keys. Empty for a root field. */
export interface Scope {
  readonly types: readonly string[];
  where(keys: readonly Sql[]): Sql;
  /** The lexeme that all rows of a parent have, as a text. */
  lexeme?(keys: readonly Sql[]): Sql;
  /** More rows than this no parent has; small where that is so of every parent. */
  most?(key: readonly unknown[], op: Operation): number;
}

/** A column of which each value is a stream of its own, read in order from an index. */
export interface StreamList {
  readonly column: 'topic_id' | 'company_id' | 'speaker_id' | 'calendar_period';
  readonly ids: readonly number[];
}

/** A way to utterances through their mentions `topic_mention m`, in the order of speaking: the same rows as by the conditions on `u`. */
export interface MentionWalk {
  /** The conditions on `u` that it stands for, those of a parent and all others: whoever changes them has to do without it. */
  readonly instead: { readonly scope: Scope | null; readonly where: readonly Sql[] };
  readonly lists: readonly StreamList[];
  /** Whether an utterance may stand in several streams. */
  readonly overlaps: boolean;
  readonly scope: Scope | null;
  readonly where: readonly Sql[];
  /** What mentions do not carry: conditions on `utterance u`. */
  readonly rest: readonly Sql[];
}

/** Everything about a page but its parents. Made once per field, arguments and operation. */
export interface PageQuery {
  /** Names it among others of the operation, such as `Company.statements {…}`. */
  readonly name: string;
  readonly entity: EntityClass;
  readonly scope: Scope | null;
  /** Null: nothing can match, so nothing is asked. */
  readonly where: readonly Sql[] | null;
  /** What is searched for; `where` says so too. */
  readonly search?: PageSearch;
  /** Whether the best way to its rows depends on the values of its conditions. */
  readonly ownPlan?: boolean;
  readonly order: readonly OrderTerm[];
  readonly wish: PageWish;
  readonly fingerprint: Fingerprint;
  /** Counting stops here; the count is then a lower bound. Null: always exact. */
  readonly countLimit: number | null;
  /** The class of every row; null where the row's `type` tells it. */
  readonly rowClass: EntityClass | null;
  /** Of utterances: what was asked for, for parts that count them. */
  readonly question?: Question;
  /** Of utterances on topics: the way to the same rows by their mentions, for orders of place. */
  readonly mentions?: MentionWalk | null;
}
