import { SpeakerRole } from '../../../domain/utterance-enums';
import type { NeutralTurn, TextRange } from '../../neutral-document';
import { splitSentences } from '../sentence';
import { announcedIn, selfIn } from './announcement';
import { fullName } from './gather-evidence';
import { handedIn } from './handover';
import type { OfficeHolder } from './office-holder';
import { hasOperatorCue } from './speech-cue';
import { type TurnView, viewOf } from './turn-view';

interface Stretch {
  readonly sentences: TextRange[];
  readonly isOperator: boolean;
  name: string | null;
}

/**
 * Cuts words without labels where it is certain that the voice changes: at the operator's lines, and behind the sentence that
 * hands the floor to somebody. What lies between two announcements is a question with its answers, of which nobody can tell
 * where one ends; it stays one stretch without a speaker.
 */
export function cutUnlabelled(text: string, turn: NeutralTurn, present: readonly OfficeHolder[]): TurnView[] {
  const stretches: Stretch[] = [];
  let next: string | null = null;
  let asks = false;
  const open = (isOperator: boolean, name: string | null): Stretch => {
    const stretch = { sentences: [], isOperator, name };
    stretches.push(stretch);
    return stretch;
  };
  const sentences = turn.paragraphs.flatMap((range) => splitSentences(text, range));
  const said = sentences.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
  const conducts = markOperator(said);
  let current: Stretch | null = null;
  sentences.forEach((sentence, i) => {
    const words = said[i] as string;
    const isOperator = conducts[i] as boolean;
    if (!current || current.isOperator !== isOperator || next !== null) {
      current = open(isOperator, isOperator ? null : next);
      next = null;
    }
    current.sentences.push(sentence);
    if (isOperator) {
      asks ||= announcedIn(words).length > 0;
      const handed = asks ? null : handedIn(`${words} `).at(-1)?.name;
      if (handed) next = null;
      if (handed && conducts[i + 1] !== true) next = fullName(handed, present);
      return;
    }
    if (asks) return;
    const handed = handedIn(words).at(-1)?.name;
    if (handed && conducts[i + 1] !== true) next = fullName(handed, present);
    else if (current.name === null && current.sentences.length <= 4) current.name = selfIn(words)?.name ?? null;
  });
  return stretches.map((stretch, index) => asTurn(text, turn, stretch, index, asks));
}

/** Which sentences are the operator's: those with a phrase of his, and short ones between two of them. */
function markOperator(said: readonly string[]): boolean[] {
  const marks = said.map(
    (words) =>
      hasOperatorCue(words) ||
      /\bquestion(?:s)? (?:comes|is coming|will come) from\b/i.test(words) ||
      /^please go ahead\b|^you may begin\b/i.test(words),
  );
  for (let i = 1; i + 1 < marks.length; i++) if (!marks[i] && marks[i - 1]) marks[i] = bridges(said, marks, i);
  // "Good afternoon." and "Thank you." open the operator's line.
  for (let i = marks.length - 2; i >= 0; i--)
    if (
      !marks[i] &&
      marks[i + 1] &&
      !marks[i - 1] &&
      /^(?:good (?:morning|afternoon|evening|day)[^.]{0,40}|(?:ladies and gentlemen|hello|welcome)[^.]{0,60})\.?$/i.test(
        said[i] as string,
      ) &&
      i === 0
    )
      marks[i] = true;
  return marks;
}

/** Up to three sentences, none longer than thirty words, between two of the operator's. */
function bridges(said: readonly string[], marks: readonly boolean[], at: number): boolean {
  for (let i = at; i < Math.min(said.length, at + 3); i++) {
    if (marks[i]) return true;
    if ((said[i] as string).split(' ').length > 30) return false;
  }
  return marks[at + 3] ?? false;
}

function asTurn(
  text: string,
  turn: NeutralTurn,
  { sentences, isOperator, name }: Stretch,
  index: number,
  asks: boolean,
): TurnView {
  const paragraphs = turn.paragraphs.flatMap((range) => {
    const inside = sentences.filter(({ start, end }) => start >= range.start && end <= range.end);
    const [first, last] = [inside[0], inside.at(-1)];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
  const role = isOperator ? SpeakerRole.OPERATOR : name !== null ? SpeakerRole.EXECUTIVE : SpeakerRole.UNKNOWN;
  const inferred = { name: isOperator && asks ? 'Operator' : isOperator ? 'Operator' : name, role };
  return viewOf(text, { ...turn, paragraphs }, index, inferred);
}
