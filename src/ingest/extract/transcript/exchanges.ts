import { Section, SpeakerRole } from '../../../domain/utterance-enums';
import { leadsOn, takesLeave } from './speech-cue';
import type { TurnView } from './turn-view';

/** By turn: the part of the call. */
export function sectionsOf(views: readonly TurnView[], roles: readonly SpeakerRole[], start: number | null): Section[] {
  const asks = roles.map((role) => role === SpeakerRole.ANALYST || role === SpeakerRole.JOURNALIST);
  const last = asks.lastIndexOf(true);
  const operator = roles.indexOf(SpeakerRole.OPERATOR, last + 1);
  return views.map(({ turn, words, index }) => {
    if (roles[index] === SpeakerRole.OPERATOR) return Section.OPERATOR;
    if (start === null)
      return turn.section === Section.PREPARED_REMARKS || roles[index] === SpeakerRole.EXECUTIVE
        ? Section.PREPARED_REMARKS
        : Section.UNKNOWN;
    if (index < start) return Section.PREPARED_REMARKS;
    if (asks[index]) return Section.QUESTION;
    if (roles[index] !== SpeakerRole.EXECUTIVE && roles[index] !== SpeakerRole.IR) return Section.UNKNOWN;
    // Lines that lead the call on, and the farewell after the last answer, answer nobody.
    if (leadsOn(words)) return Section.OPERATOR;
    const isAfterOperator = operator >= 0 && operator < index;
    const isFarewell = index > last + 1 && takesLeave(words) && (words.length < 500 || isAfterOperator);
    return isFarewell || (last >= 0 && index > last && isAfterOperator) ? Section.UNKNOWN : Section.ANSWER;
  });
}

/** Turns of one analyst's questions and of what was answered; a follow-up goes on with the same exchange. */
export interface TurnExchange {
  readonly questions: readonly number[];
  readonly answers: readonly number[];
}

/**
 * The exchanges in order. Another asker begins another one; so does the same one who is given the floor anew, after somebody
 * else had it. Operators' lines belong to none.
 */
export function exchangesOf(sections: readonly Section[], voiceOf: readonly number[]): TurnExchange[] {
  const found: { asker: number; questions: number[]; answers: number[] }[] = [];
  sections.forEach((section, i) => {
    const open = found.at(-1);
    if (section === Section.QUESTION) {
      const voice = voiceOf[i] as number;
      const goesOn =
        open !== undefined && (voice >= 0 ? open.asker === voice : open.asker < 0 && open.answers.length === 0);
      if (goesOn) open.questions.push(i);
      else found.push({ asker: voice, questions: [i], answers: [] });
    } else if (section === Section.ANSWER) open?.answers.push(i);
  });
  return found.filter(({ answers }) => answers.length > 0).map(({ questions, answers }) => ({ questions, answers }));
}
