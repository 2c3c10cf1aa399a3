import { weekdayBefore } from '../../../language/day';
import type { TextRange } from '../../../language/span';
import type { Sentence } from './token';

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
    const day = weekdayBefore(lower, publishedOn);
    if (day) return day;
  }
  return null;
}
