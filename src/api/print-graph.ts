import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildGraph } from './schema';

/** The SDL as it stands in schema/schema.graphql: sorted, so that a diff shows only what changed. */
export function printGraph(): string {
  return `${printSchema(lexicographicSortSchema(buildGraph()))}\n`;
}
