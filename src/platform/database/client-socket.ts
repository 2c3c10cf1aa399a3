import type { Duplex } from 'node:stream';
import type { Client } from 'pg';

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
