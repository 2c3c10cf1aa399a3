import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ImportFormat } from '../src/domain/import-format';
import type { Extraction } from '../src/ingest/extraction';
import { NO_HINTS } from '../src/ingest/formats/format';
import { readSource } from '../src/ingest/read-source';
import { Source } from '../src/ingest/source';
import { isSameCompany } from './company-name';
import type { Firing } from './firing';
import { isSameNode, surname } from './person-name';

/** A transcript's answer key, as in `data/transcripts-official` and `data/earnings21`. */
export interface TranscriptKey {
  readonly company?: string;
  readonly turns: readonly { readonly speaker: string; readonly words: number }[];
  readonly speakers: readonly {
    readonly name: string;
    readonly role: string | null;
    readonly firm?: string | null;
    readonly firmAuto?: string | null;
  }[];
  readonly qaStartTurn?: number | null;
}

/** How many are right of those that have an answer in the key, or of those that were found. */
export interface Share {
  of: number;
  right: number;
}

/** One thing of a call that is not as the key has it. */
export interface CallFault {
  readonly about: 'turns' | 'role' | 'firm' | 'questions' | 'voice' | 'company' | 'speaker company';
  readonly span: readonly [number, number] | null;
  readonly key: string;
  readonly found: string;
}

/** Counts of one document; what has no key has nothing to reach. */
export interface CallCount {
  readonly turns: { readonly key: number; readonly found: number; readonly matched: number };
  readonly roles: Share;
  readonly firms: Share;
  readonly questionsStart: Share;
  /** Whether the call's company is the key's, of those that have one. */
  readonly company: Share;
  /** Calls of a known company for which none was found. */
  readonly companyless: number;
  /** The house of each speaker that was given one: an executive's is the call's company. */
  readonly speakerCompany: Share;
  /** Of a diarised call alone; voices that the key names. */
  readonly voices: {
    readonly key: number;
    readonly named: number;
    readonly nodes: number;
    readonly wrong: number;
  } | null;
  /** Each speaker's name that the key can judge, with the rule that told it. */
  readonly firings: readonly Firing[];
  readonly faults: readonly CallFault[];
}

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

/** Turns are aligned in order by surname. Roles and firms count per speaker of the key that has one. */
export function compareCall(key: TranscriptKey, found: Extraction): CallCount {
  const faults: CallFault[] = [];
  const turns = turnsOf(found);
  const matched = matchedTurns(key.turns, turns);
  if (matched < Math.max(key.turns.length, turns.length))
    faults.push({
      about: 'turns',
      span: null,
      key: `${key.turns.length} turns`,
      found: `${turns.length}, ${matched} in order`,
    });
  const [roles, firms] = [none(), none()];
  for (const { name, role, firm, firmAuto } of key.speakers) {
    if (!role) continue;
    const speaker = found.speakers.find((candidate) => surname(candidate.name) === surname(name));
    count(roles, speaker?.role === role, faults, 'role', `${name}: ${role}`, speaker?.role ?? '');
    const wanted = firm ?? firmAuto ?? '';
    if (wanted)
      count(firms, isSameCompany(speaker?.firm, wanted), faults, 'firm', `${name}: ${wanted}`, speaker?.firm ?? '');
  }
  const questionsStart = none();
  if (key.qaStartTurn != null) {
    const start = found.questionsStartTurn;
    count(questionsStart, start === key.qaStartTurn, faults, 'questions', `turn ${key.qaStartTurn}`, `turn ${start}`);
  }
  const { company, companyless } = compareCompany(key, found, faults);
  const voices = found.format === 'TRANSCRIPT_DIARIZED' ? compareVoices(key, found, faults) : null;
  return {
    turns: { key: key.turns.length, found: turns.length, matched },
    roles,
    firms,
    questionsStart,
    company,
    companyless,
    speakerCompany: compareHouses(key, found, faults),
    voices: voices?.counts ?? null,
    firings: voices?.firings ?? labelFirings(key, found),
    faults,
  };
}

const none = (): Share => ({ of: 0, right: 0 });

function count(
  share: Share,
  isRight: boolean,
  faults: CallFault[],
  about: CallFault['about'],
  key: string,
  found: string,
  span: CallFault['span'] = null,
): void {
  share.of++;
  if (isRight) share.right++;
  else faults.push({ about, span, key, found });
}

/** The call's company by name; a call without one is counted apart, and a symbol alone is not judged. */
function compareCompany(
  key: TranscriptKey,
  { event }: Extraction,
  faults: CallFault[],
): { company: Share; companyless: number } {
  const company = none();
  if (key.company === undefined) return { company, companyless: 0 };
  const found = event?.company ?? null;
  if (found !== null) count(company, isSameCompany(found, key.company), faults, 'company', key.company, found);
  else if (event?.symbol == null) faults.push({ about: 'company', span: null, key: key.company, found: '' });
  return { company, companyless: found === null && event?.symbol == null ? 1 : 0 };
}

