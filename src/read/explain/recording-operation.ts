import type { StopSignal } from '../../platform/stop';
import type { Row } from '../client-pool';
import { Operation } from '../operation';
import type { Reader } from '../reader';
import type { Statement } from '../sql/sql';

/** Statements that went in one write, with what came back. */
export interface RoundTrip {
  readonly statements: readonly { readonly statement: Statement; readonly rows: number }[];
  /** From the write to the last row. */
  readonly milliseconds: number;
}

/** An operation that remembers what it sends. */
export class RecordingOperation extends Operation {
  readonly trips: RoundTrip[] = [];

  constructor(reader: Reader, signal?: StopSignal) {
    super(reader.store, reader.pool, signal);
  }

  override async run(statements: readonly Statement[], alone = false): Promise<Row[][]> {
    const started = performance.now();
    const results = await super.run(statements, alone);
    this.trips.push({
      statements: statements.map((statement, index) => ({ statement, rows: results[index]?.length ?? 0 })),
      milliseconds: performance.now() - started,
    });
    return results;
  }
}
