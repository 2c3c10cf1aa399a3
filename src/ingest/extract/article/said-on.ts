import type { TextRange } from '../../../language/span';
import type { Sentence } from './token';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const REACH = 12;

/**
 * The day of speaking as an attribution tells it, `told reporters on Wednesday`: the last such day up to the day of
 * publication, YYYY-MM-DD. Null where no weekday stands with the speaker, or the day of publication is unknown.
 */
export function saidOn(
  sentence: Sentence | undefined,
  mention: TextRange | null,
  publishedOn: string | null,
): string | null {
  if (!sentence || !mention || !publishedOn) return null;
  const first = sentence.tokens.findIndex(({ start }) => start >= mention.end);
  if (first < 0 || mention.start < sentence.start) return null;
  for (const { kind, lower, text } of sentence.tokens.slice(first, first + REACH)) {
    if (
      kind === 'quotation' ||
      /^[.;:]$/.test(text) ||
      /^(?:that|will|would|adding|after|before|until|by|next)$/.test(lower)
    )
      return null;
    const weekday = DAYS.indexOf(lower);
    if (weekday >= 0) return lastWeekday(publishedOn, weekday);
  }
  return null;
}

function lastWeekday(day: string, weekday: number): string {
  const published = new Date(`${day}T00:00:00Z`);
  const back = (published.getUTCDay() - weekday + 7) % 7;
  return new Date(published.getTime() - back * 86_400_000).toISOString().slice(0, 10);
}
