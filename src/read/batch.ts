import type { Connection } from 'pg';
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
  readonly results: Row[][];
  readonly done: Promise<Row[][]>;
  /** When the connection can take the next batch: with an error, that is later than the error. */
  readonly over: Promise<void>;
  isOver = false;
  #finish: () => void = () => {};
  #resolve: (rows: Row[][]) => void = () => {};
  #reject: (error: unknown) => void = () => {};
  readonly #prepared: Prepared[] = [];
  readonly #fresh: string[] = [];
  #at = 0;

  constructor(
    private readonly statements: readonly Statement[],
    private readonly known: PreparedStatements,
  ) {
    this.results = statements.map(() => []);
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.over = new Promise((resolve) => {
      this.#finish = () => {
        this.isOver = true;
        resolve();
      };
    });
  }

  submit(connection: Connection): Error | null {
    const parts: Buffer[] = [];
    // pg writes each message by itself; gathered, they are one buffer and one call.
    const sink: Connection = Object.create(connection, { _send: { value: (part: Buffer) => parts.push(part) } });
    try {
      for (const statement of this.statements) this.#submit(statement, sink);
      sink.sync();
      connection.stream.write(Buffer.concat(parts));
      return null;
    } catch (error) {
      return error as Error;
    }
  }

  #submit({ text, values }: Statement, sink: Connection): void {
    let prepared = this.known.find(text);
    if (!prepared) {
      prepared = this.known.make(text);
      this.#fresh.push(text);
      sink.parse({ text, name: prepared.name, types: [] }, true);
    }
    this.#prepared.push(prepared);
    const bound = { portal: '', statement: prepared.name, values, binary: false, valueMapper: printValue };
    sink.bind(bound as never, true);
    if (!prepared.shape) sink.describe({ type: 'P', name: '' }, true);
    sink.execute({ portal: '' } as never, true);
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
    (this.results[this.#at] as Row[]).push(row);
  }

  handleCommandComplete(): void {
    this.#at++;
  }

  handleEmptyQuery(): void {
    this.#at++;
  }

  handleReadyForQuery(): void {
    this.#finish();
    this.#resolve(this.results);
  }

  /** pg forgets the batch here, so the end of the answer is listened for on the connection itself. */
  handleError(error: unknown, connection?: Connection): void {
    if (!connection || connection.stream.destroyed) this.#finish();
    else {
      connection.once('readyForQuery', this.#finish);
      connection.once('end', this.#finish);
    }
    this.known.forget(this.#fresh);
    this.#reject(error);
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
