import type { Operation } from '../operation';
import { likePattern } from '../reference/lookup';
import { fixed, int, ints, type Sql, sql, text } from '../sql/sql';
import { partOfName } from './bounds';
import { peopleLike } from './candidates';
import { warnName } from './resolve';

/** Rows that a page is taken to look for, where a walk along its order is weighed against collecting all that match. */
const USUAL_PAGE = 50;

/** `narrowed`: other conditions leave few rows, whatever the names. */
export interface SpeakerCondition {
  readonly where: Sql;
  /** Whether it matches so many rows, or so few, that no plan fits every name. */
  readonly skewed: boolean;
  /** Null: they stay in the database. */
  readonly ids: readonly number[] | null;
}

/** Null: nobody is called so. Up to 200 people travel as ids; more stay in the database, found by the pattern there. */
export function speakerNamed(typed: string, narrowed: boolean, op: Operation): SpeakerCondition | null {
  const part = partOfName(typed, 'filter.speakerName');
  const speakers = op.view.speakersNamed(typed);
  if (speakers.ids) {
    const [first] = speakers.ids;
    if (first === undefined) {
      warnName(op, typed, 'filter.speakerName', peopleLike);
      return null;
    }
    const one = speakers.ids.length === 1;
    return {
      where: one ? sql`u.speaker_id = ${int(first)}` : sql`u.speaker_id = ANY (${ints(speakers.ids)})`,
      skewed: false,
      ids: speakers.ids,
    };
  }
  const pattern = text(likePattern(part));
  const { words, allWords } = speakers;
  // A walk along the order meets `page` matches after page * all / words rows; collecting fetches `words` rows and sorts them.
  const walk = narrowed || words * words > USUAL_PAGE * allWords;
  return {
    where: walk
      ? sql`(SELECT earshot_plain_name(p.search_key) LIKE ${pattern} FROM person p WHERE p.id = u.speaker_id)`
      : sql`u.speaker_id = ANY (ARRAY(SELECT p.id FROM person p WHERE earshot_plain_name(p.search_key) LIKE ${pattern}))`,
    skewed: !narrowed,
    ids: null,
  };
}

/** The same for a column that holds several people. */
export function speakersAmong(column: 'u.speaker_ids', typed: string, op: Operation): Sql | null {
  const part = partOfName(typed, 'filter.speakerName');
  const speakers = op.view.speakersNamed(typed);
  if (speakers.ids?.length === 0) warnName(op, typed, 'filter.speakerName', peopleLike);
  if (speakers.ids) return speakers.ids.length > 0 ? sql`${fixed(column)} && ${ints(speakers.ids)}` : null;
  const pattern = text(likePattern(part));
  return sql`EXISTS (SELECT FROM person p WHERE p.id = ANY (${fixed(column)}) AND earshot_plain_name(p.search_key) LIKE ${pattern})`;
}
