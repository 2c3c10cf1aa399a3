import { SpeakerRole } from '../../../domain/utterance-enums';
import { compareNames } from '../../../language/name/compare-names';
import { isAnalystTitle, isOperatorLabel } from '../../../language/name/title';
import type { Introduced } from './announcement';
import type { Evidence } from './gather-evidence';
import { handedIn, passedOnIn } from './handover';
import { isOneHouse, officeAlone } from './house';
import { hasAskerCue, hasOperatorCue, isOwnOperator, opensQuestions } from './speech-cue';
import type { TurnView } from './turn-view';
import { isOperator, MOST_VOICES, type Voice, type Voices } from './voice';

/** Which voices conduct the call by telephone, told by labels and by phrases that nobody else uses. */
export function findOperators(
  views: readonly TurnView[],
  { voices }: Voices,
  heard: readonly (Introduced | null)[],
): void {
  const labelled = voices.filter(({ name }) => name !== null && isOperatorLabel(name));
  for (const voice of labelled) voice.role = SpeakerRole.OPERATOR;
  // Where a label tells the operator, others may speak like one only because labels have moved.
  if (labelled.length > 0) return;
  for (const voice of voices) {
    if (voice.role !== null || voice.title !== null) continue;
    const turns = voice.turns.map((i) => views[i] as TurnView);
    const longest = turns.reduce((most, { count }) => Math.max(most, count), 0);
    if (longest > 450) continue;
    const cued = turns.filter(({ words }) => hasOperatorCue(words)).length;
    const conducting = turns.filter(
      ({ words, index }) => hasOperatorCue(words) || heard[index] != null || /\bgo,? ahead\b/i.test(words),
    ).length;
    const isSelf = turns.some(({ words }) => isOwnOperator(words));
    // An operator says so, or gives the floor with most of his lines; others say such a phrase once.
    if (isSelf || (cued > 0 && conducting >= 0.5 * turns.length) || onlyConducts(voice, turns, heard))
      voice.role = SpeakerRole.OPERATOR;
  }
}

/** Whether a voice without a name does nothing but give others the floor, an asker at least once. */
const onlyConducts = (
  { isNumbered }: Voice,
  turns: readonly TurnView[],
  heard: readonly (Introduced | null)[],
): boolean =>
  isNumbered &&
  turns.length > 1 &&
  turns.some(({ index }) => heard[index] != null) &&
  turns.every(({ words, index }) => heard[index] != null || handedIn(words).length > 0);

/** Gives every voice that has none a role. */
export function assignRoles(
  views: readonly TurnView[],
  { voices, of }: Voices,
  evidence: Evidence,
  company: string | null,
): void {
  const opening = openingTurn(views, { voices, of }, evidence);
  voices.forEach((voice, i) => {
    // A title makes a label's reader take somebody for an executive, of whatever house.
    if (
      voice.role === SpeakerRole.EXECUTIVE &&
      voice.title !== null &&
      isAsker(voice, evidence.firms[i] ?? null, company)
    )
      voice.role = SpeakerRole.ANALYST;
    if (voice.role !== null) return;
    if (voice.title !== null)
      voice.role = isAsker(voice, evidence.firms[i] ?? null, company) ? SpeakerRole.ANALYST : SpeakerRole.EXECUTIVE;
    else if (voice.isAnnounced) voice.role = SpeakerRole.ANALYST;
    else voice.role = roleByPlace(voice, i, views, { voices, of }, evidence, opening);
  });
  for (const voice of voices)
    if (voice.role !== SpeakerRole.ANALYST && voice.role !== SpeakerRole.JOURNALIST && voice.role !== SpeakerRole.OTHER)
      voice.firm = null;
  for (const voice of voices) voice.title = officeAlone(voice.title, voice.firm ?? company);
}

/** Whoever is announced as asking asks, whatever the title: other houses have directors and heads too. */
function isAsker({ title, isAnnounced }: Voice, firm: string | null, company: string | null): boolean {
  if (!isAnnounced) return false;
  return isAnalystTitle(title ?? '') || (firm !== null && company !== null && !isOneHouse(firm, company));
}

