/** Types that have global ids. Statements and analyst comments share one, so that an id survives a correction of the speaker's role. */
export const NODE_TYPES = [
  'Company',
  'Person',
  'Firm',
  'Executive',
  'Analyst',
  'Quarter',
  'Event',
  'Document',
  'Utterance',
  'Exchange',
  'Topic',
  'Metric',
  'Fact',
  'Claim',
] as const;

export type NodeType = (typeof NODE_TYPES)[number];

export interface GlobalId {
  readonly type: NodeType;
  /** NOBODY where the number is beyond what the type's rows are counted by. */
  readonly key: number;
}

/** The key of no row: rows are counted from 1. */
export const NOBODY = 0;

/** Rows of these tables are counted by int8, all others by int4. */
const COUNTED_LONG: ReadonlySet<NodeType> = new Set(['Utterance', 'Fact', 'Claim']);
const LARGEST_INT4 = 2_147_483_647;

const SHAPE = /^([A-Za-z]+):([1-9][0-9]*)$/;
/** Longer texts than any id are looked at no further. */
const LONGEST = 80;

/** Opaque to clients: base64url of `Type:key`. */
export function printGlobalId(type: NodeType, key: number): string {
  return Buffer.from(`${type}:${key}`, 'latin1').toString('base64url');
}

/**
 * Null for anything that this server cannot have given out. A number that no row of the type can have is an id of nothing, not a
 * broken one: whoever counts further than this server may have sent it, and the database is never asked for it.
 */
export function parseGlobalId(text: string): GlobalId | null {
  if (text.length > LONGEST) return null;
  const plain = Buffer.from(text, 'base64url').toString('latin1');
  const match = SHAPE.exec(plain);
  if (!match) return null;
  const type = match[1] as NodeType;
  // base64 has several spellings of one value; only the one that is given out counts.
  if (!NODE_TYPES.includes(type) || Buffer.from(plain, 'latin1').toString('base64url') !== text) return null;
  const key = Number(match[2]);
  const largest = COUNTED_LONG.has(type) ? Number.MAX_SAFE_INTEGER : LARGEST_INT4;
  return { type, key: key > largest ? NOBODY : key };
}
