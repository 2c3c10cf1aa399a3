import type { Duplex } from 'node:stream';
import type { Client, Pool } from 'pg';

/** How long a peer may take to hear that a connection ends. */
const FAREWELL_MS = 1_000;

/** What pg's client knows beside its public face. */
export interface ClientInternals {
  readonly host: string;
  readonly port: number;
  readonly ssl: boolean | Record<string, unknown>;
  readonly sslNegotiation: string;
  /** Number and secret of the backend, as it told them when the connection was made. */
  readonly processID: number | null;
  readonly secretKey: number | null;
  readonly connection: { readonly stream: Duplex & { readonly remoteAddress?: string; readonly remotePort?: number } };
}

export const internalsOf = (client: Client): ClientInternals => client as unknown as ClientInternals;

/** Ends a connection without a word to the other side, which may be gone: whatever was asked over it fails at once. */
export function cutConnection(client: Client): void {
  internalsOf(client).connection.stream.destroy();
}

/** Takes leave where the other side listens, and does not wait long where it does not. */
export async function endConnection(client: Client): Promise<void> {
  const timer = setTimeout(() => cutConnection(client), FAREWELL_MS);
  await client.end().catch(() => {});
  clearTimeout(timer);
}

/** The same for a pool, whose own end waits for what is under way. */
export async function endPool(pool: Pool): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FAREWELL_MS);
  });
  await Promise.race([pool.end().catch(() => {}), late]);
  clearTimeout(timer);
}
