import { ImportFormat } from '../domain/import-format';
import { extractDocument } from './extract/extract-document';
import type { Extraction } from './extraction';
import { ImportError } from './fault';
import { FORMATS } from './formats';
import type { DocumentFormat, ParseHints } from './formats/format';
import type { NeutralDocument } from './neutral-document';
import type { Source } from './source';

/** A document as it was parsed, and what was read from it. */
export interface ReadDocument {
  readonly neutral: NeutralDocument;
  readonly extraction: Extraction;
}

/** Parses and extracts every document of a source, without a database. Throws an ImportError that says what cannot be read. */
export async function readSource(source: Source, format: ImportFormat, hints: ParseHints): Promise<ReadDocument[]> {
  const documents = await formatOf(source, format).parse(source, hints);
  return documents.map((neutral) => ({ neutral, extraction: extractDocument(neutral, source.sha256) }));
}

function formatOf(source: Source, wanted: ImportFormat): DocumentFormat {
  if (wanted !== ImportFormat.AUTO) {
    const found = FORMATS.find(({ name }) => name === wanted);
    if (!found)
      throw new ImportError([{ path: '', message: `${wanted} cannot be read from a file like this` }], source.name);
    return found;
  }
  const [best] = FORMATS.map((format) => ({ format, sure: format.recognises(source) })).sort((a, b) => b.sure - a.sure);
  if (!best || best.sure <= 0) {
    const names = FORMATS.map(({ name }) => name).join(', ');
    throw new ImportError([{ path: '', message: `is of no known form; name one of ${names}` }], source.name);
  }
  return best.format;
}
