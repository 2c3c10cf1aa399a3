import { GraphQLScalarType } from 'graphql';

/** What differs from case to case and is only ever read. */
export const JsonObject = new GraphQLScalarType<object, object>({
  name: 'JSONObject',
  description: 'An object of JSON, given out as it is; its keys depend on what it is about.',
  serialize: (value) => value as object,
});
