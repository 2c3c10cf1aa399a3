import { Client } from 'pg';
import { requestCancel } from '../platform/database/cancel-request';
import { cutConnection, endConnection } from '../platform/database/client-socket';
import { isLost, unavailable } from '../platform/database/lost-connection';
import { EarshotError } from '../platform/errors';
import { Batch, PreparedStatements, type Row } from './batch';
import type { Statement } from './sql/sql';

const CONTROL = 'control';

/** A statement that steers the transaction and has no rows. */
export const control = (text: string): Statement => ({ label: CONTROL, text, values: [] });

/** Until the transaction ends, or until the other follows. */
const OWN_PLAN = control("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)");
const SHARED_PLAN = control("SELECT set_config('plan_cache_mode', 'force_generic_plan', true)");

const withPlan = (statement: Statement): readonly Statement[] =>
  statement.ownPlan ? [OWN_PLAN, statement, SHARED_PLAN] : [statement];

/** Codes of Postgres: a cached plan that no longer fits, a prepared statement that is not there. */
const STALE = new Set(['0A000', '26000']);

/** How long Postgres may take to stop a statement before its connection is cut; less than a deadline's grace. */
const STOP_MS = 200;

export interface ReadClientOptions {
  readonly databaseUrl: string;
  readonly statementTimeoutMs: number;
  /** For making a connection. */
  readonly connectMs: number;
}

/** What its pool counts and knows. */
export interface Meter {
  statements: number;
  roundTrips: number;
  readonly isSilent: boolean;
  /** Which of its connections it counts; a new number means that those of before are given up. */
  readonly generation: number;
  /** Is told of answers, the signs of a living database. */
  hear(): void;
}

/** A connection that takes statements in batches. */
export class ReadClient {
  usable = true;
  readonly generation: number;
  /** Since when it can be used, by the monotonic clock. */
  madeAt = 0;
  readonly #prepared = new PreparedStatements();
  #last: Batch | null = null;

  private constructor(
    private readonly client: Client,
    private readonly meter: Meter,
  ) {
    this.generation = meter.generation;
    client.on('error', () => {
      this.usable = false;
    });
    client.on('end', () => {
      this.usable = false;
    });
  }

  static async connect(options: ReadClientOptions, meter: Meter): Promise<ReadClient> {
    const client = new Client({
      connectionString: options.databaseUrl,
      application_name: 'earshot reader',
      connectionTimeoutMillis: options.connectMs,
      options: [
        '-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c default_transaction_read_only=on',
        // A batch outside a transaction is one by itself: with this, one snapshot too.
        '-c default_transaction_isolation=repeatable\\ read',
        `-c statement_timeout=${options.statementTimeoutMs} -c plan_cache_mode=force_generic_plan`,
      ].join(' '),
    });
    const reader = new ReadClient(client, meter);
    try {
      await client.connect();
      reader.madeAt = performance.now();
    } catch (error) {
      cutConnection(client);
      throw error;
    }
    return reader;
  }

  /** Sends all in one write; rows by statement, those that steer the transaction left out. */
  async send(statements: readonly Statement[]): Promise<Row[][]> {
    if (this.meter.isSilent) throw unavailable('The database does not answer.');
    const sent = statements.some(({ ownPlan }) => ownPlan) ? statements.flatMap(withPlan) : statements;
    const batch = new Batch(sent, this.#prepared);
    let counted = 0;
    for (const { label } of statements) if (label !== CONTROL) counted++;
    this.meter.statements += counted;
    if (counted > 0) this.meter.roundTrips++;
    const before = this.#last;
    this.#last = batch;
    try {
      if (before && !before.isOver) await before.whenOver();
      // biome-ignore lint/suspicious/noExplicitAny: the types of pg know its own submittables only
      this.client.query(batch as any);
      const results = await batch.done;
      this.meter.hear();
      return sent.length === counted ? results : results.filter((_, i) => sent[i]?.label !== CONTROL);
    } catch (error) {
      // What was prepared does not fit the tables any more: a new connection knows nothing of it.
      const { code } = error as { code?: string };
      // The word that a connection is lost comes before its end does; in between, the next query must not get it.
      if (STALE.has(code ?? '') || isLost(code)) this.usable = false;
      throw asRefusal(error);
    }
  }

  /**
   * Stops what this connection is doing, if it is doing anything, and cuts it where it does not stop: there may be nobody left at its
   * other end. Nobody uses it afterwards: the order might arrive when somebody else's statement runs.
   */
  cancel(): void {
    if (!this.#last || this.#last.isOver) return;
    this.usable = false;
    if (this.meter.isSilent) {
      cutConnection(this.client);
      return;
    }
    void requestCancel(this.client);
    setTimeout(() => cutConnection(this.client), STOP_MS);
  }

  /** Takes leave of Postgres. */
  async end(): Promise<void> {
    this.usable = false;
    await endConnection(this.client);
  }

  /** Ends it without a word. */
  cut(): void {
    this.usable = false;
    cutConnection(this.client);
  }
}

function asRefusal(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  if (code === '57014') {
    return new EarshotError(
      'DEADLINE_EXCEEDED',
      'The query took longer than the server allows and was stopped.',
      {},
      { cause: error },
    );
  }
  return isLost(code) ? unavailable('The database did not answer.', error) : error;
}
