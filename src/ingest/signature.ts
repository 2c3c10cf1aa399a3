/** What the first bytes of a file say that it is, whatever its name ends in. */
export type Signature = 'PDF' | 'ZIP' | 'GZIP' | 'IMAGE' | 'OLE' | 'RTF' | 'XZ' | '7Z';

const MAGIC: readonly (readonly [Signature, string])[] = [
  ['ZIP', 'PK\x03\x04'],
  ['ZIP', 'PK\x05\x06'],
  ['GZIP', '\x1f\x8b\x08'],
  ['IMAGE', '\x89PNG\r\n'],
  ['IMAGE', '\xff\xd8\xff'],
  ['IMAGE', 'GIF8'],
  ['OLE', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['RTF', '{\\rtf'],
  ['XZ', '\xfd7zXZ'],
  ['7Z', "7z\xbc\xaf'\x1c"],
];

/** For people: "is a ZIP archive". */
export const SIGNATURE_NAMES: Readonly<Record<Signature, string>> = {
  PDF: 'a PDF',
  ZIP: 'a ZIP archive',
  GZIP: 'a gzip archive',
  IMAGE: 'an image',
  OLE: 'an old Office document',
  RTF: 'a rich text document',
  XZ: 'an xz archive',
  '7Z': 'a 7z archive',
};

/** Readers of PDF accept rubbish before the header, so long as it stands in the first kilobyte. */
const PDF_REACH = 1024;

export function signatureOf(bytes: Uint8Array): Signature | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_REACH)).toString('latin1');
  const found = MAGIC.find(([, magic]) => head.startsWith(magic));
  if (found) return found[0];
  const pdf = head.indexOf('%PDF-');
  // In a text the words may be quoted; in a PDF no prose stands before them.
  return pdf >= 0 && !/[A-Za-z]{3}/.test(head.slice(0, pdf)) ? 'PDF' : null;
}
