/** Room that is kept between two batches; what a longer one has needed is let go of. */
const USUAL_BYTES = 64 * 1024;
/** A character of JavaScript takes three bytes of UTF-8 at most. */
const MOST_BYTES = 3;

/** First bytes of messages. */
const [BIND, DESCRIBE, EXECUTE, PARSE, SYNC] = [0x42, 0x44, 0x45, 0x50, 0x53];
/** What is described. */
const PORTAL = 0x50;

/** The code of a message and its length, which counts itself but not the code. */
const HEAD_BYTES = 5;

/**
 * Writes messages of Postgres' extended query protocol (version 3.0, "Message Formats" in its manual) one behind the other: parameters
 * and results go as text, portals have no name. One may be shared by all connections, since a batch is written in one go.
 */
export class MessageWriter {
  #bytes = Buffer.allocUnsafe(USUAL_BYTES);
  #at = 0;

  parse(name: string, text: string): this {
    const start = this.#begin(PARSE, MOST_BYTES * (name.length + text.length) + 4);
    this.#text(name);
    this.#text(text);
    this.#int16(0);
    return this.#end(start);
  }

  /** `values`: as text, null for NULL. */
  bind(statement: string, values: readonly (string | null)[]): this {
    let most = MOST_BYTES * statement.length + 10;
    for (const value of values) most += 4 + (value === null ? 0 : MOST_BYTES * value.length);
    const start = this.#begin(BIND, most);
    this.#bytes[this.#at++] = 0;
    this.#text(statement);
    // No formats named: all are text.
    this.#int16(0);
    this.#int16(values.length);
    for (const value of values) this.#value(value);
    this.#int16(0);
    return this.#end(start);
  }

  /** Of the portal that was bound last. */
  describe(): this {
    const start = this.#begin(DESCRIBE, 2);
    this.#bytes[this.#at++] = PORTAL;
    this.#bytes[this.#at++] = 0;
    return this.#end(start);
  }

  execute(): this {
    const start = this.#begin(EXECUTE, 5);
    this.#bytes[this.#at++] = 0;
    // All rows.
    this.#bytes.writeInt32BE(0, this.#at);
    this.#at += 4;
    return this.#end(start);
  }

  sync(): this {
    return this.#end(this.#begin(SYNC, 0));
  }

  /** All since the last call, as bytes of their own. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#at));
    this.clear();
    return taken;
  }

  /** Forgets what has not been taken. */
  clear(): void {
    this.#at = 0;
    if (this.#bytes.length > USUAL_BYTES) this.#bytes = Buffer.allocUnsafe(USUAL_BYTES);
  }

  #begin(code: number, most: number): number {
    const needed = this.#at + HEAD_BYTES + most;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
      this.#bytes.copy(larger, 0, 0, this.#at);
      this.#bytes = larger;
    }
    const start = this.#at;
    this.#bytes[start] = code;
    this.#at += HEAD_BYTES;
    return start;
  }

  #end(start: number): this {
    this.#bytes.writeInt32BE(this.#at - start - 1, start + 1);
    return this;
  }

  #text(text: string): void {
    this.#at += this.#bytes.write(text, this.#at);
    this.#bytes[this.#at++] = 0;
  }

  #value(value: string | null): void {
    const length = value === null ? -1 : this.#bytes.write(value, this.#at + 4);
    this.#bytes.writeInt32BE(length, this.#at);
    this.#at += 4 + Math.max(0, length);
  }

  #int16(value: number): void {
    // Unsigned: so many parameters Postgres takes.
    this.#bytes.writeUInt16BE(value, this.#at);
    this.#at += 2;
  }
}
