import type { Config } from '../../platform/config';
import { EarshotError } from '../../platform/errors';

/** What the guard compares a document with; every figure is the largest that is still allowed. */
export type GuardLimits = Pick<
  Config,
  | 'maxDepth'
  | 'maxTokens'
  | 'maxFields'
  | 'maxRootFields'
  | 'maxAliases'
  | 'maxDirectives'
  | 'maxRepeats'
  | 'maxVariableValues'
  | 'maxCost'
>;

/** What is measured, in the words of the refusal, with the advice that mends it. */
const MEASURES = {
  maxDepth: ['levels of fields', 'Select fewer levels, or start from a field nearer to what you need.'],
  maxTokens: ['tokens', 'Split the document, and pass values as variables.'],
  maxFields: ['selections with its fragments expanded', 'Select fewer fields, or split the query.'],
  maxRootFields: ['fields at its root', 'Split the query.'],
  maxAliases: ['aliases', 'Use one field with a filter or with ids instead of many aliases.'],
  maxDirectives: ['directives', 'Use fewer @include and @skip.'],
  maxRepeats: ['selections of one field at one place', 'Select each field once.'],
  maxVariableValues: ['values in its variables', 'Send fewer values at a time.'],
  maxCost: ['points of cost', 'Ask for smaller pages (first, last, periods) or for fewer lists inside lists.'],
} as const satisfies Record<keyof GuardLimits, readonly [string, string]>;

/** `actual` may be where counting stopped, not the whole of it: the guard gives up at the first excess. */
export function refuseExcess(measure: keyof GuardLimits, limit: number, actual: number): EarshotError {
  const [what, advice] = MEASURES[measure];
  const message = `The query has ${actual} ${what} or more; this server allows ${limit}. ${advice}`;
  return new EarshotError('QUERY_TOO_COMPLEX', message, { measure: nameOf(measure), limit, actual });
}

/** maxRootFields -> rootFields */
function nameOf(measure: keyof GuardLimits): string {
  return measure.charAt(3).toLowerCase() + measure.slice(4);
}
