import type { Socket } from 'node:net';
import { Client } from 'pg';
import { rowTypes } from '../sql/row-types';

const CONNECT_MS = 2_000;
/** For one statement that reads nodes; what keeps silent for longer has gone. */
const STATEMENT_MS = 30_000;

/** The connection that keeps reference nodes true. It lives until it is lost, which it tells once. */
export class ReferenceSession {
  #isOver = false;

  private constructor(
    readonly client: Client,
    private readonly onLost: (session: ReferenceSession, error: Error | null) => void,
  ) {
    client.on('error', (error) => this.lose(error));
    client.on('end', () => this.lose(null));
  }

  static async connect(
    url: string,
    onLost: (session: ReferenceSession, error: Error | null) => void,
  ): Promise<ReferenceSession> {
    const client = new Client({
      connectionString: url,
      types: rowTypes as never,
      application_name: 'earshot reference',
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: STATEMENT_MS,
      keepAlive: true,
      // A beat must not wait in line here, while a statement before it is being answered.
      pipeline: true,
      // Its only commits are notices, which nobody needs after a crash.
      options: '-c TimeZone=UTC -c DateStyle=ISO -c synchronous_commit=off',
    });
    const session = new ReferenceSession(client, onLost);
    try {
      await client.connect();
      return session;
    } catch (error) {
      session.destroy();
      throw error;
    }
  }

  /** Bytes that have come in so far. */
  get received(): number {
    return this.#stream.bytesRead;
  }

  /** Gives the connection up, whether or not the other side still hears: an orderly end would wait for it. */
  destroy(): void {
    this.#isOver = true;
    this.#stream.destroy();
  }

  lose(error: Error | null): void {
    if (this.#isOver) return;
    this.destroy();
    this.onLost(this, error);
  }

  get #stream(): Socket {
    return (this.client as unknown as { connection: { stream: Socket } }).connection.stream;
  }
}
