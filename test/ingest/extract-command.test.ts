import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';

/** What `earshot extract` prints on both streams, and its exit code. */
async function extract(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const [out, err]: [string[], string[]] = [[], []];
  const listeners = process.stdout.listeners('error');
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0),
  ];
  try {
    await run(['node', 'earshot', 'extract', ...args]);
    return { out: out.join(''), err: err.join(''), code: Number(process.exitCode ?? 0) };
  } finally {
    for (const spy of spies) spy.mockRestore();
    // Each run listens for a reader that has gone; a process of its own would run once.
    for (const heard of process.stdout.listeners('error'))
      if (!listeners.includes(heard)) process.stdout.off('error', heard as () => void);
    process.exitCode = 0;
  }
}

const CALL = join(__dirname, 'finnhub/sessions/input.json');

test('one document is an object, several are a list', async () => {
  const one = await extract(CALL, '--json');
  expect(JSON.parse(one.out)).toMatchObject({ format: 'FINNHUB', event: { symbol: 'BRKL', period: 'FY2020Q1' } });
  expect(one).toMatchObject({ err: '', code: 0 });
  const three = await extract(CALL, CALL, CALL, '--json');
  expect(JSON.parse(three.out)).toHaveLength(3);
});

test('the text is that in which offsets count', async () => {
  const { out } = await extract(CALL, '--text');
  const { document } = JSON.parse((await extract(CALL, '--json')).out);
  expect([...out]).toHaveLength(document.characters);
});

test('why a figure was read so is told by the names of rules', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'extract-'));
  try {
    const file = join(folder, 'call.txt');
    writeFileSync(
      file,
      'Brindle Outfitters Inc. (BRND) Q3 2025 Earnings Call\nOctober 28, 2025\n\nOperator: Good morning.\n\nAda Lindqvist, Chief Financial Officer: Revenue rose 8% to $412 million in the third quarter.\n',
    );
    const { out, code } = await extract(file, '--why');
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+-\d+ {2}LEVEL, revenue, FY2025Q3, 412000000 USD, change 8 percent {2}\(0\.\d+\)\n/m);
    expect(out).toMatch(
      /^\d+-\d+ {2}said by Ada Lindqvist {2}\(0\.\d+\)\n {2}words {3}Revenue rose 8%.*\n {2}speaker a label, from /m,
    );
    expect(out).toContain(
      '  measure measure before the number\n  metric  as named\n  scope   the company\n  role    where a change arrives\n',
    );
    expect(out).toContain('  growth  word of growth before the number\n  period  period right after the number\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what cannot be read is said with its name and its reason; the rest is printed and the exit code tells', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'extract-'));
  try {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"symbol": "A", "content": "cut');
    const { out, err, code } = await extract(broken, CALL, '--json');
    expect(JSON.parse(out).format).toBe('FINNHUB');
    expect(err).toContain(`${broken} cannot be imported:\n  (file): is cut off`);
    expect(err).not.toMatch(/\n\s+at /);
    expect(code).toBe(6);
    const empty = join(folder, 'empty.txt');
    writeFileSync(
      empty,
      'A headline without a story\n\nThe shop is on the corner of the square and opens at nine every day.\n',
    );
    const nothing = await extract(empty, '--json');
    expect(nothing.code).toBe(8);
    expect(JSON.parse(nothing.out).warnings).toEqual([expect.objectContaining({ code: 'NOTHING_READ' })]);
    expect(await extract(empty, broken, '--json')).toMatchObject({ code: 6 });
    expect(await extract(broken, '--json')).toMatchObject({ out: '', code: 6 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a NATIVE file is printed in the shape of all others, named or not', async () => {
  const page = readFileSync(join(__dirname, '../../docs/native-format.md'), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'extract-'));
  try {
    const file = join(folder, 'own.json');
    writeFileSync(file, example);
    const read = await extract(file, '--json');
    expect(read).toMatchObject({ err: '', code: 0 });
    expect(JSON.parse(read.out)).toMatchObject({
      format: 'NATIVE',
      event: {
        type: 'EARNINGS_CALL',
        company: 'Orchard Robotics, Inc.',
        symbol: 'ORCH',
        cik: '1999999',
        period: 'FY2024Q3',
      },
      speakers: [
        {
          name: 'Nadia Okafor',
          role: 'EXECUTIVE',
          title: 'Chief Executive Officer',
          firm: null,
          aliases: ['N. Okafor'],
        },
        { name: 'Priya Raman', role: 'ANALYST', firm: 'Harbor Lane Securities' },
      ],
      utterances: [
        { start: 0, speaker: 0, section: 'PREPARED_REMARKS', topics: [{ slug: 'demand', spans: [[0, 6]] }] },
        { text: 'How much compute do you need?', speaker: 1, isComment: true },
        { text: 'Less than last year.', speaker: 0 },
      ],
      exchanges: [{ questions: [1], answers: [2] }],
      figures: [{ text: '$120 million', metric: 'revenue', value: '120000000', period: 'FY2024Q3' }],
      mentions: [{ name: 'Orchard', spans: [[10, 17]] }],
      facts: [{ concept: 'Revenues', value: '120000000', accession: '0001999999-24-000031' }],
    });
    expect((await extract(file, '--format', 'NATIVE', '--json')).out).toBe(read.out);
    writeFileSync(file, example.replace('Less than last year."]', 'Less."]'));
    const wrong = await extract(file, '--json');
    expect(wrong).toMatchObject({ out: '', code: 6 });
    expect(wrong.err).toContain('documents[0].utterances[2]: "Less than last year." does not stand in the text');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
