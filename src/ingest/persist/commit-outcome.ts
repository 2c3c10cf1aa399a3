/** Whether a change is in the database. Null: nobody knows, since the connection was lost before the answer to its COMMIT came. */
export type Committed = boolean | null;

/** Notes on an error what became of the change that it ended. The first note stays: it was made nearest to the COMMIT. */
export function noteOutcome(error: unknown, committed: Committed): unknown {
  if (isObject(error) && !('committed' in error)) Object.assign(error, { committed });
  return error;
}

/** Undefined where nobody has noted it. */
export function outcomeOf(error: unknown): Committed | undefined {
  return isObject(error) ? (error as { committed?: Committed }).committed : undefined;
}

const isObject = (thrown: unknown): thrown is object => typeof thrown === 'object' && thrown !== null;

/** An error that the database has answered with, and not one of its last words: whatever was open then is rolled back. */
export const isAnswer = (error: unknown): boolean => (error as { severity?: string }).severity === 'ERROR';
