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
  readonly key: number;
}

const SHAPE = /^([A-Za-z]+):([1-9][0-9]{0,15})$/;

/** Opaque to clients: base64url of `Type:key`. */
export function printGlobalId(type: NodeType, key: number): string {
  return Buffer.from(`${type}:${key}`, 'latin1').toString('base64url');
}

/** Null for anything that this server cannot have given out. */
export function parseGlobalId(text: string): GlobalId | null {
  const plain = Buffer.from(text, 'base64url').toString('latin1');
  const match = SHAPE.exec(plain);
  if (!match) return null;
  const type = match[1] as NodeType;
  const key = Number(match[2]);
  if (!NODE_TYPES.includes(type) || !Number.isSafeInteger(key)) return null;
  // base64 has several spellings of one value; only the one that is given out counts.
  return printGlobalId(type, key) === text ? { type, key } : null;
}
