import type { Connection } from 'pg';
import { MessageWriter } from './message-writer';
import { rowTypes } from './sql/row-types';
import type { Statement } from './sql/sql';

export type Row = Record<string, unknown>;

type ParseText = (text: string) => unknown;

/** How rows of a statement are read: its columns in order. Null: the text is the value. */
interface RowShape {
  readonly names: readonly string[];
  readonly parsers: readonly (ParseText | null)[];
}

/** A statement that this connection has parsed. */
interface Prepared {
  readonly name: string;
  /** Absent until Postgres has described it, which it is asked for once. */
  shape?: RowShape;
}

/** One for all: a batch is written in one go. */
const writer = new MessageWriter();

/** What a connection has prepared, by text. Beyond so many, statements go without a name: clients cannot fill the server's memory. */
export class PreparedStatements {
  readonly #known = new Map<string, Prepared>();
  #made = 0;

  constructor(private readonly most = 500) {}

  find(text: string): Prepared | undefined {
    return this.#known.get(text);
  }

  /** An empty name is one that is used once. Names are never used twice, so a failed attempt leaves nothing in the way. */
  make(text: string): Prepared {
    if (this.#made >= this.most) return { name: '' };
    const prepared = { name: `s${this.#made++}` };
    this.#known.set(text, prepared);
    return prepared;
  }

  forget(texts: readonly string[]): void {
    for (const text of texts) this.#known.delete(text);
  }
}

/**
 * Several statements in one message to Postgres and one answer from it, with a single Sync behind them: where no transaction is open
 * they are one by themselves, and so see one snapshot. pg's own queries each bring a Sync, and Postgres answers each in a packet of
 * its own; what has been described once is not described again either. It is a "submittable" of pg, as its cursors are.
 */
export class Batch {
  readonly done: Promise<Row[][]>;
  #results: Row[][];
  #statements: readonly Statement[];
  /** Whether the connection can take the next batch: with an error, that is later than the error. */
  isOver = false;
  #waiting: (() => void)[] | null = null;
  #resolve: (rows: Row[][]) => void = () => {};
  #reject: (error: unknown) => void = () => {};
  #prepared: Prepared[] = [];
  readonly #fresh: string[] = [];
  #at = 0;

  constructor(
    statements: readonly Statement[],
    private readonly known: PreparedStatements,
  ) {
    this.#statements = statements;
    this.#results = statements.map(() => []);
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Resolves when it is over; there is most often nobody who waits for it. */
  whenOver(): Promise<void> {
    if (this.isOver) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting ??= [];
      this.#waiting.push(resolve);
    });
  }

  submit(connection: Connection): Error | null {
    try {
      for (const statement of this.#statements) this.#write(statement);
      connection.stream.write(writer.sync().take());
      return null;
    } catch (error) {
      writer.clear();
      return error as Error;
    }
  }

  #write({ text, values }: Statement): void {
    let prepared = this.known.find(text);
    if (!prepared) {
      prepared = this.known.make(text);
      this.#fresh.push(text);
      writer.parse(prepared.name, text);
    }
    this.#prepared.push(prepared);
    writer.bind(prepared.name, values.map(printValue));
    if (!prepared.shape) writer.describe();
    writer.execute();
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    const prepared = this.#prepared[this.#at];
    if (!prepared) return;
    prepared.shape = {
      names: fields.map(({ name }) => name),
      parsers: fields.map(({ dataTypeID }) => rowTypes.parserOf(dataTypeID)),
    };
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const { names, parsers } = (this.#prepared[this.#at] as Prepared).shape as RowShape;
    const row: Row = {};
    for (let i = 0; i < names.length; i++) {
      const text = fields[i] as string | null;
      const parse = parsers[i];
      row[names[i] as string] = text === null || !parse ? text : parse(text);
    }
    (this.#results[this.#at] as Row[]).push(row);
  }

  handleCommandComplete(): void {
    this.#at++;
  }

  handleEmptyQuery(): void {
    this.#at++;
  }

  handleReadyForQuery(): void {
    const results = this.#results;
    this.#finish();
    this.#resolve(results);
  }

  /** pg forgets the batch here, so the end of the answer is listened for on the connection itself. */
  handleError(error: unknown, connection?: Connection): void {
    if (!connection || connection.stream.destroyed) this.#finish();
    else {
      const finish = () => this.#finish();
      connection.once('readyForQuery', finish);
      connection.once('end', finish);
    }
    this.known.forget(this.#fresh);
    this.#reject(error);
  }

  /**
   * Its connection keeps it until the next one, and V8 keeps what it leads to for longer: whatever an object in old space points to is
   * moved there too, whether anybody needs it or not. So it lets go of all that it has brought.
   */
  #finish(): void {
    this.isOver = true;
    this.#statements = [];
    this.#results = [];
    this.#prepared = [];
    for (const go of this.#waiting ?? []) go();
    this.#waiting = null;
  }
}

/** Values as Postgres reads them: arrays in its own notation, everything else as text. */
function printValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `{${value.map(printElement).join(',')}}`;
  return String(value);
}

function printElement(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`;
}
