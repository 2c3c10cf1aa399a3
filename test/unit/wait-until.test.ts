import { spawn } from 'node:child_process';
import { isAlive } from '../../src/platform/process-identity';
import { endOf, firstLineOf, waitUntil, within } from '../support/wait-until';

const node = (script: string) => spawn(process.execPath, ['-e', script]);

test('what does not come in time fails by its name, a look that hangs too', async () => {
  await expect(waitUntil('a sign', () => false, 50)).rejects.toThrow('a sign: not within 0.05 s');
  await expect(waitUntil('an answer', () => new Promise(() => {}), 50)).rejects.toThrow('an answer: not within 0.05 s');
  await expect(within('an end', new Promise(() => {}), 50)).rejects.toThrow('an end: not within 0.05 s');
  expect(await waitUntil('a word', () => 'word')).toBe('word');
});

test('a first line that comes in pieces is whole, and a process that prints none says why', async () => {
  const slow = node(
    "process.stdout.write('one '); setTimeout(() => process.stdout.write('line\\nmore\\n'.padEnd(300_000)), 100)",
  );
  expect(await firstLineOf(slow)).toBe('one line');
  expect(await endOf(slow)).toBe(0);
  expect(await endOf(slow)).toBe(0);
  await expect(firstLineOf(node("console.error('no port'); process.exit(3)"))).rejects.toThrow(
    /ended with 3 .*no port/,
  );
});

test('a process that was told to end is seen to end, a little later', async () => {
  const child = node(
    "process.on('SIGTERM', () => setTimeout(() => process.exit(), 200)); console.log('ready'); setInterval(() => {}, 1000)",
  );
  await firstLineOf(child);
  child.kill('SIGTERM');
  expect(isAlive(child.pid!)).toBe(true);
  await waitUntil('its end', () => !isAlive(child.pid!));
  expect(await endOf(child)).toBe(0);
});
