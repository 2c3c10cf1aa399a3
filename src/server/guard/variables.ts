import type { Variables } from './cost';
import { refuseExcess } from './limit';
import { MAX_VALUE_DEPTH, NUL, refuseNesting, refuseNul } from './text';

/** Refuses variables that are too many, too deep or hold text that cannot be stored. Linear, and stops at the first excess. */
export function inspectVariables(variables: Variables, limit: number): void {
  let count = 0;

  function inspect(value: unknown, path: string, depth: number): void {
    count += 1;
    if (count > limit) throw refuseExcess('maxVariableValues', limit, count);
    if (typeof value === 'string') {
      if (value.includes(NUL)) throw refuseNul(path);
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= MAX_VALUE_DEPTH) throw refuseNesting(path);
      if (Array.isArray(value)) for (const item of value) inspect(item, path, depth + 1);
      else for (const [name, item] of Object.entries(value)) inspect(item, `${path}.${name.slice(0, 40)}`, depth + 1);
    }
  }

  for (const name in variables) inspect(variables[name], name.slice(0, 40), 0);
}
