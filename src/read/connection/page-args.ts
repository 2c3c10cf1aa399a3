import { createHash } from 'node:crypto';
import { badInput } from '../../platform/errors';
import { type Fingerprint, readCursor } from './cursor';

export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 200;

/** The arguments of every connection; others beside them choose and order the rows. */
export interface PageArgs {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** A checked wish for a page. `cursor` holds the order's values of the row it stands at. */
export interface PageWish {
  readonly size: number;
  readonly backward: boolean;
  readonly cursor: readonly unknown[] | null;
  /** The other bound, where both `after` and `before` are given. */
  readonly bound: readonly unknown[] | null;
}

/** `types`: of the order's values, which cursors hold. */
export function readPageArgs(args: PageArgs, fingerprint: Fingerprint, types: () => readonly string[]): PageWish {
  const { first, last } = args;
  if (first != null && last != null) throw badInput('last', 'Give either `first` or `last`, not both.');
  for (const [name, size] of [
    ['first', first],
    ['last', last],
  ] as const) {
    if (size == null) continue;
    if (size < 0) throw badInput(name, `\`${name}\` is negative; it takes 0 to ${LARGEST_PAGE}.`);
    if (size > LARGEST_PAGE) {
      throw badInput(
        name,
        `\`${name}\` is ${size}, but a page holds at most ${LARGEST_PAGE}; ask for further pages with \`after\`.`,
        {
          limit: LARGEST_PAGE,
        },
      );
    }
  }
  const after = args.after == null ? null : readCursor('after', args.after, fingerprint, types());
  const before = args.before == null ? null : readCursor('before', args.before, fingerprint, types());
  const backward = last != null;
  return {
    size: first ?? last ?? DEFAULT_PAGE,
    backward,
    cursor: backward ? before : after,
    bound: backward ? after : before,
  };
}

/**
 * What a cursor belongs to: the order and the filter, not the parent and not the size of the page. Made at its first use. `carried`: of so
 * many values at the head of a cursor too, which tell how a list is read: one that was changed is refused. No secret is in it; it guards
 * against mixed-up cursors, not against somebody who makes one up, who gets no more than by asking.
 */
export function fingerprintOf(name: string, args: PageArgs, carried = 0): Fingerprint {
  let made: string | undefined;
  return (values = []) => {
    if (made === undefined) {
      const { first: _f, last: _l, after: _a, before: _b, ...rest } = args;
      made = digest(`${name} ${stableText(rest)}`);
    }
    return carried > 0 && values.length > 0 ? digest(`${made} ${stableText(values.slice(0, carried))}`) : made;
  };
}

const digest = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, 10);

/** JSON without the accidents of how arguments were written: keys sorted, what is null left out. */
function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, v]) => v != null);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${k}:${stableText(v)}`)
    .join(',')}}`;
}
