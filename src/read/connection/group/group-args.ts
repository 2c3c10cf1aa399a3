import { badInput } from '../../../platform/errors';
import type { GroupKeyName } from './group-key';

export type GroupOrderField = 'COUNT' | 'MENTIONS' | 'WORDS' | 'MEAN_SENTIMENT' | 'KEY';

/** The arguments of `groupBy`, where those left out have their defaults. */
export interface GroupArgs {
  readonly keys: readonly GroupKeyName[];
  readonly first: number;
  readonly orderBy?: { readonly field: GroupOrderField; readonly direction?: string };
}

/** A checked wish for groups. */
export interface GroupWish {
  readonly keys: readonly GroupKeyName[];
  readonly first: number;
  readonly field: GroupOrderField;
  readonly descending: boolean;
}

export const MOST_KEYS = 3;
export const MOST_GROUPS = 200;

export function readGroupArgs({ keys, first, orderBy }: GroupArgs): GroupWish {
  if (keys.length === 0 || keys.length > MOST_KEYS) {
    throw badInput('keys', `\`keys\` holds ${keys.length} keys; it takes 1 to ${MOST_KEYS}.`, { limit: MOST_KEYS });
  }
  const repeated = keys.find((key, i) => keys.indexOf(key) !== i);
  if (repeated) throw badInput('keys', `\`keys\` holds ${repeated} twice; each key is taken once.`);
  if (first < 0) throw badInput('first', `\`first\` is negative; it takes 0 to ${MOST_GROUPS}.`);
  if (first > MOST_GROUPS) {
    throw badInput('first', `\`first\` is ${first}, but at most ${MOST_GROUPS} groups are given; narrow the filter.`, {
      limit: MOST_GROUPS,
    });
  }
  const field = orderBy?.field ?? 'COUNT';
  return { keys, first, field, descending: (orderBy?.direction ?? (field === 'KEY' ? 'ASC' : 'DESC')) === 'DESC' };
}
