import { SpeakerRole } from '../../../domain/utterance-enums';
import type { Evidence } from './gather-evidence';
import type { TurnView } from './turn-view';
import type { Voices } from './voice';

/**
 * The turn with which the questions begin: the line that opens them or gives the first asker the floor, or the first question
 * itself where nobody announces it. Null without questions.
 */
export function questionsStart(
  views: readonly TurnView[],
  { voices, of }: Voices,
  roles: readonly SpeakerRole[],
  { announced }: Evidence,
): number | null {
  const byHeading = views.findIndex(({ turn }) => turn.section === 'QUESTION');
  const conducts = (i: number): boolean => (voices[of[i] as number]?.role ?? roles[i]) === SpeakerRole.OPERATOR;
  if (byHeading >= 0) {
    // Some mark only the asker's turn; the line that gives the floor begins the questions.
    const isGiven =
      byHeading > 1 && !conducts(byHeading) && conducts(byHeading - 1) && announced[byHeading - 1] != null;
    return isGiven ? byHeading - 1 : byHeading;
  }
  const isAsker = (i: number): boolean => roles[i] === SpeakerRole.ANALYST || roles[i] === SpeakerRole.JOURNALIST;
  const firstAnnounced = announced.findIndex(
    (found, i) => found !== null && views.slice(i + 1, i + 6).some(({ index }) => isAsker(index)),
  );
  const asked = views.findIndex(({ index }) => index > firstAnnounced && isAsker(index));
  if (asked < 0) {
    // Without labels nobody is known to ask; the announcement still tells where it begins.
    const only = announced.findIndex((found, i) => found !== null && i + 1 < views.length);
    return only >= 0 ? only : null;
  }
  // Who opens the whole conversation and presents the interviewer asks nothing yet.
  let start = firstAnnounced > 0 && firstAnnounced < asked ? firstAnnounced : asked;
  // Lines of the operator directly before belong to the opening, as long as they do not open the whole call.
  while (start > 0) {
    if (!conducts(start - 1) || start - 1 === 0) break;
    start--;
  }
  return start;
}
