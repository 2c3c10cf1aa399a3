import { type GraphQLObjectType, print } from 'graphql';
import type { PageColumns } from '../connection/page-columns';
import type { Part } from '../connection/part/part';
import type { PlanField, Selection, Share } from './selection';

/** The fields of a selection, parts of a connection each with the load that it shares. */
export function withShares(fields: readonly PlanField[]): readonly PlanField[] {
  const groups = new Map<string, PlanField[]>();
  for (const field of fields) {
    if (field.edge?.kind !== 'part') continue;
    const key = loadKey(field, field.edge);
    groups.set(key, [...(groups.get(key) ?? []), field]);
  }
  if (groups.size === 0) return fields;
  const shares = new Map<PlanField, Share>();
  for (const group of groups.values()) {
    const share = Object.freeze({ columns: pageColumns(group) });
    for (const field of group) shares.set(field, share);
  }
  return fields.map((field) => {
    const share = shares.get(field);
    return share ? Object.freeze({ ...field, share }) : field;
  });
}

/** Arguments as the document has them: written otherwise, the same ones are loaded twice, which does no harm. */
const loadKey = ({ node }: PlanField, { source }: Part): string =>
  `${source.name} ${(node.arguments ?? []).map(print).join(' ')}`;

/** What parts of a connection show of the rows of its page: properties of the entity, and whether cursors are made of them. */
function pageColumns(fields: readonly PlanField[]): PageColumns {
  const wanted = new Set<string>();
  let cursors = false;
  let matches = false;
  let everything = false;
  const add = (selection: Selection): void => {
    const reads = selection.fields.map(propertiesOf);
    if (reads.includes(null)) everything = true;
    for (const property of reads.flat()) if (property !== null) wanted.add(property);
  };
  const addRows = (field: PlanField): void => {
    for (const type of field.types) if (field.child) add(field.child(type));
  };
  for (const field of fields) {
    const { rows = [], cursors: places = [], matches: found = [] } = (field.edge as Part).uses;
    if (rows === 'self') {
      addRows(field);
      continue;
    }
    if (!field.child || rows.length + places.length === 0) continue;
    for (const own of field.child(field.named as GraphQLObjectType).fields) {
      if (rows.includes(own.name)) addRows(own);
      cursors ||= places.includes(own.name);
      matches ||= found.includes(own.name);
    }
  }
  const rows = fields.some(({ name }) => name !== 'isExact');
  return Object.freeze({ properties: everything ? null : wanted, cursors, matches, rows });
}

/** Null: it may look at any. */
function propertiesOf({ role, edge, name }: PlanField): readonly string[] | null {
  if (role === 'typename') return [];
  return edge ? (edge.reads ?? null) : [name];
}