/** Of the speakers that were given a house and whom the key knows with a role: whether it is theirs. */
function compareHouses(key: TranscriptKey, found: Extraction, faults: CallFault[]): Share {
  const houses = none();
  for (const { name, role, firm } of found.speakers) {
    const known = key.speakers.find((candidate) => candidate.role && surname(candidate.name) === surname(name));
    const wanted = known && (known.firm ?? known.firmAuto ?? (known.role === 'EXECUTIVE' ? key.company : undefined));
    const given = firm ?? (role === 'EXECUTIVE' ? (found.event?.company ?? null) : null);
    if (!wanted || given === null) continue;
    count(houses, isSameCompany(given, wanted), faults, 'speaker company', `${name}: ${wanted}`, given);
  }
  return houses;
}

/** How many turns of both stand in the same order by surname: the longest common sequence. Whom the key does not know may be anybody. */
function matchedTurns(key: readonly Turn[], found: readonly Turn[]): number {
  const g = key.map(({ speaker }) => (isNumbered(speaker) ? null : surname(speaker)));
  const p = found.map(({ speaker }) => surname(speaker));
  let below = new Int32Array(p.length + 1);
  for (let i = g.length - 1; i >= 0; i--) {
    const row = new Int32Array(p.length + 1);
    for (let j = p.length - 1; j >= 0; j--)
      row[j] = g[i] === null || g[i] === p[j] ? 1 + (below[j + 1] ?? 0) : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    below = row;
  }
  return below[0] ?? 0;
}

/** A key that calls a voice "Speaker 3" does not know it either. */
export const isNumbered = (name: string): boolean => /^(?:speaker )?\d*$/i.test(name);

/** By voice, as the key's turns tell whose it is. An operator's own name and the word Operator are one; so is a given name alone. */
function compareVoices(key: TranscriptKey, found: Extraction, faults: CallFault[]) {
  const voices = new Map<
    string,
    { wanted: string; name: string | null; rule: string; span: readonly [number, number] }
  >();
  let last = -1;
  for (const { turn, label, speaker, rule, start, end } of found.utterances) {
    if (turn === null || turn === last) continue;
    last = turn;
    const name = speaker === null ? null : (found.speakers[speaker]?.name ?? null);
    voices.set(label, { wanted: key.turns[turn]?.speaker ?? '', name, rule, span: [start, end] });
  }
  const counts = { key: 0, named: 0, nodes: 0, wrong: 0 };
  const firings: Firing[] = [];
  for (const [label, { wanted, name, rule, span }] of voices) {
    if (isNumbered(wanted)) continue;
    counts.key++;
    const speaker = found.speakers.find((candidate) => candidate.name === name);
    const forms = [name ?? '', ...(speaker?.aliases ?? [])];
    const isGivenName = (form: string) =>
      !wanted.includes(' ') && form.split(' ')[0]?.toLowerCase() === wanted.toLowerCase();
    const isNode = name !== null && forms.some((form) => isSameNode(form, wanted) || isGivenName(form));
    const isNamed = isNode || (name !== null && forms.some((form) => surname(form) === surname(wanted)));
    if (name !== null) firings.push({ told: 'speaker', rule, isRight: isNode });
    if (isNode) counts.nodes++;
    if (isNamed) counts.named++;
    else if (name !== null) counts.wrong++;
    if (!isNode) faults.push({ about: 'voice', span, key: `${label} is ${wanted}`, found: name ?? '' });
  }
  return { counts, firings };
}

/** Of a call whose labels are names: each speaker by the key's list of them. */
function labelFirings(key: TranscriptKey, found: Extraction): Firing[] {
  return found.speakers.flatMap(({ name, aliases }, at) => {
    const first = found.utterances.find(({ speaker }) => speaker === at);
    const isKnown = key.speakers.some((known) => [name, ...aliases].some((form) => isSameNode(form, known.name)));
    return first ? [{ told: 'speaker' as const, rule: first.rule, isRight: isKnown }] : [];
  });
}

/** Reads every transcript of a folder that has a key beside it. */
export async function countFolder(folder: string): Promise<{ file: string; call: CallCount }[]> {
  const calls: { file: string; call: CallCount }[] = [];
  const names = readdirSync(folder).sort();
  for (const file of names) {
    const keyFile = file.replace(/(?:\.diarized)?\.(?:txt|md|pdf|json)$/, '.key.json');
    if (file.endsWith('.key.json') || keyFile === file || !names.includes(keyFile)) continue;
    const source = new Source(basename(file), readFileSync(join(folder, file)));
    const [read] = await readSource(source, ImportFormat.AUTO, NO_HINTS);
    const key: TranscriptKey = JSON.parse(readFileSync(join(folder, keyFile), 'utf8'));
    if (!read) throw new Error(`${basename(folder)}/${file} holds no document`);
    calls.push({ file: `${basename(folder)}/${file}`, call: compareCall(key, read.extraction) });
  }
  return calls;
}
