import { SpeakerRole } from '../../../domain/utterance-enums';
import { isGivenName } from '../../../language/name/given-name';
import { splitSentences } from '../../../language/sentence';
import type { TextRange } from '../../../language/span';
import type { NeutralTurn } from '../../neutral-document';
import { announcedIn, selfIn } from './announcement';
import { fullName } from './gather-evidence';
import { HANDOVER_REACH, handedIn } from './handover';
import type { OfficeHolder } from './office-holder';
import { hasOperatorCue, opensQuestions } from './speech-cue';
import { type TurnView, viewOf } from './turn-view';

interface Sentence extends TextRange {
  /** Index of its paragraph. */
  readonly paragraph: number;
}

interface Stretch {
  readonly sentences: Sentence[];
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
  let run = '';
  const sentences = turn.paragraphs.flatMap((range, paragraph) =>
    splitSentences(text, range).map((sentence): Sentence => ({ ...sentence, paragraph })),
  );
  const said = sentences.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
  const conducts = markOperator(said);
  sentences.forEach((sentence, i) => {
    const words = said[i] as string;
    const isOperator = conducts[i] as boolean;
    let current = stretches.at(-1);
    if (!current || current.isOperator !== isOperator || next !== null) {
      current = { sentences: [], isOperator, name: isOperator ? null : next };
      stretches.push(current);
      next = null;
      run = '';
    }
    current.sentences.push(sentence);
    // Handovers stand at the end; an operator without an end must not be read from his beginning each time.
    run = isOperator ? `${run} ${words}`.slice(-HANDOVER_REACH) : words;
    if (isOperator) asks ||= announcedIn(words).some(({ isExplicit }) => isExplicit);
    else if (current.name === null && !asks && current.sentences.length <= 4)
      current.name = personOf(selfIn(words)?.name, present);
    // Once questions are asked nobody can tell whose turn it is; before, the floor is given with a name.
    if (asks || conducts[i + 1] === true) return;
    next = personOf(handedIn(run).at(-1)?.name, present);
  });
  // A voice that nobody takes the floor from may have changed unmarked.
  const last = stretches.at(-1);
  if (last && !last.isOperator) last.name = null;
  return stretches.map((stretch, index) => asTurn(text, turn, stretch, index));
}

/** Who is meant, where it is surely a person: one whom the opening presents, or somebody with a usual given name. */
function personOf(name: string | null | undefined, present: readonly OfficeHolder[]): string | null {
  if (!name) return null;
  const full = fullName(name, present);
  return present.some((person) => person.name === full) || isGivenName(full.split(' ')[0] as string) ? full : null;
}

const GIVES_FLOOR = /\b(?:go,? ahead|you may begin|line is (?:now )?open|please proceed)\b/i;
/** Sentences without a phrase of the operator's that may stand between two of his, and their longest. */
const BRIDGE = { sentences: 6, words: 25 };

/** Which sentences are the operator's: those with a phrase of his, short ones between two of them, and the words that lead up to one. */
function markOperator(said: readonly string[]): boolean[] {
  const marks = said.map(
    (words) =>
      hasOperatorCue(words) ||
      /\bquestions? (?:comes|is coming|will come) from\b/i.test(words) ||
      (GIVES_FLOOR.test(words) && words.length < 90),
  );
  for (let i = 1; i < marks.length; i++)
    if (
      !marks[i] &&
      marks[i - 1] &&
      !GIVES_FLOOR.test(said[i - 1] as string) &&
      handedIn(said[i - 1] as string).length === 0
    )
      marks[i] = bridges(said, marks, i);
  for (let i = marks.length - 2; i >= 0; i--) {
    const words = said[i] as string;
    if (marks[i] || !marks[i + 1]) continue;
    const isGreeting = i === 0 && words.split(' ').length < 25;
    const isLeadIn = /\bnow\b/i.test(words) && opensQuestions(words) && words.length < 160;
    marks[i] = isGreeting || isLeadIn || (/^thank you\.$/i.test(words) && /\bquestions?\b/i.test(said[i - 1] ?? ''));
  }
  return marks;
}

function bridges(said: readonly string[], marks: readonly boolean[], at: number): boolean {
  for (let i = at; i < Math.min(said.length, at + BRIDGE.sentences); i++) {
    if (marks[i]) return true;
    if ((said[i] as string).split(' ').length > BRIDGE.words) return false;
  }
  return marks[at + BRIDGE.sentences] ?? false;
}

function asTurn(text: string, turn: NeutralTurn, { sentences, isOperator, name }: Stretch, index: number): TurnView {
  const paragraphs: Sentence[] = [];
  for (const sentence of sentences) {
    const open = paragraphs.at(-1);
    if (open?.paragraph === sentence.paragraph) paragraphs[paragraphs.length - 1] = { ...open, end: sentence.end };
    else paragraphs.push(sentence);
  }
  const role = isOperator ? SpeakerRole.OPERATOR : name !== null ? SpeakerRole.EXECUTIVE : SpeakerRole.UNKNOWN;
  const inferred = { name: isOperator ? 'Operator' : name, role };
  const ranges = paragraphs.map(({ start, end }) => ({ start, end }));
  return viewOf(text, { ...turn, paragraphs: ranges }, index, inferred);
}
