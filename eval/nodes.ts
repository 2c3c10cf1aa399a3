import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isSameCompany } from './company-name';
import { foldersOf } from './folds';
import { articleNodes } from './labels/article-nodes';
import { issuerNames } from './labels/issuer-names';
import { type MadeNodes, withMaker } from './made-nodes';
import type { Note } from './miss';
import { surname } from './person-name';
import { type Fold, faults, type Measure, perDocument } from './row';
import { isNumbered, type TranscriptKey } from './transcripts';

/** Whom a document is known to name. Null: nobody has said, nothing is judged. */
interface Known {
  readonly companies: readonly string[] | null;
  readonly people: readonly string[] | null;
  /** How many more people it may name: voices that the key numbers only. */
  readonly unnamed?: number;
}

type KindOfNode = 'companies' | 'people' | 'offices';

const nameOf = (kind: KindOfNode | 'all three'): string => `made by 100 documents and nonexistent: ${kind}`;

interface Tally {
  /** Documents whose nodes of the kind can be judged. */
  documents: number;
  wrong: number;
}

/** Companies, people and offices that a document alone makes in an empty database and that it does not name. */
export async function measureNodes(data: string, folds: readonly Fold[], note: Note): Promise<Measure[]> {
  const documents = folds.flatMap((fold) => knownDocuments(data, fold).map((document) => ({ ...document, fold })));
  if (documents.length === 0) return [];
  const tallies = new Map<Fold, Record<KindOfNode, Tally>>();
  const [read, refused] = [new Map<Fold, number>(), new Map<Fold, number>()];
  const add = (counts: Map<Fold, number>, fold: Fold) => counts.set(fold, (counts.get(fold) ?? 0) + 1);
  await withMaker(async (make) => {
    for (const { fold, file, known } of documents) {
      const tally = tallies.get(fold) ?? { companies: none(), people: none(), offices: none() };
      tallies.set(fold, tally);
      add(read, fold);
      const made = await make(file);
      if (!made) add(refused, fold);
      judge(made ?? NOTHING, known, tally, (kind, found) =>
        note({
          measure: nameOf(kind),
          file: `${basename(join(file, '..'))}/${basename(file)}`,
          span: null,
          words: '',
          key: `${kind === 'companies' ? known.companies?.join(', ') : known.people?.join(', ')}`,
          found,
          rule: '',
        }),
      );
    }
  });
  return [...tallies].flatMap(([fold, tally]) => [
    faults('documents that are refused', fold, refused.get(fold) ?? 0, read.get(fold) ?? 0, 0),
    ...measuresOf(fold, tally),
  ]);
}

const NOTHING: MadeNodes = { companies: [], people: [], offices: [] };
const none = (): Tally => ({ documents: 0, wrong: 0 });

function measuresOf(fold: Fold, tally: Record<KindOfNode, Tally>): Measure[] {
  const kinds = Object.keys(tally) as KindOfNode[];
  const rate = kinds.reduce((sum, kind) => sum + tally[kind].wrong / Math.max(1, tally[kind].documents), 0);
  const documents = Math.min(...kinds.map((kind) => tally[kind].documents));
  return [
    ...kinds.map((kind) => perDocument(nameOf(kind), fold, tally[kind].wrong, tally[kind].documents, null)),
    perDocument(nameOf('all three'), fold, rate * documents, documents, 0.03),
  ];
}

function judge(
  made: MadeNodes,
  { companies, people, unnamed = 0 }: Known,
  tally: Record<KindOfNode, Tally>,
  tell: (kind: KindOfNode, found: string) => void,
): void {
  const isCompany = (name: string) => companies?.some((known) => isSameCompany(name, known)) ?? false;
  const isPerson = (name: string) => people?.some((known) => isAlike(name, known)) ?? false;
  const count = (kind: KindOfNode, wrong: readonly string[]) => {
    tally[kind].documents++;
    tally[kind].wrong += wrong.length;
    for (const found of wrong) tell(kind, found);
  };
  const strangers = new Set(made.people.filter((name) => !isPerson(name)).slice(unnamed));
  if (companies)
    count(
      'companies',
      made.companies.filter((name) => !isCompany(name)),
    );
  if (people) count('people', [...strangers]);
  if (!companies || !people) return;
  const isWrong = ({ person, company }: MadeNodes['offices'][number]) => strangers.has(person) || !isCompany(company);
  count(
    'offices',
    made.offices.filter(isWrong).map(({ person, company, title }) => `${person}, ${title} at ${company}`),
  );
}

/** The surname, or the given name where the document gives no more. */
const isAlike = (name: string, known: string): boolean =>
  surname(name) === surname(known) ||
  (!known.includes(' ') && name.toLowerCase().startsWith(`${known.toLowerCase()} `));

function knownDocuments(data: string, fold: Fold): { file: string; known: Known }[] {
  const official = fold === 'open' ? [join(data, 'transcripts-official')].filter((folder) => existsSync(folder)) : [];
  const calls = [...official, ...foldersOf(data, 'earnings21', fold)].flatMap(keyedCalls);
  const bodies = foldersOf(data, 'metrics-ectsum', fold).flatMap((folder) =>
    textsOf(folder).map((name) => ({ file: join(folder, name), known: { companies: issuerOf(name), people: null } })),
  );
  const articles = foldersOf(data, 'news-polnear', fold).flatMap((folder) =>
    textsOf(folder).map((name) => ({
      file: join(folder, name),
      known: articleNodes(`${basename(folder)}/${name}`),
    })),
  );
  return [...calls, ...bodies, ...articles].filter(({ known }) => known.companies || known.people);
}

const textsOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();

/** Whose call it is by the symbol in the file's name; it names others besides, none of which it makes. */
function issuerOf(name: string): string[] | null {
  const symbol = name.split('_')[0] ?? '';
  const names = issuerNames(symbol);
  return names.length === 0 ? null : [symbol, ...names];
}

/** A call has its company and who speaks. */
function keyedCalls(folder: string): { file: string; known: Known }[] {
  const names = readdirSync(folder).sort();
  return names.flatMap((name) => {
    const keyFile = name.replace(/(?:\.diarized)?\.(?:txt|md|pdf|json)$/, '.key.json');
    if (name.endsWith('.key.json') || keyFile === name || !names.includes(keyFile)) return [];
    const { company, speakers }: TranscriptKey = JSON.parse(readFileSync(join(folder, keyFile), 'utf8'));
    const people = speakers.map((speaker) => speaker.name).filter((voice) => !isNumbered(voice));
    const known = { companies: company ? [company] : null, people, unnamed: speakers.length - people.length };
    return [{ file: join(folder, name), known }];
  });
}
