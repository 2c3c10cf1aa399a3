import { ImportFormat } from '../../../domain/import-format';
import { AttributionMethod, Directness, SpeakerRole } from '../../../domain/utterance-enums';
import { isNumberedLabel } from '../../../language/name/title';
import type { ExtractedSpeaker } from '../../extraction';
import type { NeutralDocument, ParseWarning } from '../../neutral-document';
import { confidenceOf } from '../confidence';
import type { Occasion, Speech, Spoken } from '../finding';
import { mergePeople } from './address-evidence';
import { assignRoles, findOperators } from './assign-roles';
import { cutUnlabelled } from './cut-unlabelled';
import { haveLabelsDrifted } from './drift';
import { exchangesOf, sectionsOf } from './exchanges';
import { announcements, type Evidence, gatherEvidence } from './gather-evidence';
import { nameVoices } from './name-voices';
import { type OfficeHolder, officeHoldersIn } from './office-holder';
import { hasParagraphs, passagesOf } from './passages';
import { questionsStart } from './questions-start';
import { type TurnView, viewOf, wordsOf } from './turn-view';
import { groupVoices, MOST_VOICES, type Voice, type VoiceRule, type Voices } from './voice';

/** Turns whose words present the company's people with their offices. */
const OPENING_TURNS = 4;

/** People who are presented further on; every name in the call is held against all who were. */
const MOST_LATER_HOLDERS = 40;

/** Where a machine told the voices apart, a number among names is one that nobody has looked at yet. */
const HEARD_BY_MACHINE: ReadonlySet<ImportFormat> = new Set([
  ImportFormat.QUARTR,
  ImportFormat.EARNINGSCALL,
  ImportFormat.AIERA,
]);

/** Turns, speakers, roles, firms, the start of the questions, passages and exchanges of a transcript. */
export function extractTranscript(document: NeutralDocument, occasion: Occasion): Speech {
  const { text } = document;
  const turns = (document.turns ?? []).filter(({ paragraphs }) => paragraphs.length > 0);
  const present = mergePeople(
    turns.slice(0, OPENING_TURNS).flatMap(({ paragraphs }) => officeHoldersIn(wordsOf(text, paragraphs))),
  );
  const [only] = turns;
  const isUnlabelled = turns.length === 1 && only?.label === null;
  const views =
    isUnlabelled && only ? cutUnlabelled(text, only, present) : turns.map((turn, i) => viewOf(text, turn, i));
  const grouped = groupVoices(views);
  const heard = announcements(views);
  present.push(...laterHolders(views, grouped, heard).slice(0, MOST_LATER_HOLDERS));
  findOperators(views, grouped, heard);
  const evidence = gatherEvidence(views, grouped, present, heard);
  const isDrifted = haveLabelsDrifted(views, grouped, evidence.announced);
  const isNamed = isMostlyNamed(views);
  nameOperators(grouped.voices, isNamed);
  nameVoices(grouped.voices, evidence, present, !isNamed || HEARD_BY_MACHINE.has(document.format));
  assignRoles(views, grouped, evidence, occasion.company ?? occasion.symbol);
  const roles = views.map((view, i) => (isDrifted ? SpeakerRole.UNKNOWN : roleOf(view, grouped, i, evidence)));
  const start = isDrifted ? null : questionsStart(views, grouped, roles, evidence);
  const sections = sectionsOf(views, roles, start);
  const { speakers, at } = isDrifted
    ? { speakers: [], at: grouped.voices.map(() => null) }
    : speakersOf(grouped.voices);
  const keepsParagraphs = hasParagraphs(views);
  const utterances: Spoken[] = [];
  const byTurn = views.map((view, i) => {
    const voice = grouped.voices[grouped.of[i] as number];
    const speaker = voice ? (at[grouped.of[i] as number] ?? null) : null;
    return passagesOf(text, view, keepsParagraphs).map((range) => {
      utterances.push({
        ...range,
        ...attributionOf(view, voice, speaker),
        directness: Directness.TRANSCRIPT,
        section: sections[i] as Spoken['section'],
        turn: i,
        role: roles[i] as SpeakerRole,
        isComment: roles[i] === SpeakerRole.ANALYST || roles[i] === SpeakerRole.JOURNALIST,
        saidOn: null,
        startMs: view.turn.startMs,
        endMs: view.turn.endMs,
      });
      return utterances.length - 1;
    });
  });
  const exchanges = exchangesOf(sections, grouped.of).map(({ questions, answers }) => ({
    questions: questions.flatMap((i) => byTurn[i] ?? []),
    answers: answers.flatMap((i) => byTurn[i] ?? []),
  }));
  return {
    speakers,
    utterances,
    exchanges,
    questionsStartTurn: start,
    mentions: [],
    warnings: isDrifted ? [drifted(views)] : [],
  };
}

