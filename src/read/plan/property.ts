/** What graphql-js' default resolver does: a property, or what a method of that name returns. */
export function propertyOf(parent: object, name: string): unknown {
  const value = (parent as Record<string, unknown>)[name];
  return typeof value === 'function' ? value.call(parent) : value;
}
