import type { GraphQLObjectType } from 'graphql';
import type { PageColumns } from '../connection/page-statement';
import type { PlanField, Selection } from './selection';

/** What the fields of a connection need of the rows of its page: properties of the entity, and whether cursors are made of them. */
export function pageColumns(fields: readonly PlanField[]): PageColumns {
  const wanted = new Set<string>();
  let cursors = false;
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
    if (field.name === 'nodes') addRows(field);
    if (!field.child || (field.name !== 'edges' && field.name !== 'pageInfo')) continue;
    for (const part of field.child(field.named as GraphQLObjectType).fields) {
      if (part.name === 'node') addRows(part);
      cursors ||= CURSORS.has(part.name);
    }
  }
  return Object.freeze({ properties: everything ? null : wanted, cursors });
}

const CURSORS = new Set(['cursor', 'startCursor', 'endCursor']);

/** Null: it may look at any. */
function propertiesOf({ role, edge, name }: PlanField): readonly string[] | null {
  if (role === 'typename') return [];
  return edge ? (edge.reads ?? null) : [name];
}
