import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ImportFormat } from '../src/domain/import-format';
import type { Extraction } from '../src/ingest/extraction';
import { NO_HINTS } from '../src/ingest/formats/format';
import { readSource } from '../src/ingest/read-source';
import { Source } from '../src/ingest/source';

/** A transcript's answer key, as in `data/transcripts-official` and `data/earnings21`. */
export interface TranscriptKey {
  readonly turns: readonly { readonly speaker: string; readonly words: number }[];
  readonly speakers: readonly {
    readonly name: string;
    readonly role: string | null;
    readonly firm?: string | null;
    readonly firmAuto?: string | null;
  }[];
  readonly qaStartTurn?: number | null;
}

/** Counts of one document; what has no key has zero to reach. */
export interface TranscriptFigures {
  readonly file: string;
  readonly turns: {
    readonly key: number;
    readonly found: number;
    readonly matched: number;
    readonly rightLength: number;
  };
  readonly roles: { readonly key: number; readonly right: number };
  readonly firms: { readonly key: number; readonly right: number };
  /** Null: the key does not tell. */
  readonly questionsStart: boolean | null;
  /** Diarised calls alone. */
  readonly voices: {
    readonly key: number;
    readonly named: number;
    readonly wrong: number;
    readonly faults: readonly string[];
  } | null;
}

