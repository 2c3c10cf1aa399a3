import type { VendorTurn } from './compose';
import { isNumbered, roleNamed } from './speaker';

/** A piece of speech that a machine cut out, with the number of the voice. Times are in milliseconds. */
export interface VoicePiece {
  readonly voice: string | number | null;
  readonly words: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly path: string;
}

export interface VoicePerson {
  readonly name: string | null;
  readonly role: string | null;
  readonly company: string | null;
}

/** Pieces of one voice that follow each other are paragraphs of one turn; a voice without a name keeps its number. */
export function turnsOfVoices(pieces: readonly VoicePiece[], people: ReadonlyMap<string, VoicePerson>): VendorTurn[] {
  const turns: (VendorTurn & { pieces: string[]; voice: string | null })[] = [];
  for (const { voice, words, startMs, endMs, path } of pieces) {
    if (!words.trim()) continue;
    const key = voice === null ? null : String(voice);
    const last = turns.at(-1);
    if (last && last.voice === key) {
      last.pieces.push(words);
      turns[turns.length - 1] = { ...last, endMs: endMs ?? last.endMs };
      continue;
    }
    const person = key === null ? undefined : people.get(key);
    // Some say the name itself where others have a number.
    const name = person?.name ?? (key === null || isNumbered(key) ? null : key);
    const isPart = name !== null && /^operator$/i.test(name);
    const role = roleNamed(person?.role ?? null) ?? (isPart ? roleNamed(name) : null);
    turns.push({
      voice: key,
      label: name ?? (key === null ? null : labelOf(key)),
      isAnonymous: name === null && key !== null,
      name: isPart ? null : name,
      title: person?.role ?? null,
      firm: role === 'ANALYST' ? (person?.company ?? null) : null,
      role,
      pieces: [words],
      startMs,
      endMs,
      path,
    });
  }
  return turns;
}

const labelOf = (voice: string) => (/^\d+$/.test(voice) ? `Speaker ${voice}` : voice);