function roleByPlace(
  voice: Voice,
  at: number,
  views: readonly TurnView[],
  { voices, of }: Voices,
  { isHanded, firms }: Evidence,
  opening: number,
): SpeakerRole {
  const first = voice.turns[0] as number;
  if (isHanded[at]) return SpeakerRole.EXECUTIVE;
  const words = voice.turns.map((i) => (views[i] as TurnView).words);
  const asks = countQuestions(voice, views);
  if (firms[at] && (opening < 0 || first >= opening || asks > 0)) return SpeakerRole.ANALYST;
  if (opening >= 0 && first < opening) return SpeakerRole.EXECUTIVE;
  if (opening < 0) return roleInConversation(voice, voices, views);
  // During the questions: whoever is heard first after the conductor asks, whoever joins an answer belongs to the company.
  const before = of[first - 1];
  const isAfterConductor = before !== undefined && before >= 0 && isOperator(voices[before] as Voice);
  if (isAfterConductor && hasAskerCue((words[0] as string).slice(0, 500))) return SpeakerRole.ANALYST;
  const isCalled = views
    .slice(Math.max(0, first - 2), first)
    .some(
      (view) =>
        voice.name !== null &&
        passedOnIn(view.words).some((name) => compareNames(name, voice.name as string) !== 'DIFFERENT'),
    );
  if (isCalled) return SpeakerRole.EXECUTIVE;
  if (isAfterConductor) return SpeakerRole.ANALYST;
  if (asks >= 0.5 * words.length) return SpeakerRole.ANALYST;
  // A voice without a name goes on with an answer, or nothing tells that it is the company's.
  const follows = before !== undefined && before >= 0 ? voices[before]?.role : null;
  const isUnknown = voice.isNumbered && voice.name === null && follows !== SpeakerRole.EXECUTIVE;
  return isUnknown ? SpeakerRole.UNKNOWN : SpeakerRole.EXECUTIVE;
}

const countQuestions = ({ turns }: Voice, views: readonly TurnView[]): number =>
  turns.filter((i) => {
    const { words } = views[i] as TurnView;
    return hasAskerCue(words.slice(0, 400)) || /\?\s*$/.test(words);
  }).length;

/** Of a conversation that nobody opens to questions one asks, most of the times he speaks, and the others are asked. */
function roleInConversation(voice: Voice, voices: readonly Voice[], views: readonly TurnView[]): SpeakerRole {
  const interviews = (one: Voice): boolean => {
    const asks = countQuestions(one, views);
    return asks >= 2 && asks >= (voices.length === 2 ? 0.4 : 0.5) * one.turns.length;
  };
  const isAsked = voices
    .slice(0, MOST_VOICES)
    .some(
      (other) => other !== voice && (other.role === SpeakerRole.ANALYST || (other.role === null && interviews(other))),
    );
  if (voices.length > 1 && interviews(voice)) return SpeakerRole.ANALYST;
  if (isAsked) return SpeakerRole.EXECUTIVE;
  const length = voice.turns.reduce((sum, i) => sum + (views[i] as TurnView).words.length, 0);
  return voices.length > 1 && length > 1500 ? SpeakerRole.EXECUTIVE : SpeakerRole.UNKNOWN;
}

/** The turn with which the questions open: of an announcement, or of the words that open the lines after the first remarks; -1 without. */
export function openingTurn(views: readonly TurnView[], { voices, of }: Voices, { announced }: Evidence): number {
  const byHeading = views.findIndex(({ turn }) => turn.section === 'QUESTION');
  if (byHeading >= 0) return byHeading;
  const first = announced.findIndex(
    (found, i) => found !== null && i + 1 < views.length && isConducted(i, views, { voices, of }),
  );
  if (first >= 0) return first;
  return views.findIndex(
    ({ words, index }) =>
      index > 1 &&
      words.length < 2500 &&
      opensQuestions(words) &&
      of[index] !== -1 &&
      isOperator(voices[of[index] as number] as Voice),
  );
}

/** An announcement counts where the operator makes it, or a colleague in few words. */
function isConducted(at: number, views: readonly TurnView[], { voices, of }: Voices): boolean {
  const voice = voices[of[at] as number];
  return (voice !== undefined && isOperator(voice)) || (views[at] as TurnView).count < 160 || of[at] === -1;
}
