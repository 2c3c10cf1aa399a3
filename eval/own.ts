import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportFormat } from '../src/domain/import-format';
import type { Extraction } from '../src/ingest/extraction';
import { NO_HINTS } from '../src/ingest/formats/format';
import { readSource } from '../src/ingest/read-source';
import { Source } from '../src/ingest/source';
import { countFigureCases } from './figure-case';
import { type Measure, rate, share } from './row';

/** The product's own documents, written for it, with answers written from the words: test/ingest/<format>/<case>/. */
const FIXTURES = join(__dirname, '..', 'test', 'ingest');

interface ArticleAnswer {
  readonly quotes: readonly { readonly text: string; readonly speaker: string | null; readonly directness: string }[];
  readonly paraphrases?: readonly { readonly text: string; readonly speaker: string }[];
}

interface TranscriptAnswer {
  readonly turns: readonly { readonly speaker: string | null }[];
  readonly speakers: readonly { readonly name: string; readonly role: string; readonly firm: string | null }[];
  readonly questionsStartTurn: number | null;
}

export async function measureOwn(): Promise<Measure[]> {
  return [...(await articleRows()), ...(await transcriptRows()), ...figureRows()];
}

/** Folders of cases of some formats: the document is the file that is not the answer. */
async function readCases<T>(...formats: string[]): Promise<{ answer: T; found: Extraction }[]> {
  const cases: { answer: T; found: Extraction }[] = [];
  for (const format of formats) {
    const folder = join(FIXTURES, format);
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).sort()) {
      const file = readdirSync(join(folder, name)).find((entry) => entry !== 'expected.json');
      if (!file || !existsSync(join(folder, name, 'expected.json'))) continue;
      const source = new Source(file, readFileSync(join(folder, name, file)));
      const [read] = await readSource(source, ImportFormat.AUTO, NO_HINTS);
      const answer = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as T;
      // A case that is not read must not make the shares of the others look better.
      if (!read) throw new Error(`${format}/${name}: ${file} holds no document`);
      cases.push({ answer, found: read.extraction });
    }
  }
  return cases;
}

async function articleRows(): Promise<Measure[]> {
  const cases = await readCases<ArticleAnswer>('article-text', 'article-html');
  const count = { wanted: 0, found: 0, hit: 0, speaker: 0, sure: 0, sureRight: 0 };
  for (const { answer, found } of cases) {
    const quotes = found.utterances.filter(({ directness }) => directness !== 'PARAPHRASE');
    count.wanted += answer.quotes.length;
    count.found += quotes.length;
    for (const quote of quotes) {
      const wanted = answer.quotes.find(
        ({ text, directness }) => text === quote.text && directness === quote.directness,
      );
      const name = quote.speaker === null ? null : (found.speakers[quote.speaker]?.name ?? null);
      const isRight = wanted !== undefined && wanted.speaker === name;
      if (wanted) count.hit++;
      if (isRight) count.speaker++;
      if (quote.confidence < 0.9) continue;
      count.sure++;
      if (isRight) count.sureRight++;
    }
  }
  const f1 = rate(2 * count.hit, count.wanted + count.found);
  return [
    { ...share('quotations, articles: F1, exact words and directness', 'own', f1, 1, 0.985), of: count.wanted },
    share('speaker of a quotation, full name', 'own', count.speaker, count.hit, 0.94),
    share('confidence of a quotation >= 0.9: right', 'own', count.sureRight, count.sure, 0.97),
  ];
}

async function transcriptRows(): Promise<Measure[]> {
  const cases = await readCases<TranscriptAnswer>('transcript-text', 'transcript-diarized');
  const count = { turns: 0, rightTurns: 0, roles: 0, rightRoles: 0, firms: 0, rightFirms: 0, starts: 0 };
  for (const { answer, found } of cases) {
    const turns = new Set(found.utterances.map(({ turn }) => turn)).size;
    count.turns += answer.turns.length;
    count.rightTurns += Math.min(turns, answer.turns.length) - Math.max(0, turns - answer.turns.length);
    for (const speaker of answer.speakers) {
      const same = found.speakers.find(({ name }) => name === speaker.name);
      count.roles++;
      if (same?.role === speaker.role) count.rightRoles++;
      if (speaker.firm === null) continue;
      count.firms++;
      if (same?.firm === speaker.firm) count.rightFirms++;
    }
    if (found.questionsStartTurn === answer.questionsStartTurn) count.starts++;
  }
  return [
    share('transcripts: turns', 'own', count.rightTurns, count.turns, 1),
    share('transcripts: roles', 'own', count.rightRoles, count.roles, 0.98),
    share('transcripts: firms', 'own', count.rightFirms, count.firms, 0.95),
    share('transcripts: start of the questions', 'own', count.starts, cases.length, 1),
  ];
}

function figureRows(): Measure[] {
  const { expected, found, hits } = countFigureCases();
  return [
    share('figures, all of them exactly as written: precision', 'own', hits, found, 1),
    share('figures, all of them exactly as written: recall', 'own', hits, expected, 1),
  ];
}
