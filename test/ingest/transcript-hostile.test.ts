import { ImportFormat } from '../../src/domain/import-format';
import { ImportError } from '../../src/ingest/fault';
import { FORMATS } from '../../src/ingest/formats';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { processorMs } from '../support/processor-time';
import { runCount } from '../support/settings';

/** What no transcript is, in sizes that would show a pattern that tries all ways: every one of them in a few seconds. */
/** Characters; `npm run test:long` takes a million. */
const SIZE = runCount('HOSTILE', 60_000);
const fill = (part: string) => part.repeat(Math.ceil(SIZE / part.length));
const hostile: readonly (readonly [string, string])[] = [
  ['letters', fill('a')],
  ['capitals', fill('A')],
  ['spaces', fill(' ')],
  ['quotes', fill('"')],
  ['colons', fill(': ')],
  ['initials', fill('A. ')],
  ['names without an end', fill('John Smith ')],
  ['labels without words', fill('John Smith:\n')],
  ['labels on lines of their own', fill('John Smith\n\n')],
  ['announcements', fill('question comes from the line of John Smith with ')],
  ['announcements as turns', fill('Operator: Our next question comes from John Smith with Acme. Please go ahead.\n')],
  ['handovers', fill('turn the call over to our dear old friend and colleague ')],
  ['empty lines', fill('\n')],
  ['form feeds', fill('\f1\n')],
  ['stars', fill('*')],
  ['dashes', fill('- ')],
  ['brackets', fill('<Q - ')],
  ['titles', fill('Chief Executive Officer, ')],
  ['unknown words', fill('<unk> ')],
  ['time stamps', fill('00:00:01 ')],
  ['participants', `Company Participants\n${fill('John Smith - CEO\n')}`],
];

test.each(hostile)(
  '%s',
  async (_, text) => {
    const bytes = Buffer.from(text);
    const began = processorMs();
    for (const format of FORMATS) expect(format.recognises(new Source('hostile', bytes))).toBeLessThanOrEqual(1);
    for (const format of [ImportFormat.TRANSCRIPT_TEXT, ImportFormat.TRANSCRIPT_DIARIZED])
      try {
        await readSource(new Source('hostile', bytes), format, NO_HINTS);
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError);
      }
    expect(processorMs() - began).toBeLessThan(10_000);
  },
  120_000,
);

test.each([
  ['empty', ''],
  ['white space', ' \n \n'],
  ['binary', '\u0000\u0001\u0002\u0003\u0004'.repeat(50)],
  ['JSON without turns', '{"speakers":[]}'],
  ['JSON that breaks off', '{"speakers":[{"speaker":"spk00","text":"Hel'],
  ['JSON with names', '{"speakers":[{"speaker":"Ann Lee","text":"Hello"},{"speaker":"Bo Ek","text":"Hi"}]}'],
])('%s is refused as diarised, with a reason', async (_, text) => {
  const refused = readSource(new Source('a', Buffer.from(text)), ImportFormat.TRANSCRIPT_DIARIZED, NO_HINTS);
  await expect(refused).rejects.toThrow(ImportError);
});
