import { isNumberedLabel } from '../../../language/name/title';
import type { TextRange } from '../../../language/span';
import type { Block, NeutralTurn } from '../../neutral-document';

/** A stretch of one voice. Times in milliseconds. */
export interface VoiceTurn {
  /** Null: the machine gave these words to nobody. */
  readonly voice: string | null;
  readonly texts: readonly string[];
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface DiarizedFile {
  readonly turns: readonly VoiceTurn[];
  readonly title: string | null;
  readonly event: {
    readonly company: string | null;
    readonly symbol: string | null;
    readonly year: number | null;
    readonly quarter: number | null;
    readonly date: string | null;
  };
  /** It carries the marks of a vendor that has a format of its own. */
  readonly isVendors: boolean;
}

type Json = Readonly<Record<string, unknown>>;
const LISTS = ['speakers', 'turns', 'utterances', 'segments', 'monologues', 'transcript', 'paragraphs'];
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);

/** Reads JSON in which voices are numbered: a list of `{speaker, text}`, bare or under a usual key. Null where it is none. */
export function readDiarized(value: unknown): DiarizedFile | null {
  const root = isObject(value) ? value : {};
  const list = Array.isArray(value)
    ? value
    : LISTS.map((key) => root[key]).find((found) => Array.isArray(found) && found.some(isTurn));
  if (!Array.isArray(list) || list.length === 0) return null;
  const entries = list.filter(hasWords);
  const voiced = entries.filter(isTurn);
  // Names where numbers should be: another format's file. Words of nobody are kept, but alone they are no call of voices.
  if (
    entries.length < 0.8 * list.length ||
    voiced.length < LEAST_VOICED * entries.length ||
    voiced.filter((entry) => isVoice(entry.speaker)).length < 0.6 * voiced.length
  )
    return null;
  const event = isObject(root.event) ? root.event : root;
  return {
    turns: joinVoices(entries),
    title: textOf(event.title) ?? textOf(root.title),
    event: {
      company: textOf(event.company) ?? textOf(event.company_name),
      symbol: textOf(event.symbol) ?? textOf(event.ticker),
      year: numberOf(event.year),
      quarter: numberOf(event.quarter),
      date: textOf(event.date) ?? textOf(event.conference_date),
    },
    isVendors: isObject(root.event) && ('conference_date' in root.event || 'speaker_name_map_v2' in root),
  };
}

/** Part of the stretches that need a voice. A machine leaves it out where people speak at once or it hears too little. */
const LEAST_VOICED = 0.5;

const hasWords = (value: unknown): value is Json => isObject(value) && wordsOf(value) !== null;

const voiceOf = ({ speaker }: Json): string | null =>
  (typeof speaker === 'string' && speaker.trim()) || typeof speaker === 'number' ? String(speaker) : null;

const isTurn = (value: unknown): value is Json => hasWords(value) && voiceOf(value) !== null;

const isVoice = (speaker: unknown): boolean =>
  typeof speaker === 'number' ||
  (typeof speaker === 'string' && (/^(?:\d{1,3}|[A-Z])$/.test(speaker) || isNumberedLabel(speaker)));

/** `text`, or Rev's elements. */
function wordsOf(entry: Json): string | null {
  const plain = textOf(entry.text) ?? textOf(entry.transcript);
  if (plain !== null || !Array.isArray(entry.elements)) return plain;
  return textOf(
    entry.elements
      .map((element) => (isObject(element) && typeof element.value === 'string' ? element.value : ''))
      .join(''),
  );
}

function numberOf(value: unknown): number | null {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' ? Number(value.replace(/^Q/i, '')) : Number.NaN;
  return Number.isInteger(number) ? number : null;
}

/** Segments that follow each other with one voice are one turn. */
function joinVoices(entries: readonly Json[]): VoiceTurn[] {
  const scale = scaleOf(entries);
  const turns: VoiceTurn[] = [];
  const hasTimes = entries.some(({ start }) => typeof start === 'number');
  for (const entry of entries) {
    const voice = voiceOf(entry);
    const text = (wordsOf(entry) as string).replace(/\s+/g, ' ');
    const at = (value: unknown): number | null => (typeof value === 'number' ? Math.round(value * scale) : null);
    const before = turns.at(-1);
    if (before && hasTimes && before.voice === voice)
      turns[turns.length - 1] = { ...before, texts: [`${before.texts.join(' ')} ${text}`], endMs: at(entry.end) };
    else turns.push({ voice, texts: [text], startMs: at(entry.start), endMs: at(entry.end) });
  }
  return turns;
}

/** Nobody speaks a hundred words a second or one in ten: that tells seconds from milliseconds. */
function scaleOf(entries: readonly Json[]): number {
  const words = entries.reduce((sum, entry) => sum + (wordsOf(entry) ?? '').split(' ').length, 0);
  const end = Math.max(0, ...entries.map(({ end: last }) => (typeof last === 'number' ? last : 0)));
  return end > 20 * words ? 1 : 1000;
}

/** The neutral text: `label: words`, an empty line between turns; words of nobody stand without a label. */
export function layOut(voices: readonly VoiceTurn[]): { text: string; turns: NeutralTurn[]; blocks: Block[] } {
  const turns: NeutralTurn[] = [];
  const blocks: Block[] = [];
  let text = '';
  for (const { voice, texts, startMs, endMs } of voices) {
    const labelRange = voice === null ? null : { start: text.length, end: text.length + voice.length };
    if (voice !== null) text += `${voice}: `;
    const paragraphs: TextRange[] = texts.map((words, i) => {
      if (i > 0) text += '\n';
      const range = { start: text.length, end: text.length + words.length };
      text += words;
      return range;
    });
    blocks.push(...paragraphs.map((range) => ({ ...range, kind: 'PARAGRAPH' as const })));
    turns.push({
      label: voice,
      labelRange,
      isAnonymous: true,
      name: null,
      title: null,
      firm: null,
      role: null,
      section: null,
      paragraphs,
      startMs,
      endMs,
    });
    text += '\n\n';
  }
  return { text, turns, blocks };
}
