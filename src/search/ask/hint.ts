import type { Known } from '../known/known';
import { STOP_WORDS } from '../text/stop-words';
import { wordsOf } from '../text/word';

const EXAMPLE = 'all Zuckerberg statements about compute in Q4 2024';

/** What to type instead of a question of which nothing was understood. */
export function hintOf(question: string, known: Known): string {
  const words = wordsOf(question).filter(({ folded }) => folded.length > 2 && !STOP_WORDS.has(folded));
  if (words.length === 0) return `Name a company, a person, a topic or a period, such as: ${EXAMPLE}`;
  const near = [...new Set(words.flatMap(({ folded }) => known.similarNames(folded)).map(({ name }) => name))].slice(
    0,
    3,
  );
  const meant = near.length > 0 ? ` Did you mean ${listNames(near)}?` : '';
  return `No company, person, topic or period was found in it.${meant} To search for words as they stand, put them in quotation marks; else ask such as: ${EXAMPLE}`;
}

/** `Susan Li or Robert Li`; of many the first five. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 5);
  if (shown.length < names.length) return `${shown.join(', ')} or ${names.length - shown.length} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
