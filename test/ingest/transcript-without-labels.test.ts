import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportFormat } from '../../src/domain/import-format';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';

const LABEL = /^(Operator|[A-Z][a-z]+(?: van der)? [A-Z][a-z]+): /;
const call = readFileSync(join(__dirname, 'transcript-text/colon-paragraphs/input.txt'), 'utf8').split('\n\n').slice(1);
/** Whose words each paragraph is, as its label told before it was taken away. */
const owner = new Map<string, string>();
let current = '';
for (const paragraph of call) {
  current = LABEL.exec(paragraph)?.[1] ?? current;
  owner.set(paragraph.replace(LABEL, '').trim(), current);
}

async function read(text: string) {
  const [document] = await readSource(new Source('call.txt', Buffer.from(text)), ImportFormat.AUTO, NO_HINTS);
  if (!document) throw new Error('nothing read');
  return document.extraction;
}

/** The speaker of a passage by the paragraphs that it shares words with; null where it has words of two. */
function trueSpeaker(words: string): string | null {
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  const owners = new Set(
    [...owner]
      .filter(([paragraph]) => flat(paragraph).includes(flat(words)) || flat(words).includes(flat(paragraph)))
      .map(([, name]) => name),
  );
  return owners.size === 1 ? ([...owners][0] as string) : null;
}

test('without labels only what is certain has a speaker, and the questions start where the operator says so', async () => {
  const { utterances, speakers, questionsStartTurn, document } = await read([...owner.keys()].join(' '));
  expect(document.kind).toBe('TRANSCRIPT');
  const named = utterances.flatMap(({ speaker, text }) =>
    speaker === null ? [] : [{ text, name: speakers[speaker]?.name }],
  );
  for (const { text, name } of named) expect({ text, name }).toEqual({ text, name: trueSpeaker(text) });
  expect(new Set(named.map(({ name }) => name))).toEqual(
    new Set(['Operator', 'Priya Raman', 'Thomas Okafor', 'Ingrid van der Meer']),
  );
  // Questions and their answers follow each other without a mark: nobody is named there.
  const open = utterances.filter(({ text }) => /How much of that is new ports|bought most of the copper/.test(text));
  expect(new Set(open.map(({ speaker }) => speaker))).toEqual(new Set([null]));
  const start = utterances.find(({ turn }) => turn === questionsStartTurn);
  expect(start?.text).toMatch(/^(?:Thank you\. )?We will now begin the question-and-answer session/);
  expect(utterances.filter(({ speaker }) => speaker === null).every(({ confidence }) => confidence === 0)).toBe(true);
});

test('labels that lost their words name nobody', async () => {
  const head = ['Harbor Lantern Systems, Inc. (HLSY)', 'Q3 2025 Earnings Call', ''];
  const labels = ['Operator:', 'Priya Raman:', 'Thomas Okafor:', 'Ingrid van der Meer:', 'Operator:'];
  const text = [
    ...head,
    ...labels.flatMap((label) => [label, '']),
    ...[...owner.keys()].flatMap((paragraph) => [paragraph, '']),
  ].join('\n');
  const { utterances, speakers, warnings } = await read(text);
  expect(warnings.filter(({ code }) => code === 'LABEL_WITHOUT_WORDS')).toHaveLength(labels.length - 1);
  for (const { speaker, text: words } of utterances)
    if (speaker !== null) expect({ words, name: speakers[speaker]?.name }).toEqual({ words, name: trueSpeaker(words) });
});

test('prose that quotes people is no transcript', async () => {
  const article = `TROMSO (Example Wire) - Harbor Lantern Systems said on Tuesday that quarterly revenue rose 9%.\n\n"We kept the lights on," said Thomas Okafor, the chief executive.\n\nAnalysts had expected less.\n`;
  const [read] = await readSource(new Source('a.txt', Buffer.from(article)), ImportFormat.AUTO, NO_HINTS);
  expect(read?.extraction.format).toBe(ImportFormat.ARTICLE_TEXT);
});
