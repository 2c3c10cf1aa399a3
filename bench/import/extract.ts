import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportFormat } from '../../src/domain/import-format';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';

export interface ExtractFigures {
  readonly what: string;
  readonly documents: number;
  readonly perSecond: number;
  /** Text of an average document, in KB. */
  readonly kilobytes: number;
}

/** Files of one kind read for two seconds, one core, no database. Null where no such file is at hand. */
export async function measureReading(
  what: string,
  folder: string,
  pattern: RegExp,
  format: ImportFormat = ImportFormat.AUTO,
): Promise<ExtractFigures | null> {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .slice(0, 200)
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  if (files.length === 0) return null;
  let [documents, bytes] = [0, 0];
  let start = performance.now();
  for (let i = 0; performance.now() - start < 2000 || i <= files.length; i++) {
    // The first round warms the code up and is not counted.
    if (i === files.length) [start, documents, bytes] = [performance.now(), 0, 0];
    const { name, bytes: content } = files[i % files.length]!;
    documents += (await readSource(new Source(name, content), format, NO_HINTS)).length;
    bytes += content.length;
    if (i >= files.length && performance.now() - start >= 2000) break;
  }
  const seconds = (performance.now() - start) / 1000;
  return { what, documents, perSecond: documents / seconds, kilobytes: bytes / documents / 1024 };
}
