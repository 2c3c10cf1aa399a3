import { ImportError } from '../../fault';
import type { Source } from '../../source';

/** The text of a file: UTF-8, UTF-16 by its mark, else Windows-1252. BOM and line ends are kept. Throws for binary bytes. */
export function decodeText(source: Source): string {
  return source.text((bytes) => {
    const encoding =
      bytes[0] === 0xff && bytes[1] === 0xfe
        ? 'utf-16le'
        : bytes[0] === 0xfe && bytes[1] === 0xff
          ? 'utf-16be'
          : 'utf-8';
    let text: string;
    try {
      text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      text = new TextDecoder('windows-1252', { ignoreBOM: true }).decode(bytes);
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text.
    const odd = text.slice(0, 20_000).match(/[\u0000-\u0008\u000e-\u001b]/g)?.length ?? 0;
    if (odd > 0.002 * Math.min(text.length, 20_000) + 1)
      throw new ImportError([{ path: '', message: 'is no text: its bytes are binary' }], source.name);
    return text;
  });
}

/** The same, for looking only: null where the bytes are no text. */
export function peekText(source: Source): string | null {
  try {
    return decodeText(source);
  } catch {
    return null;
  }
}
