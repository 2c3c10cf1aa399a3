import { type GraphQLLeafType, isEnumType } from 'graphql';

export type LeafWriter = (value: unknown) => string;

/** JSON text of a leaf, byte for byte what JSON.stringify makes of graphql-js' result. */
export function leafWriter(type: GraphQLLeafType): LeafWriter {
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.getValues().map(({ value, name }) => [value, JSON.stringify(name)]));
    return (value) => texts.get(value) ?? JSON.stringify(type.serialize(value));
  }
  switch (type.name) {
    case 'String':
      return (value) => (typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(type.serialize(value)));
    case 'Int':
      return (value) => (Number.isInteger(value) ? String(value) : JSON.stringify(type.serialize(value)));
    case 'Boolean':
      return (value) => (value === true ? 'true' : value === false ? 'false' : JSON.stringify(type.serialize(value)));
    case 'Date':
      // Days come as Postgres prints them: digits and dashes, nothing to escape.
      return (value) =>
        typeof value === 'string' && value.length === 10 ? `"${value}"` : JSON.stringify(type.serialize(value));
    default:
      return (value) => JSON.stringify(type.serialize(value));
  }
}
