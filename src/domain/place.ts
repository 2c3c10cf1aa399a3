import { DocumentKind } from './document.entity';
import { dayNumber } from './fiscal/day';

/** Day 0 stands for none, so that words of no known day are older than all others. */
const NO_DAY = '1899-12-31';
/** Day 1; what was said before counts as said on it. */
export const FIRST_DAY = '1900-01-01';
/** Days take 21 bits, so that a place is exact as a number. */
const LAST_DAY = 2 ** 21 - 1;
const DAY = 2 ** 32;
const RETOLD = 2 ** 31;

/** Kinds of documents that retell: what they quote comes behind the event's own record of the same day. */
export const RETELLING_KINDS: readonly DocumentKind[] = [DocumentKind.NEWS_ARTICLE, DocumentKind.NOTE];

/** Words of lower places are of no known day. */
export const FIRST_KNOWN_PLACE = DAY;

/** Where a document's words of a day stand in the order of speaking. The column `utterance.place` is made the same way by the database. */
export function placeOf(saidOn: string | null, kind: DocumentKind | `${DocumentKind}`, documentId: number): number {
  return firstPlaceOf(saidOn) + (RETELLING_KINDS.includes(kind as DocumentKind) ? RETOLD : 0) + documentId;
}

/** The place before everything that was said on a day; of no day, before everything. */
export function firstPlaceOf(day: string | null): number {
  if (day === null) return 0;
  return Math.min(Math.max(dayNumber(day) - dayNumber(NO_DAY), 1), LAST_DAY) * DAY;
}

/** The place behind everything that was said on a day. */
export const lastPlaceOf = (day: string): number => firstPlaceOf(day) + DAY - 1;

/** A quarter as one number, in either counting: quarters since the year 0. */
export const quarterNumber = (year: number, quarter: number): number => year * 4 + quarter - 1;
