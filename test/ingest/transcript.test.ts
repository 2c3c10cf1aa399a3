import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportFormat } from '../../src/domain/import-format';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { type ReadDocument, readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';

/** Cases are invented calls laid out as their folder says; `expected.json` was written from the words, not by a run. */
interface Expected {
  readonly turns: readonly { readonly speaker: string | null; readonly words: number }[];
  readonly speakers: readonly {
    readonly name: string;
    readonly role: string;
    readonly title: string | null;
    readonly firm: string | null;
  }[];
  readonly questionsStartTurn: number | null;
  /** Turns, not utterances. */
  readonly exchanges: readonly { readonly questions: readonly number[]; readonly answers: readonly number[] }[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly warnings?: readonly string[];
}

const cases = ['transcript-text', 'transcript-diarized', 'transcript-pdf']
  .map((format) => join(__dirname, format))
  .filter(existsSync)
  .flatMap((folder) =>
    readdirSync(folder).map((name) => [`${folder.split('/').at(-1)}/${name}`, join(folder, name)] as const),
  );

async function read(folder: string): Promise<ReadDocument> {
  const file = readdirSync(folder).find((name) => name.startsWith('input.')) as string;
  const [document] = await readSource(new Source(file, readFileSync(join(folder, file))), ImportFormat.AUTO, NO_HINTS);
  return document as ReadDocument;
}

describe.each(cases)('%s', (_, folder) => {
  const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  let document: ReadDocument;
  beforeAll(async () => {
    document = await read(folder);
  });

  test('turns, speakers, roles, titles and firms', () => {
    const { utterances, speakers } = document.extraction;
    const turns: { speaker: string | null; words: number }[] = [];
    for (const { turn, speaker, label, role, text } of utterances) {
      const known = turns[turn as number];
      const words = text.split(/\s+/).length;
      // Who has a part but no name keeps the label.
      const name = speaker === null ? (role === 'UNKNOWN' ? null : label) : (speakers[speaker]?.name ?? null);
      if (known) known.words += words;
      else turns[turn as number] = { speaker: name, words };
    }
    expect(turns).toEqual(expected.turns);
    expect(speakers.map(({ name, role, title, firm }) => ({ name, role, title, firm }))).toEqual(expected.speakers);
  });

  test('the start of the questions and who answered whom', () => {
    const { utterances, exchanges, questionsStartTurn } = document.extraction;
    const turnsOf = (indices: readonly number[]) => [...new Set(indices.map((i) => utterances[i]?.turn))];
    expect(questionsStartTurn).toBe(expected.questionsStartTurn);
    expect(
      exchanges.map(({ questions, answers }) => ({ questions: turnsOf(questions), answers: turnsOf(answers) })),
    ).toEqual(expected.exchanges);
  });

  test('what the head tells', () => {
    expect(document.neutral.metadata).toMatchObject(expected.metadata);
    expect(document.extraction.warnings.map(({ code }) => code)).toEqual(expected.warnings ?? []);
  });

  test('every passage is a slice of the text, in order, without furniture, and no word of a turn is lost', () => {
    const { neutral, extraction } = document;
    const text = Array.from(neutral.text);
    let last = 0;
    for (const { start, end, text: words } of extraction.utterances) {
      expect(text.slice(start, end).join('')).toBe(words);
      expect(words).toBe(words.trim());
      expect(start).toBeGreaterThanOrEqual(last);
      last = end;
    }
    for (const { start, end } of neutral.blocks.filter(({ kind }) => kind === 'FURNITURE'))
      expect(extraction.utterances.filter((u) => u.start < end && u.end > start)).toEqual([]);
    const said = (neutral.turns ?? []).flatMap(({ paragraphs }) =>
      paragraphs.flatMap((p) => neutral.text.slice(p.start, p.end).split(/\s+/)),
    );
    expect(extraction.utterances.flatMap(({ text: words }) => words.split(/\s+/))).toEqual(said);
  });
});
