const internals = new Map<object, Set<string>>();

/** Marks a stored column that the graph does not show as a field of the same name. A test demands that each column is one or the other. */
export function internal(target: object, property: string): void {
  const known = internals.get(target) ?? new Set<string>();
  internals.set(target, known.add(property));
}

export function isInternal(type: { prototype: object }, property: string): boolean {
  for (let p: object | null = type.prototype; p; p = Object.getPrototypeOf(p)) {
    if (internals.get(p)?.has(property)) return true;
  }
  return false;
}
