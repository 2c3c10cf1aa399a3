/** The operations of schema/operations, put in by the build: each is an example, a test and a tab at once. */
declare const EXAMPLES: readonly Example[];

export interface Example {
  readonly query: string;
  /** JSON, where the operation has variables. */
  readonly variables: string | null;
}

export const examples = EXAMPLES;

/** FirstQuestionFlat -> First question flat */
export function titleOf({ query }: Example): string {
  const name = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(query)?.[1] ?? 'Untitled';
  const words = name.replace(/(?!^)[A-Z]/g, ' $&').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The comment lines above the operation. */
export function descriptionOf({ query }: Example): string {
  const lines = query.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#\s*/, ''))
    .join(' ');
}
