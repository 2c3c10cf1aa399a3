import { readDay } from '../../domain/fiscal/day';
import { readInstant } from '../../domain/scalars/instant';
import { badInput } from '../../platform/errors';

/** What a cursor belongs to, made of its values as far as these are no place in the order. */
export type Fingerprint = (values?: readonly unknown[]) => string;

/** Raised when orders change: a cursor of before would stand somewhere else. The first version had none in it. */
const VERSION = 2;

export function printCursor(fingerprint: string, values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([VERSION, fingerprint, ...values])).toString('base64url');
}

/**
 * The order's values in a cursor. A cursor is no secret, so anybody can write one: what the order's columns could not be compared with
 * is refused here, not by the database.
 */
export function readCursor(
  argument: string,
  cursor: string,
  fingerprint: Fingerprint,
  types: readonly string[],
): readonly unknown[] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    parts = null;
  }
  if (!Array.isArray(parts) || parts.length < 2)
    throw badInput(argument, `\`${argument}\` is no cursor of this server.`);
  const [version, owner, ...values] = parts as unknown[];
  if (version !== VERSION) {
    throw badInput(argument, `\`${argument}\` is a cursor of another version of this server; start again without it.`);
  }
  if (owner !== fingerprint(values)) {
    throw badInput(argument, `\`${argument}\` is a cursor of another order or filter; start again without it.`);
  }
  if (values.length !== types.length || !types.every((type, i) => fits(type, values[i]))) {
    throw badInput(argument, `\`${argument}\` is no cursor of this server.`);
  }
  return values;
}

const LARGEST_INT4 = 2_147_483_647;
/** Stands for null in an order whose nulls come last. */
const INFINITE = /^-?infinity$/;

function fits(type: string, value: unknown): boolean {
  switch (type) {
    case 'int4':
      return Number.isInteger(value) && Math.abs(value as number) <= LARGEST_INT4;
    case 'int8':
      return Number.isSafeInteger(value);
    case 'float8':
      return Number.isFinite(value) || isInfinite(value);
    case 'date':
      return isInfinite(value) || (typeof value === 'string' && readDay(value) !== null);
    case 'timestamptz':
      return isInfinite(value) || (typeof value === 'string' && readInstant(value) !== null);
    case 'text':
      // The database has no text with a NUL in it.
      return typeof value === 'string' && !value.includes('\0');
    default:
      return false;
  }
}

const isInfinite = (value: unknown): boolean => typeof value === 'string' && INFINITE.test(value);
