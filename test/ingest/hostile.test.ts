import { ImportError } from '../../src/ingest/fault';
import { FORMATS } from '../../src/ingest/formats';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { DRESSES, type Dress } from '../support/hostile-dress';
import { HOSTILE_TEXTS, type HostileText } from '../support/hostile-text';
import { processorMs } from '../support/processor-time';
import { runCount } from '../support/settings';

/**
 * No text costs more than a second of processor time for 100 KB, whatever it is and whatever format it comes in. Characters of
 * each: `npm run test:long` takes a million, and every text in every format instead of a few.
 */
const SIZE = runCount('HOSTILE', 5_000);
const isLong = SIZE >= 100_000;
/** Texts are spread over the formats in the usual run: each comes in one of them, and each format with five texts. */
const SPREAD = isLong ? 1 : DRESSES.length;
/** For 100 KB. A machine that does other things beside takes twice to four times as much; quadratic work takes hundreds. */
const SECONDS = 4;
/** What is compiled and cached with the first texts. */
const GRACE = 1;

const cpuSeconds = (): number => processorMs() / 1_000;

interface Measured {
  readonly name: string;
  readonly seconds: number;
  readonly bytes: number;
}
const measured: Measured[] = [];
const per100KB = ({ seconds, bytes }: Measured): number => (seconds / bytes) * 100_000;

async function measure(text: HostileText, { name, format, bytesOf }: Dress, size: number): Promise<Measured> {
  const bytes = bytesOf(text(size));
  const began = cpuSeconds();
  for (const one of FORMATS) expect(one.recognises(new Source('hostile', bytes))).toBeLessThanOrEqual(1);
  try {
    await readSource(new Source('hostile', bytes), format, NO_HINTS);
  } catch (error) {
    // Refused is as good as read; anything else is a fault of ours.
    if (!(error instanceof ImportError)) throw error;
  }
  return { name, seconds: cpuSeconds() - began, bytes: bytes.length };
}

afterAll(() => {
  const slowest = [...measured].sort((a, b) => per100KB(b) - per100KB(a)).slice(0, isLong ? measured.length : 10);
  const lines = slowest.map((one) => `${per100KB(one).toFixed(2)} s per 100 KB: ${one.name}, ${one.bytes} bytes`);
  process.stdout.write(`${lines.join('\n')}\n`);
});

describe.each(Object.entries(HOSTILE_TEXTS))('%s', (text, make) => {
  const own = Object.keys(HOSTILE_TEXTS).indexOf(text);
  const dresses = DRESSES.filter((_, index) => (index + own) % SPREAD === 0);
  test('is read or refused in a second for 100 KB', async () => {
    for (const dress of dresses) {
      const one = await measure(make, dress, SIZE);
      measured.push({ ...one, name: `${text}, ${dress.name}` });
      expect([dress.name, one.seconds < GRACE + (SECONDS * one.bytes) / 100_000]).toEqual([dress.name, true]);
    }
  }, 600_000);
});

/** Growth shows at sizes that take a while; twice the text may take 2.3 times as long, and a busy machine as much again. */
const GROWTH = 4;
const LEAST = 1;

(isLong ? test : test.skip).each([
  ['one-word lines', 'voices with numbers'],
  ['form feeds', 'voices with numbers'],
  ['labels of many', 'transcript'],
  ['one-word paragraphs', 'transcript'],
  ['one surname of many', 'article'],
  ['companies', 'article'],
  ['clauses of saying', 'article'],
])(
  '%s, %s: twice the text takes about twice the time',
  async (text, name) => {
    const dress = DRESSES.find((one) => one.name === name) as Dress;
    const make = HOSTILE_TEXTS[text] as HostileText;
    const half = await measure(make, dress, SIZE / 2);
    const whole = await measure(make, dress, SIZE);
    expect(whole.seconds).toBeLessThan(Math.max(LEAST, half.seconds * GROWTH));
  },
  600_000,
);

test('the time of all texts together is far below a second for 100 KB', () => {
  const total = measured.reduce(
    (sum, { seconds, bytes }) => ({ seconds: sum.seconds + seconds, bytes: sum.bytes + bytes }),
    {
      seconds: 0,
      bytes: 0,
    },
  );
  expect((total.seconds / total.bytes) * 100_000).toBeLessThan(1);
});