/** The last word of a name: what speakers are compared by. */
export const surname = (name: string | null | undefined): string =>
  (name ?? '')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/\b(jr|sr)\.?$/, '')
    .replace(/[^a-z\s'’-]/g, ' ')
    .trim()
    .split(/\s+/)
    .pop() ?? '';

interface Turn {
  readonly speaker: string;
  readonly words: number;
}

function turnsOf({ utterances, speakers }: Extraction): Turn[] {
  const turns: { speaker: string; words: number }[] = [];
  for (const { turn, speaker, label, text } of utterances) {
    const words = text.split(/\s+/).filter(Boolean).length;
    const at = turn ?? 0;
    const known = turns[at];
    if (known) known.words += words;
    else turns[at] = { speaker: speaker === null ? label : (speakers[speaker]?.name ?? label), words };
  }
  return turns;
}

/** Turns are aligned in order by surname; a length is right within 3 words or 3 %. Roles and firms count per speaker of the key. */
export function compare(file: string, key: TranscriptKey, found: Extraction): TranscriptFigures {
  const turns = turnsOf(found);
  const { matched, rightLength } = align(key.turns, turns);
  const roles = { key: 0, right: 0 };
  const firms = { key: 0, right: 0 };
  for (const { name, role, firm, firmAuto } of key.speakers) {
    if (!role) continue;
    const speaker = found.speakers.find((candidate) => surname(candidate.name) === surname(name));
    roles.key++;
    if (speaker?.role === role) roles.right++;
    const wanted = letters(firm ?? firmAuto ?? '').slice(0, 8);
    if (!wanted) continue;
    firms.key++;
    if (speaker?.firm && letters(speaker.firm).includes(wanted)) firms.right++;
  }
  return {
    file,
    turns: { key: key.turns.length, found: turns.length, matched, rightLength },
    roles,
    firms,
    questionsStart: key.qaStartTurn == null ? null : found.questionsStartTurn === key.qaStartTurn,
    voices: found.format === 'TRANSCRIPT_DIARIZED' ? compareVoices(key, found) : null,
  };
}

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

function align(key: readonly Turn[], found: readonly Turn[]): { matched: number; rightLength: number } {
  const [g, p] = [key.map(({ speaker }) => surname(speaker)), found.map(({ speaker }) => surname(speaker))];
  const best = Array.from({ length: g.length + 1 }, () => new Int32Array(p.length + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = g.length - 1; i >= 0; i--)
    for (let j = p.length - 1; j >= 0; j--)
      (best[i] as Int32Array)[j] = g[i] === p[j] ? 1 + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j, rightLength] = [0, 0, 0];
  while (i < g.length && j < p.length) {
    if (g[i] === p[j]) {
      const words = key[i]?.words ?? 0;
      if (Math.abs(words - (found[j]?.words ?? 0)) <= Math.max(3, 0.03 * words)) rightLength++;
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return { matched: at(0, 0), rightLength };
}

/** By voice, as the key's turns tell whose it is. An operator's own name and the word Operator are one; so is a given name alone. */
function compareVoices(key: TranscriptKey, found: Extraction): TranscriptFigures['voices'] {
  const wanted = new Map<string, string>();
  const given = new Map<string, string | null>();
  let last = -1;
  for (const { turn, label, speaker } of found.utterances) {
    if (turn === null || turn === last) continue;
    last = turn;
    wanted.set(label, key.turns[turn]?.speaker ?? '');
    given.set(label, speaker === null ? null : (found.speakers[speaker]?.name ?? null));
  }
  let [named, wrong] = [0, 0];
  const faults: string[] = [];
  for (const [label, name] of wanted) {
    const answer = given.get(label) ?? null;
    const speaker = found.speakers.find((candidate) => candidate.name === answer);
    const forms = [answer ?? '', ...(speaker?.aliases ?? [])].map((form) => form.toLowerCase());
    const isRight =
      answer !== null &&
      (forms.some((form) => surname(form) === surname(name)) ||
        (!name.includes(' ') && forms.some((form) => form.split(' ')[0] === name.toLowerCase())));
    if (isRight) named++;
    else if (answer !== null) wrong++;
    if (!isRight) faults.push(`${label} is ${name}, not ${answer ?? 'known'}`);
  }
  return { key: wanted.size, named, wrong, faults };
}

/** Measures every transcript with a key below a folder of data; null where the folder is not there. */
export async function measureTranscripts(data: string): Promise<TranscriptFigures[] | null> {
  const folders = ['transcripts-official', 'earnings21']
    .map((folder) => join(data, folder))
    .filter((folder) => existsSync(folder));
  if (folders.length === 0) return null;
  const figures: TranscriptFigures[] = [];
  for (const folder of folders)
    for (const file of readdirSync(folder).sort()) {
      const keyFile = join(folder, file.replace(/(?:\.diarized)?\.(?:txt|md|pdf|json)$/, '.key.json'));
      if (file.endsWith('.key.json') || !/\.(?:txt|md|pdf|json)$/.test(file) || !existsSync(keyFile)) continue;
      const [read] = await readSource(
        new Source(basename(file), readFileSync(join(folder, file))),
        ImportFormat.AUTO,
        NO_HINTS,
      );
      if (read) figures.push(compare(file, JSON.parse(readFileSync(keyFile, 'utf8')), read.extraction));
    }
  return figures;
}

/** The same over the project's own invented calls, `test/ingest/transcript-*`: their expectations have the shape of a key. */
export async function measureOwnTranscripts(root: string): Promise<TranscriptFigures[]> {
  const figures: TranscriptFigures[] = [];
  for (const format of ['transcript-text', 'transcript-diarized'])
    for (const name of readdirSync(join(root, 'test/ingest', format)).sort()) {
      const folder = join(root, 'test/ingest', format, name);
      const file = readdirSync(folder).find((entry) => entry.startsWith('input.')) as string;
      const { turns, speakers, questionsStartTurn } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
      const [read] = await readSource(new Source(file, readFileSync(join(folder, file))), ImportFormat.AUTO, NO_HINTS);
      // Whom nobody can tell is Unknown in both.
      const spoken = turns.map((turn: { speaker: string | null; words: number }) => ({
        ...turn,
        speaker: turn.speaker ?? 'Unknown',
      }));
      const bare = read && {
        ...read.extraction,
        utterances: read.extraction.utterances.map((u) =>
          u.role === 'UNKNOWN' && u.speaker === null ? { ...u, label: 'Unknown' } : u,
        ),
      };
      if (bare)
        figures.push(compare(`${format}/${name}`, { turns: spoken, speakers, qaStartTurn: questionsStartTurn }, bare));
    }
  return figures;
}
