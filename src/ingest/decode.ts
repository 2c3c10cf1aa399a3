import { ImportError } from './fault';
import type { ParseWarning } from './neutral-document';
import { SIGNATURE_NAMES, signatureOf } from './signature';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** As the bytes say: a byte order mark and the line ends stay. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly warnings: readonly ParseWarning[];
}

/** Prose in western European languages has fewer letters beyond ASCII than this; noise has half. */
const MOST_HIGH_BYTES = 0.3;

/** Control characters that stand in real texts: tab, line feed, vertical tab, form feed, carriage return, escape. */
const BENIGN_CONTROLS = new Set([9, 10, 11, 12, 13, 27]);

/**
 * The text of some bytes: UTF-8, UTF-16 with a byte order mark, else windows-1252 with a warning. Throws an ImportError that
 * says at which byte it stops being text.
 */
export function decodeText(bytes: Uint8Array, name: string): DecodedText {
  const refuse = (message: string): never => {
    throw new ImportError([{ path: '', message }], name);
  };
  if (bytes.length === 0) refuse('is empty');
  const signature = signatureOf(bytes);
  if (signature) refuse(`is ${SIGNATURE_NAMES[signature]}, not text`);
  const utf16 = byteOrderOf(bytes);
  if (utf16) {
    if (bytes.length % 2 === 1) refuse(`is cut off: ${utf16} has two bytes a character, and there are ${bytes.length}`);
    return { text: decodeWide(bytes, utf16, refuse), encoding: utf16, warnings: [] };
  }
  const strange = firstControl(bytes);
  if (strange >= 0) refuse(whyStrange(bytes, strange));
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding: 'utf-8',
      warnings: [],
    };
  } catch {
    return decodeWestern(bytes, refuse);
  }
}

function byteOrderOf([first, second, third, fourth]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? null : 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', refuse: (message: string) => never): string {
  const text = (() => {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return refuse(`is no ${encoding}, as its first bytes promise`);
    }
  })();
  const nul = text.indexOf('\0');
  return nul < 0 ? text : refuse(`has a NUL character at character ${nul}`);
}

/** The first byte that no text has; -1 where there is none. */
function firstControl(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 32 && !BENIGN_CONTROLS.has(byte)) return at;
  }
  return -1;
}

function whyStrange(bytes: Uint8Array, at: number): string {
  const place = `has a control character (${bytes[at]}) at byte ${at}`;
  // Latin text in UTF-16 has a NUL in every second byte.
  const head = bytes.subarray(0, 200);
  const zeros = head.filter((byte) => byte === 0).length;
  return zeros > head.length / 3 ? `${place}: UTF-16 without a byte order mark?` : `${place}: it is no text`;
}

/** Not UTF-8: a text of the old western encoding, or something broken. */
function decodeWestern(bytes: Uint8Array, refuse: (message: string) => never): DecodedText {
  const { at, sequences } = firstFault(bytes);
  if (sequences > 0 || bytes[0] === 0xef) {
    const isCut = at >= bytes.length - 3;
    refuse(`is UTF-8 up to byte ${at} and ${isCut ? 'cut off in the middle of a character' : 'broken there'}`);
  }
  const high = bytes.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0);
  if (high > bytes.length * MOST_HIGH_BYTES) refuse(`is no text: neither UTF-8 (byte ${at}) nor windows-1252`);
  const text = westernText(bytes);
  const message = `is no UTF-8 (byte ${at}); read as windows-1252`;
  return { text, encoding: 'windows-1252', warnings: [{ code: 'ENCODING_GUESSED', message, start: at, end: at + 1 }] };
}

/** What windows-1252 has from 0x80 to 0x9f, where Latin-1 has control characters. Node's own decoder takes it for Latin-1. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function westernText(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (character) => WESTERN[character.charCodeAt(0) - 0x80]!);
}

/** Where UTF-8 breaks, and how many characters of several bytes stand before: none speaks for another encoding. */
function firstFault(bytes: Uint8Array): { at: number; sequences: number } {
  let sequences = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    const length =
      byte < 0x80
        ? 1
        : byte >= 0xc2 && byte < 0xe0
          ? 2
          : byte >= 0xe0 && byte < 0xf0
            ? 3
            : byte >= 0xf0 && byte < 0xf5
              ? 4
              : 0;
    for (let i = 1; i < length; i++) if ((bytes[at + i] ?? 0) >> 6 !== 2) return { at, sequences };
    if (length === 0) return { at, sequences };
    if (length > 1) sequences++;
    at += length;
  }
  return { at: bytes.length, sequences };
}
