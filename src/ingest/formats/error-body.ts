import type { Source } from '../source';

/** Keys under which vendors say that there is no answer, and the key that only says of what kind the trouble is. */
const SAYING = [
  'Note',
  'Information',
  'Error Message',
  'error',
  'error_message',
  'message',
  'detail',
  'errors',
  'Error',
];
const BESIDE = new Set([
  ...SAYING,
  'status',
  'statusCode',
  'code',
  'success',
  'timestamp',
  'path',
  'type',
  'title',
  'ok',
  'request_id',
]);

/** Much less than a transcript; longer strings are no message. */
const LONGEST = 2000;

/** What a vendor said instead of giving a document, as a sentence for people; null where the source is no such thing. */
export function vendorErrorIn(source: Source): string | null {
  const json = source.json();
  if ('error' in json) return null;
  const { value } = json;
  if (Array.isArray(value)) {
    return value.length === 0 ? 'is an empty list: the vendor has no document for this company and quarter' : null;
  }
  if (value === null || typeof value !== 'object') return null;
  const entries = Object.entries(value);
  if (entries.length === 0) return 'is an empty object: the vendor has no document for this company and quarter';
  if (!entries.every(([key]) => BESIDE.has(key))) return null;
  const said = SAYING.map((key) => (value as Record<string, unknown>)[key]).find((each) => each !== undefined);
  if (said === undefined) return null;
  const words = typeof said === 'string' ? said : JSON.stringify(said);
  return words.length > LONGEST ? null : `is no document but the vendor's refusal: ${words}`;
}
