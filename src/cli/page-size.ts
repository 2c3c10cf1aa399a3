import { InvalidArgumentError } from 'commander';

/** The largest page of the graph. */
const LARGEST = 200;

export function readPageSize(text: string): number {
  const size = Number(text);
  if (Number.isInteger(size) && size >= 1 && size <= LARGEST) return size;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${LARGEST}.`);
}
