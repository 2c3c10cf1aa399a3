import { Kind, type TypeNode, type ValueNode } from 'graphql';

import { badInput, type EarshotError } from '../../platform/errors';

/** Postgres cannot hold U+0000 in text, so no value that carries it can name or find anything. */
export const NUL = '\0';

/** Nothing in the graph takes values nested deeper than filters within filters. */
export const MAX_VALUE_DEPTH = 12;

export function refuseNul(path: string): EarshotError {
  return badInput(path, `"${path}" contains a NUL character (U+0000), which no text here can contain. Take it out.`);
}

export function refuseNesting(path: string): EarshotError {
  return badInput(
    path,
    `"${path}" is nested more than ${MAX_VALUE_DEPTH} levels deep; no argument takes such a value.`,
  );
}

/** Looks through a literal value; `path` names the argument, such as `filter.speakerName`. */
export function inspectLiteral(value: ValueNode, path: string, depth = 0): void {
  if (depth > MAX_VALUE_DEPTH) throw refuseNesting(path.slice(0, 80));
  switch (value.kind) {
    case Kind.STRING:
      if (value.value.includes(NUL)) throw refuseNul(path);
      return;
    case Kind.LIST:
      for (const item of value.values) inspectLiteral(item, path, depth + 1);
      return;
    case Kind.OBJECT:
      for (const field of value.fields) inspectLiteral(field.value, `${path}.${field.name.value}`, depth + 1);
  }
}

/** A type such as [[[Int]]] can be nested without end as well. */
export function inspectType(type: TypeNode, path: string): void {
  let depth = 0;
  for (let inner = type; inner.kind !== Kind.NAMED_TYPE; inner = inner.type) {
    depth += 1;
    if (depth > 2 * MAX_VALUE_DEPTH) throw refuseNesting(path);
  }
}
