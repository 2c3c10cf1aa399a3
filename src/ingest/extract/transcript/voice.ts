import { SpeakerRole } from '../../../domain/utterance-enums';
import { isLikelySame } from '../../../language/name/compare-names';
import { foldName, parsePersonName } from '../../../language/name/person-name';
import { labelKey } from '../../../language/name/split-label';
import { isNumberedLabel, isOperatorLabel, isUnnamedLabel } from '../../../language/name/title';
import type { TurnView } from './turn-view';

/** One who speaks in a call, while it is being found out who that is. */
export interface Voice {
  /** Null: not known. */
  name: string | null;
  /** Other forms under which the call has the name. */
  readonly aliases: Set<string>;
  readonly turns: number[];
  /** It has a number for a label. */
  readonly isNumbered: boolean;
  title: string | null;
  firm: string | null;
  role: SpeakerRole | null;
  /** By what the name was told. */
  rule: VoiceRule;
  /** The name comes from the words around, not from a label. */
  isInferred: boolean;
  /** The conductor of the call named it as the next to ask. */
  isAnnounced: boolean;
}

export interface Voices {
  readonly voices: Voice[];
  /** By turn: index into voices; -1 where a turn's label tells nobody. */
  readonly of: number[];
}

/**
 * By what voices have their names. The evaluation counts how often each is right, and what it counted is how sure a name is
 * (lexicon/confidence.json).
 */
export type VoiceRule =
  | 'a label'
  | 'a label beside the text'
  | 'a text without labels'
  | 'who conducts the call'
  | 'a label whose bearer is absent'
  | 'a voice that is presented'
  | 'a voice that others name';

/**
 * Spellings are compared in pairs among so many voices, the first that are heard. The largest calls have forty; a text with more
 * than this is no call, and its pairs would be without end.
 */
export const MOST_VOICES = 300;

/** Turns of one person under several spellings of the name are one voice; a label without a name is nobody's. */
export function groupVoices(views: readonly TurnView[]): Voices {
  const voices: Voice[] = [];
  const byKey = new Map<string, number>();
  const of = views.map((view) => {
    const key = keyOf(view);
    if (key === null) return -1;
    let at = byKey.get(key);
    if (at === undefined) {
      const found = voices.slice(0, MOST_VOICES).findIndex((voice) => isSamePerson(voice, view));
      at = found >= 0 ? found : voices.push(newVoice(view)) - 1;
      byKey.set(key, at);
    }
    addTurn(voices[at] as Voice, view);
    return at;
  });
  return { voices, of };
}

function keyOf(view: TurnView): string | null {
  const { turn, inferred } = view;
  if (!inferred && turn.label !== null && turn.isAnonymous)
    return isNumberedLabel(turn.label) || /^(?:\d{1,3}|[A-P])$/.test(turn.label) ? labelKey(turn.label) : null;
  const name = nameOf(view);
  return name === null ? null : foldName(name);
}

/** Whoever conducts the call has his part for a name, also where a source leaves the name open. */
function nameOf({ turn, inferred }: TurnView): string | null {
  if (inferred) return inferred.name;
  if (turn.name !== null && isUnnamedLabel(turn.name)) return null;
  return turn.name ?? (turn.label !== null && isOperatorLabel(turn.label) ? turn.label : null);
}

function newVoice(view: TurnView): Voice {
  const { turn, inferred } = view;
  const name = turn.isAnonymous && !inferred ? null : nameOf(view);
  return {
    name,
    aliases: new Set(),
    turns: [],
    isNumbered: turn.isAnonymous && !inferred,
    title: null,
    firm: null,
    role: inferred?.role ?? null,
    rule: inferred ? 'a text without labels' : 'a label',
    isInferred: inferred !== null,
    isAnnounced: false,
  };
}

function isSamePerson(voice: Voice, view: TurnView): boolean {
  const { turn } = view;
  const name = nameOf(view);
  if (voice.isNumbered || turn.isAnonymous !== voice.isNumbered || voice.name === null || name === null) return false;
  if (isOperatorLabel(voice.name) || isOperatorLabel(name)) return isOperatorLabel(voice.name) && isOperatorLabel(name);
  return isLikelySame(voice.name, name);
}

function addTurn(voice: Voice, { index, turn }: TurnView): void {
  voice.turns.push(index);
  voice.title ??= turn.title;
  voice.firm ??= turn.firm;
  voice.role ??= turn.role;
  if (voice.name !== null && turn.name !== null && foldName(turn.name) !== foldName(voice.name)) {
    // The fuller of two spellings is the name: Ronald, with Ron beside it.
    const isFuller = turn.name.length > voice.name.length && parsePersonName(turn.name)?.family !== null;
    voice.aliases.add(isFuller ? voice.name : turn.name);
    if (isFuller) voice.name = turn.name;
  }
}

export const isOperator = ({ role }: Voice): boolean => role === SpeakerRole.OPERATOR;
