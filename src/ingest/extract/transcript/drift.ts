import type { Introduced } from './announcement';
import { hasAskerCue, hasOperatorCue } from './speech-cue';
import type { TurnView } from './turn-view';
import { isOperator, type Voices } from './voice';

/**
 * Whether labels have moved against their words by a turn: the lines that only an operator says stand under other names, and
 * questions under the operator's. Then no label of the document can be trusted.
 */
export function haveLabelsDrifted(
  views: readonly TurnView[],
  { voices, of }: Voices,
  announced: readonly (Introduced | null)[],
): boolean {
  let [right, wrong] = [0, 0];
  const hasOperator = voices.some(isOperator);
  views.forEach(({ words, turn, count }, i) => {
    const voice = voices[of[i] as number];
    if (!voice || turn.label === null || turn.isAnonymous) return;
    const isConducting = announced[i] != null && hasOperatorCue(words) && count < 150;
    if (isConducting) {
      if (isOperator(voice)) right++;
      else if (hasOperator) wrong++;
    } else if (isOperator(voice) && count > 25 && hasAskerCue(words.slice(0, 300)) && !hasOperatorCue(words)) wrong++;
  });
  return wrong >= 3 && wrong > right;
}
