import { Claim } from '../../domain/claim.entity';
import { Document } from '../../domain/document.entity';
import { Exchange } from '../../domain/exchange.entity';
import { Fact } from '../../domain/fact.entity';
import { type GlobalId, type NodeType, parseGlobalId, printGlobalId } from '../../domain/global-id';
import { Utterance } from '../../domain/utterance.entity';
import { badInput } from '../../platform/errors';
import type { Row } from '../client-pool';
import { describeEntity, type EntityClass, selectList } from '../dictionary';
import { type Edges, edgesNamed, load, value } from '../edge';
import { warnId } from '../filter/resolve';
import { mapNeeding } from '../need';
import type { Operation } from '../operation';
import type { ReferenceKind } from '../reference/kinds';
import { bigints, fixed, makeStatement, type Statement, sql } from '../sql/sql';
import { classOfUtterance } from '../utterance-class';

const REFERENCE: Partial<Record<NodeType, ReferenceKind>> = {
  Company: 'company',
  Person: 'person',
  Firm: 'firm',
  Executive: 'executive',
  Analyst: 'analyst',
  Quarter: 'quarter',
  Event: 'event',
  Topic: 'topic',
  Metric: 'metric',
};

const BULK: Partial<Record<NodeType, EntityClass>> = { Document, Utterance, Exchange, Fact, Claim };

export const MOST_NODES = 200;

/** One statement by primary key; the rows get the class that tells their type. */
export function rowsById(entity: EntityClass, keys: readonly number[]): Statement {
  const { table } = describeEntity(entity);
  return makeStatement(
    `rows of ${table}`,
    sql`SELECT ${fixed(selectList(entity, 't'))} FROM ${fixed(table)} t WHERE t.id = ANY (${bigints(keys)})`,
  );
}

export function giveClass<T extends object>(entity: EntityClass, row: Row): T {
  const type = entity === Utterance ? classOfUtterance(row) : entity;
  return Object.setPrototypeOf(row, type.prototype) as T;
}

function readId(id: string, argument: string, op: Operation): GlobalId {
  const parsed = parseGlobalId(id);
  if (!parsed) throw badInput(argument, `\`${argument}\` holds "${id.slice(0, 60)}", which is no id of this server.`);
  return { ...parsed, key: op.view.currentKey(parsed.type, parsed.key) };
}

function loadNodes(lists: readonly (readonly GlobalId[])[], op: Operation) {
  const wanted = lists.flat();
  const references = mapNeeding(wanted, ({ type, key }) => {
    const kind = REFERENCE[type];
    return kind ? op.view.node(kind, key) : undefined;
  });
  const groups = Object.entries(BULK).flatMap(([type, entity]) => {
    const keys = wanted.filter((id) => id.type === type).map(({ key }) => key);
    return keys.length > 0 ? [{ type, entity, keys }] : [];
  });
  return {
    statements: groups.map(({ entity, keys }) => rowsById(entity, keys)),
    finish: (results: readonly (readonly Row[])[]) => {
      const found = new Map<string, object>();
      groups.forEach(({ type, entity }, i) => {
        for (const row of results[i] ?? []) found.set(`${type}:${row.id}`, giveClass(entity, row));
      });
      const nodes = wanted.map(({ type, key }, i) => references[i] ?? found.get(`${type}:${key}`) ?? null);
      let at = 0;
      return lists.map((list) => {
        at += list.length;
        return nodes.slice(at - list.length, at);
      });
    },
  };
}

/** The same, with a warning for each of the ids that is the id of nothing. */
function warned(
  { statements, finish }: ReturnType<typeof loadNodes>,
  argument: string,
  ids: readonly string[],
  op: Operation,
): ReturnType<typeof loadNodes> {
  return {
    statements,
    finish: (results) => {
      const lists = finish(results);
      ids.forEach((id, i) => {
        if (lists[0]?.[i] === null) warnId(op, argument, id);
      });
      return lists;
    },
  };
}

const typeOf = (parent: object): NodeType =>
  parent instanceof Utterance ? 'Utterance' : (parent.constructor.name as NodeType);

export const NODE_EDGES: Edges = {
  ...edgesNamed<{ id: number }>('Node', {
    id: value(['id'], (parent) => printGlobalId(typeOf(parent), parent.id)),
  }),
  ...edgesNamed<object>('Query', {
    rateLimit: value([], (_, __, op) => op.rateLimit),
    node: load([], (parents, args: { id: string }, op) => {
      const batch = loadNodes(
        parents.map(() => [readId(args.id, 'id', op)]),
        op,
      );
      const known = warned(batch, 'id', [args.id], op);
      return { ...known, finish: (results) => known.finish(results).map((nodes) => nodes[0] ?? null) };
    }),
    nodes: load([], (parents, args: { ids: readonly string[] }, op) => {
      if (args.ids.length > MOST_NODES) {
        throw badInput('ids', `\`ids\` holds ${args.ids.length} ids; at most ${MOST_NODES} can be asked for at once.`, {
          limit: MOST_NODES,
        });
      }
      const ids = args.ids.map((id) => readId(id, 'ids', op));
      const batch = loadNodes(
        parents.map(() => ids),
        op,
      );
      return warned(batch, 'ids', args.ids, op);
    }),
  }),
};
