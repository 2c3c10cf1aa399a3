import { ImportError } from '../../fault';
import type { Source } from '../../source';

/** The text of a source, byte order mark and line ends kept: UTF-8, UTF-16 with a mark, else Windows-1252. */
export function textOf(source: Source): string {
  return source.text((bytes) => decode(bytes, source.name));
}

function decode(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes);
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw new ImportError([{ path: '', message: `is no text: byte ${zero} is zero` }], name);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Older pages and exports: every byte of Windows-1252 is some character, so nothing is lost.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
