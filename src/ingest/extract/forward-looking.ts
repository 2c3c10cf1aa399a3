/** Whether words speak of what is to come. */
export function isForwardLooking(_words: string): boolean {
  return false;
}
