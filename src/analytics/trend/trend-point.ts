import type { Company } from '../../domain/company.entity';
import type { Period } from '../../domain/fiscal/period';
import type { Quarter } from '../../domain/quarter.entity';
import { badInput } from '../../platform/errors';
import type { Row } from '../../read/client-pool';
import { shareOf } from '../share';
import type { Counting, Window } from './trend-window';

/** Points of one trend: fifty companies over ten years. */
const MOST_POINTS = 2_000;
/** Points of the trends of many topics by one field: all topics over ten years at three companies. */
const MOST_IN_ALL = 20_000;

/** How often something is spoken of. */
export interface Counts {
  readonly mentions: number;
  readonly statements: number;
  readonly comments: number;
}

const NONE: Counts = { mentions: 0, statements: 0, comments: 0 };

/** What the people of all points of a trend are counted by, in one statement. */
export interface SpeakersAsked {
  readonly topicIds: readonly number[];
  /** Null: of all companies together. */
  readonly companies: readonly number[] | null;
  readonly counting: Counting;
  readonly window: Window;
}

export interface TrendPoint {
  readonly period: Period;
  readonly calendarPeriod: Period;
  readonly quarter: Quarter | null;
  readonly company: Company | null;
  readonly mentions: number;
  readonly statements: number;
  readonly share: number;
  readonly ordinal: number;
  readonly speakersAsked: SpeakersAsked;
}

/** Where a point stands. */
export type Place = Pick<TrendPoint, 'period' | 'calendarPeriod' | 'quarter' | 'company' | 'ordinal' | 'speakersAsked'>;

/** `passages`: all that is said in its quarter. */
export function pointAt(place: Place, rows: readonly Row[], passages: number): TrendPoint {
  const { mentions, statements, comments } = rows.reduce<Counts>(
    (sum, row) => ({
      mentions: sum.mentions + Number(row.mentions),
      statements: sum.statements + Number(row.statements),
      comments: sum.comments + Number(row.comments),
    }),
    NONE,
  );
  return { ...place, mentions, statements, share: shareOf(statements + comments, passages) };
}

/** Counts the points of a field's trends and refuses (BAD_USER_INPUT) more than one trend, or all together, may have. */
export class PointCount {
  #all = 0;

  add(count: number): void {
    if (count > MOST_POINTS) throw tooMany(`The trend has ${count} points`, MOST_POINTS, 'companies');
    this.#all += count;
    if (this.#all > MOST_IN_ALL)
      throw tooMany(`The trends have more than ${MOST_IN_ALL} points`, MOST_IN_ALL, 'topics or companies');
  }
}

function tooMany(found: string, limit: number, fewer: string) {
  const message = `${found}; at most ${limit} can be asked for at once. Name fewer ${fewer}, or a shorter time by \`from\` and \`to\`.`;
  return badInput('from', message, { limit });
}
