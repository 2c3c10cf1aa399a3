import { createHash } from 'node:crypto';

/** Something to import: the bytes of one file, and the name under which they came. */
export class Source {
  #sha256: string | null = null;
  #text: string | undefined;
  #json: { readonly value: unknown } | { readonly error: Error } | null = null;

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

  /** Decoded; whoever decodes keeps BOM and line ends. Throws an ImportError where the bytes are no text. */
  text(decode: (bytes: Uint8Array) => string): string {
    this.#text ??= decode(this.bytes);
    return this.#text;
  }

  /** The parsed JSON; the reason in `error` where it is none. Parsed once, however many formats ask. */
  json(parse: (bytes: Uint8Array) => unknown): { readonly value: unknown } | { readonly error: Error } {
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
