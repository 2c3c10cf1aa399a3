import type { Row } from '../client-pool';
import { describeEntity } from '../dictionary';
import type { Need } from '../need';
import { searchStatement } from '../search/known-search';
import { isReported } from '../sql/reported-quarter';
import { fixed, int, makeStatement, type Statement, sql, Value } from '../sql/sql';
import { REFERENCE_CLASSES } from './kinds';
import { columnsOf } from './store';
import { MANY, type ReferenceView } from './view';

/** Look-ups by a part of a name: all that have it, or few of them, or only how much they have said. */
const BY_NAME = new Set(['search', 'few', 'words']);
/** Nodes whose names are spelled like what was typed, compared in memory afterwards: more than are shown. */
const MOST_LIKE = 20;

interface Group {
  readonly kind: Need['kind'];
  readonly by: string;
  readonly keys: Set<number | string>;
}

/** One statement for each (kind, property) that is asked for, whatever the number of keys. */
export function lookupStatements(needs: readonly Need[]): { statements: Statement[]; groups: Group[] } {
  const groups = new Map<string, Group>();
  for (const { kind, by, key } of needs) {
    const name = BY_NAME.has(by) ? `${kind}/${by}/${key}` : `${kind}/${by}`;
    const group = groups.get(name) ?? { kind, by, keys: new Set() };
    group.keys.add(key);
    groups.set(name, group);
  }
  const list = [...groups.values()];
  return { groups: list, statements: list.map(lookup) };
}

function lookup({ kind, by, keys }: Group): Statement {
  if (kind === 'search') return searchStatement(String([...keys][0]));
  if (kind === 'document') {
    return makeStatement(
      'lookup documents',
      sql`SELECT d.id FROM document d WHERE d.id = ANY (${new Value([...keys], 'int4[]')})`,
    );
  }
  const columns = fixed(`SELECT ${columnsOf(kind)} FROM ${kind} t`);
  if (by === 'like') {
    // A word of the name has to have most of its runs of three letters in common with what was typed.
    const each = sql`${columns} WHERE k.key <% earshot_plain_name(t.search_key) ORDER BY word_similarity(k.key, earshot_plain_name(t.search_key)) DESC, t.id LIMIT ${int(MOST_LIKE)}`;
    return makeStatement(
      `lookup ${kind} spelled alike`,
      sql`SELECT k.key AS "likeKey", p.* FROM unnest(${new Value([...keys], 'text[]')}) k(key) CROSS JOIN LATERAL (${each}) p`,
    );
  }
  if (BY_NAME.has(by)) {
    const pattern = new Value(likePattern(String([...keys][0])), 'text');
    if (by === 'words') {
      return makeStatement(
        `words of ${kind} by name`,
        sql`SELECT coalesce(sum(t.utterance_count) FILTER (WHERE earshot_plain_name(t.search_key) LIKE ${pattern}), 0)::int8 AS words,
          coalesce(sum(t.utterance_count), 0)::int8 AS "allWords" FROM ${fixed(kind)} t`,
      );
    }
    if (by === 'few') {
      return makeStatement(
        `lookup few ${kind} by name`,
        sql`${columns} WHERE earshot_plain_name(t.search_key) LIKE ${pattern} ORDER BY id LIMIT ${int(MANY + 1)}`,
      );
    }
    return makeStatement(
      `lookup ${kind} by name`,
      sql`${columns} WHERE earshot_plain_name(t.search_key) LIKE ${pattern} ORDER BY id`,
    );
  }
  if (by === 'reported') {
    const companies = new Value([...keys], 'int4[]');
    return makeStatement(
      'reported quarters',
      sql`${columns} WHERE t.company_id = ANY (${companies}) AND ${isReported('t')} ORDER BY t.end_date`,
    );
  }
  const column = describeEntity(REFERENCE_CLASSES[kind]).columns.find((c) => c.property === by)?.column ?? 'id';
  const values = new Value([...keys], 'int4[]');
  return makeStatement(
    `lookup ${kind} by ${by}`,
    sql`${columns} WHERE ${fixed(`t.${column}`)} = ANY (${values}) ORDER BY id`,
  );
}

export function likePattern(part: string): string {
  return `%${part.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Hands the rows to the operation's view; empty lists too, so that nothing is looked up twice. */
export function keepLookups(view: ReferenceView, groups: readonly Group[], results: readonly (readonly Row[])[]): void {
  groups.forEach(({ kind, by, keys }, index) => {
    const rows = results[index] ?? [];
    if (kind === 'search' || by === 'words') {
      for (const key of keys) view.keep({ kind, by, key }, rows as readonly { id: number }[]);
      return;
    }
    if (kind === 'document') {
      const found = rows as readonly { id: number }[];
      for (const key of keys) {
        const own = found.filter(({ id }) => id === key);
        view.keep({ kind, by, key }, own);
      }
      return;
    }
    if (by === 'like') {
      const nodes = view.store.put(
        kind,
        rows.map(({ likeKey: _, ...row }) => row),
      );
      for (const key of keys) {
        const alike = nodes.filter((_, i) => rows[i]?.likeKey === key);
        view.keep({ kind, by, key }, alike);
      }
      return;
    }
    const nodes = view.store.put(kind, rows);
    for (const key of keys) {
      const property = by === 'reported' ? 'companyId' : by;
      const matching = BY_NAME.has(by) ? nodes : nodes.filter((node) => (node as never)[property] === key);
      view.keep({ kind, by, key }, matching);
    }
  });
}
