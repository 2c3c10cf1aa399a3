import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCli } from '../support/cli';
import { endOf } from '../support/wait-until';

jest.setTimeout(60_000);

test('a reader that has seen enough, such as head, is no fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pipe-'));
  try {
    const paragraph = '“We have built a new plant in the north,” said Ann Lee, chief executive of Brookline Foods.\n\n';
    // More than a pipe holds, so that the command is still writing when its reader leaves.
    for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(join(folder, name), paragraph.repeat(400));
    const child = startCli(['extract', folder]);
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout?.once('data', () => child.stdout?.destroy());
    const code = await endOf(child);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
