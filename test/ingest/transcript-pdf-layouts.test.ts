import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportFormat } from '../../src/domain/import-format';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { makePdf, type PdfWords } from '../support/pdf';

/** The invented call in every layout of text, printed on pages: it has to read as the text does. */
const folder = join(__dirname, 'transcript-text');
/** Pages of their own are tested with real columns in transcript-pdf.test.ts. */
const layouts = readdirSync(folder).filter((name) => !/pages|edge-letters|beside/.test(name));

/** About how wide Helvetica is at 10 points. */
const widthOf = (words: string): number =>
  Array.from(words).reduce(
    (sum, letter) =>
      sum + (/[ijl.,:;'|!ft]/.test(letter) ? 2.8 : /[mwMW]/.test(letter) ? 8 : /[A-Z]/.test(letter) ? 6.7 : 5.3),
    0,
  );

function print(text: string): Buffer {
  const pages: PdfWords[][] = [];
  let y = 0;
  const write = (words: string): void => {
    if (pages.length === 0 || y < 80) {
      pages.push([
        { x: 72, y: 765, text: 'Harbor Lantern Systems, Inc.', size: 8 },
        { x: 300, y: 40, text: String(pages.length + 1) },
      ]);
      y = 735;
    } else y -= 13;
    if (words) pages.at(-1)?.push({ x: 72, y, text: words });
  };
  for (const line of text.split(/\r?\n/)) {
    let row = '';
    for (const word of line.trim().split(/\s+/)) {
      if (row && widthOf(`${row} ${word}`) > 455) {
        write(row);
        row = word;
      } else row = row ? `${row} ${word}` : word;
    }
    write(row);
  }
  return makePdf(pages);
}

test.each(layouts)(
  '%s',
  async (name) => {
    const path = join(folder, name);
    const file = readdirSync(path).find((entry) => entry.startsWith('input.')) as string;
    // Neither Markdown nor letters beyond Latin-1 are printed.
    const text = readFileSync(join(path, file), 'utf8')
      .replace(/\ufeff|\*\*|^#+ /gm, '')
      .replace(/—/g, '--');
    const expected = JSON.parse(readFileSync(join(path, 'expected.json'), 'utf8'));
    const [document] = await readSource(new Source(`${name}.pdf`, print(text)), ImportFormat.AUTO, NO_HINTS);
    const { utterances, speakers, questionsStartTurn } = document?.extraction ?? {
      utterances: [],
      speakers: [],
      questionsStartTurn: -1,
    };
    const turns: { speaker: string | null; words: number }[] = [];
    for (const { turn, speaker, label, role, text: words } of utterances) {
      const count = words.split(/\s+/).length;
      const known = turns[turn as number];
      if (known) known.words += count;
      else
        turns[turn as number] = {
          speaker: speaker === null ? (role === 'UNKNOWN' ? null : label) : (speakers[speaker]?.name ?? null),
          words: count,
        };
    }
    expect(turns).toEqual(expected.turns);
    expect(speakers.map(({ name: person, role, title, firm }) => ({ name: person, role, title, firm }))).toEqual(
      expected.speakers,
    );
    expect(questionsStartTurn).toBe(expected.questionsStartTurn);
  },
  30_000,
);