/** People with offices in the words that give them the floor later: `Here's our CFO, Lena Ostrov.` */
const laterHolders = (views: readonly TurnView[], { voices }: Voices, heard: readonly unknown[]): OfficeHolder[] =>
  voices
    .slice(0, MOST_VOICES)
    .flatMap(({ turns: [first] }) =>
      first !== undefined && first > OPENING_TURNS && !heard[first - 1]
        ? officeHoldersIn((views[first - 1] as TurnView).words.slice(-300))
        : [],
    );

/** Speakers in the order in which they are first heard. */
function speakersOf(voices: readonly Voice[]): { speakers: ExtractedSpeaker[]; at: (number | null)[] } {
  const speakers: ExtractedSpeaker[] = [];
  const at: (number | null)[] = voices.map(() => null);
  const order = voices
    .map((_, i) => i)
    .sort((a, b) => (voices[a]?.turns[0] as number) - (voices[b]?.turns[0] as number));
  for (const i of order) {
    const { name, role, title, firm, aliases, rule } = voices[i] as Voice;
    if (name === null) continue;
    const confidence = confidenceOf('speaker', rule);
    at[i] =
      speakers.push({ name, role: role ?? SpeakerRole.UNKNOWN, title, firm, aliases: [...aliases], confidence }) - 1;
  }
  return { speakers, at };
}

function attributionOf(
  { turn }: TurnView,
  voice: Voice | undefined,
  speaker: number | null,
): Pick<Spoken, 'speaker' | 'label' | 'mention' | 'confidence' | 'rule' | 'method'> {
  const isBeside = voice?.rule === 'a label' && turn.labelConfidence !== undefined;
  const rule: VoiceRule = isBeside ? 'a label beside the text' : (voice?.rule ?? 'a label');
  return {
    speaker,
    label: turn.label ?? voice?.name ?? 'Unknown',
    mention: turn.labelRange,
    confidence: speaker === null ? 0 : confidenceOf('speaker', rule),
    rule,
    method: voice?.isInferred || turn.label === null ? AttributionMethod.CONTEXT : AttributionMethod.SPEAKER_LABEL,
  };
}

function roleOf({ turn, inferred }: TurnView, { voices, of }: Voices, i: number, { announced }: Evidence): SpeakerRole {
  const known = voices[of[i] as number]?.role ?? turn.role ?? inferred?.role;
  if (known) return known;
  // Somebody without a name who has just been given the floor asks.
  return turn.isAnonymous && turn.label !== null && announced[i - 1] ? SpeakerRole.ANALYST : SpeakerRole.UNKNOWN;
}

/** An operator among numbered voices is called so until the words give a name. */
function nameOperators(voices: readonly Voice[], isNamed: boolean): void {
  for (const voice of voices)
    if (voice.isNumbered && voice.role === SpeakerRole.OPERATOR && !isNamed) {
      voice.name = 'Operator';
      voice.isInferred = true;
      voice.rule = 'who conducts the call';
    }
}

/** Among names a number is the transcriber's mark for a voice that he could not name. */
const isMostlyNamed = (views: readonly TurnView[]): boolean =>
  views.filter(({ turn }) => turn.label !== null && !isNumberedLabel(turn.label) && !turn.isAnonymous).length >
  0.5 * views.length;

function drifted(views: readonly TurnView[]): ParseWarning {
  const place = views.find(({ turn }) => turn.labelRange !== null)?.turn.labelRange;
  return {
    code: 'LABELS_DRIFTED',
    message: 'The labels do not fit the words below them; no speaker is told',
    ...place,
  };
}
