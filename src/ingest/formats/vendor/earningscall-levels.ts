import { z } from 'zod';
import { Section } from '../../../domain/utterance-enums';
import type { Source } from '../../source';
import type { VendorTurn } from './compose';
import { isNumbered, milliseconds, roleNamed } from './speaker';
import { name, refuse, text, token } from './vendor-json';

const SPEECH = z.object({
  speaker: token,
  speaker_info: z.object({ name, title: name }).nullish(),
  text,
  words: z.array(z.string()).nullish(),
  start_times: z.array(z.number()).nullish(),
});

/** A file of any level; those of higher levels have the keys of the lower ones as well or leave them out. */
export const CALL = z.object({
  event: z.object({ year: token, quarter: token, conference_date: token }).nullish(),
  symbol: name,
  company_name: name,
  text,
  speakers: z.array(SPEECH).nullish(),
  speaker_name_map_v2: z.record(z.string(), z.object({ name, title: name }).nullish()).nullish(),
  prepared_remarks: text,
  questions_and_answers: text,
});

export interface CallPayload {
  readonly call: z.output<typeof CALL>;
  /** Where it stands in the source. */
  readonly at: string;
}

/** What tells whether two files are levels of one call: the company is in neither, so the words must agree as well as the event. */
export interface LevelKey {
  readonly event: string;
  /** The first letters spoken. */
  readonly opening: string;
}

/** Null where the source is no file of this vendor with an event and words. */
export function levelKeyOf(source: Source): LevelKey | null {
  const json = source.json();
  if ('error' in json) return null;
  const read = CALL.safeParse(json.value);
  if (!read.success || !read.data.event?.conference_date) return null;
  const { event, text: plain, speakers, prepared_remarks } = read.data;
  const spoken = speakers?.map((speech) => speech.text ?? speech.words?.join(' ') ?? '').join(' ');
  const opening = lettersOf((plain ?? spoken ?? prepared_remarks ?? '').slice(0, 4 * PROBE)).slice(0, PROBE);
  const { year, quarter, conference_date } = event;
  return opening ? { event: JSON.stringify([String(year), String(quarter), String(conference_date)]), opening } : null;
}

export function isSameCall(a: LevelKey, b: LevelKey): boolean {
  return a.event === b.event && (a.opening.startsWith(b.opening) || b.opening.startsWith(a.opening));
}

/** The turns of a call from whatever levels are there: the speakers of level 2 or 3, their sections from level 4. */
export function mergeLevels(levels: readonly CallPayload[], source: Source): VendorTurn[] {
  const speaking = levels.find(({ call }) => call.speakers?.some((speech) => speech.text));
  const timed = levels.find(({ call }) => call.speakers?.some(({ words }) => words?.length));
  const names = Object.assign({}, ...levels.map(({ call }) => call.speaker_name_map_v2 ?? {}));
  const sections = levels.find(({ call }) => call.prepared_remarks !== null || call.questions_and_answers !== null);
  const spoken = speaking ?? timed;
  if (spoken) {
    const turns = turnsOf(spoken, timed, names, source);
    return sections ? withSections(turns, sections.call.prepared_remarks ?? '') : turns;
  }
  if (sections) return wholeSections(sections);
  const plain = levels.find(({ call }) => call.text !== null);
  if (!plain) refuse(source, levels[0]?.at ?? '', 'has neither text nor speakers nor sections');
  return [{ label: null, pieces: [plain.call.text!], path: pathIn(plain.at, 'text') }];
}

const pathIn = (at: string, key: string) => (at ? `${at}.${key}` : key);

function turnsOf(
  { call, at }: CallPayload,
  timed: CallPayload | undefined,
  names: Readonly<Record<string, { name: string | null; title: string | null } | null>>,
  source: Source,
): VendorTurn[] {
  const times = timed?.call.speakers ?? [];
  return (call.speakers ?? []).map((speech, i) => {
    const path = pathIn(at, `speakers[${i}]`);
    // Times of another file count only where it cut the call into the same turns.
    const clock = times.length === call.speakers?.length ? times[i] : speech;
    if (clock?.words && clock.start_times && clock.words.length !== clock.start_times.length) {
      refuse(source, path, `has ${clock.words.length} words and ${clock.start_times.length} start times`);
    }
    const key = speech.speaker === null ? null : String(speech.speaker);
    const known = speech.speaker_info ?? (key === null ? null : (names[key] ?? null));
    const isAnonymous = key !== null && !known?.name && isNumbered(key);
    const label = known?.name ?? key;
    const isPart = /^operator$/i.test(label ?? '');
    return {
      label,
      isAnonymous,
      name: isAnonymous || isPart ? null : label,
      title: known?.title ?? null,
      role: roleNamed(known?.title ?? null) ?? (isPart ? roleNamed(label) : null),
      pieces: [speech.text ?? speech.words?.join(' ') ?? ''],
      startMs: milliseconds(clock?.start_times?.[0]),
      endMs: null,
      path,
    };
  });
}

/** Sections without speakers: two turns of unknown voices. */
function wholeSections({ call, at }: CallPayload): VendorTurn[] {
  const prepared = { label: null, section: Section.PREPARED_REMARKS, pieces: [call.prepared_remarks ?? ''] };
  const questions = { label: null, pieces: [call.questions_and_answers ?? ''] };
  return [
    { ...prepared, path: pathIn(at, 'prepared_remarks') },
    { ...questions, path: pathIn(at, 'questions_and_answers') },
  ].filter(({ pieces: [words] }) => words?.trim());
}

/** Enough letters to know a place in a text again. */
const PROBE = 60;
const lettersOf = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Turns whose words stand in the prepared remarks are of them, in order; the first that does not begins the questions. Letters
 * are compared, since the levels punctuate differently.
 */
function withSections(turns: readonly VendorTurn[], remarks: string): VendorTurn[] {
  const prepared = lettersOf(remarks);
  let at = 0;
  let isOver = prepared === '';
  return turns.map((turn) => {
    if (isOver) return turn;
    const letters = lettersOf(turn.pieces.join(' '));
    const found = prepared.indexOf(letters.slice(0, PROBE), at);
    // A short turn could stand anywhere; far ahead it is another "thank you".
    if (found < 0 || found - at > Math.max(PROBE, letters.length)) isOver = true;
    else at = found + letters.length;
    return isOver ? turn : { ...turn, section: Section.PREPARED_REMARKS };
  });
}
