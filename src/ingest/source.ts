import { createHash } from 'node:crypto';
import { type DecodedText, decodeText } from './decode';
import { parseJsonText } from './json-text';
import { type Signature, signatureOf } from './signature';

/** The JSON of a source, or why it is none. */
export type JsonReading = { readonly value: unknown } | { readonly error: Error };

/** Something to import: the bytes of one file, and the name under which they came. */
export class Source {
  #sha256: string | null = null;
  #decoded: DecodedText | { readonly error: Error } | null = null;
  #json: JsonReading | null = null;
  #signature: Signature | null | undefined;

  constructor(
    /** For messages and for telling formats apart where bytes alone do not; `<stdin>` and the like are fine. */
    readonly name: string,
    readonly bytes: Uint8Array,
  ) {}

  /** Hexadecimal, of the raw bytes. */
  get sha256(): string {
    this.#sha256 ??= createHash('sha256').update(this.bytes).digest('hex');
    return this.#sha256;
  }

  /** What its first bytes say that it is; null for text. */
  get signature(): Signature | null {
    if (this.#signature === undefined) this.#signature = signatureOf(this.bytes);
    return this.#signature;
  }

  /** Decoded, with BOM and line ends kept, and what had to be guessed. Throws an ImportError where the bytes are no text. */
  decoded(): DecodedText {
    if (!this.#decoded) {
      try {
        this.#decoded = decodeText(this.bytes, this.name);
      } catch (error) {
        this.#decoded = { error: error as Error };
      }
    }
    if ('error' in this.#decoded) throw this.#decoded.error;
    return this.#decoded;
  }

  /** The decoded text alone. A format that names its own encoding brings its way of decoding, which counts if it asks first. */
  text(decode?: (bytes: Uint8Array) => string): string {
    if (decode && !this.#decoded) this.#decoded = { text: decode(this.bytes), encoding: 'utf-8', warnings: [] };
    return this.decoded().text;
  }

  /** The text, or null where the bytes are none: for those who only ask whether something could be theirs. */
  textOrNull(): string | null {
    if (this.signature) return null;
    try {
      return this.text();
    } catch {
      return null;
    }
  }

  /** The parsed JSON; the reason in `error` where it is none. Parsed once, however many formats ask. */
  json(parse: (bytes: Uint8Array) => unknown = () => parseJsonText(this.text())): JsonReading {
    if (!this.#json) {
      try {
        this.#json = { value: parse(this.bytes) };
      } catch (error) {
        this.#json = { error: error as Error };
      }
    }
    return this.#json;
  }
}
