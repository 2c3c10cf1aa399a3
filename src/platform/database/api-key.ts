import { createHash, randomBytes } from 'node:crypto';
import { type Client, Pool } from 'pg';
import { type Actor, processActor } from '../actor';
import { writeAuditEntry } from './audit-entry';
import { endPool } from './client-socket';
import { unavailable } from './lost-connection';
import { withClient } from './session';

/** A key as people may see it: the key itself is shown once, when it is made. */
export interface ApiKeyRecord {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly prefix: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** Up to a minute old. */
  readonly lastUsedAt: string | null;
}

const COLUMNS = `id, name, scopes, prefix, created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "revokedAt",
  last_used_at AS "lastUsedAt"`;

/** Recognisable for secret scanners, and for people who find one in a log. */
const MARK = 'earshot_';
const PREFIX_LENGTH = MARK.length + 6;

export function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** Makes a key of 256 random bits. The returned `key` exists nowhere else. */
export function createApiKey(
  url: string,
  { name, scopes, expiresAt }: { name: string; scopes: readonly string[]; expiresAt: Date | null },
  actor: Actor = processActor(),
): Promise<{ key: string; record: ApiKeyRecord }> {
  const key = MARK + randomBytes(32).toString('base64url');
  return inTransaction(url, async (client) => {
    const { rows } = await client.query(
      `INSERT INTO api_key (name, scopes, prefix, digest, expires_at) VALUES ($1, $2, $3, $4, $5) RETURNING ${COLUMNS}`,
      [name, scopes, key.slice(0, PREFIX_LENGTH), digestOf(key), expiresAt],
    );
    const record = recordOf(rows[0]);
    await noteKey(client, actor, 'CREATE_KEY', record);
    return { key, record };
  });
}

/** Newest first, revoked and expired ones included. */
export function listApiKeys(url: string): Promise<ApiKeyRecord[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT ${COLUMNS} FROM api_key ORDER BY id DESC`);
    return rows.map(recordOf);
  });
}

/** Revokes the key with this id or prefix; null where there is none. One that is revoked already stays so. */
export function revokeApiKey(
  url: string,
  idOrPrefix: string,
  actor: Actor = processActor(),
): Promise<ApiKeyRecord | null> {
  const meant = 'id::text = $1 OR prefix = $1';
  return inTransaction(url, async (client) => {
    const { rows: ended } = await client.query(
      `UPDATE api_key SET revoked_at = now() WHERE (${meant}) AND revoked_at IS NULL RETURNING ${COLUMNS}`,
      [idOrPrefix],
    );
    for (const row of ended) await noteKey(client, actor, 'REVOKE_KEY', recordOf(row));
    const { rows } = await client.query(`SELECT ${COLUMNS} FROM api_key WHERE ${meant}`, [idOrPrefix]);
    return rows[0] ? recordOf(rows[0]) : null;
  });
}

function noteKey(client: Client, actor: Actor, action: string, record: ApiKeyRecord): Promise<void> {
  const { id, name, prefix, scopes, expiresAt } = record;
  const summary = { name, prefix, scopes, expiresAt };
  return writeAuditEntry(client, actor, { action, subjectKind: 'API_KEY', subjectIds: [id], summary });
}

/** A connection that is lost takes what was not committed with it. */
function inTransaction<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  });
}

export interface ApiKeyStore {
  /** The key that has this digest and is neither revoked nor expired. */
  find(digest: Buffer): Promise<ApiKeyRecord | null>;
  close(): Promise<void>;
}

/** For having a connection and for its answer: a look-up takes a millisecond. */
const PATIENCE_MS = 2_000;

/** Looks keys up over two connections at most, however many strangers make keys up; fails with DATABASE_UNAVAILABLE. */
export function openApiKeyStore(url: string): ApiKeyStore {
  const pool = new Pool({
    connectionString: url,
    application_name: 'earshot keys',
    max: 2,
    allowExitOnIdle: true,
    connectionTimeoutMillis: PATIENCE_MS,
    // The connection is destroyed then: a dead peer would let nobody end it.
    query_timeout: PATIENCE_MS,
  });
  pool.on('error', () => {
    // The pool replaces a connection that is lost while idle; the next look-up will tell if that fails.
  });
  return {
    async find(digest) {
      try {
        const { rows } = await pool.query(
          `SELECT ${COLUMNS} FROM api_key WHERE digest = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
          [digest],
        );
        return rows[0] ? recordOf(rows[0]) : null;
      } catch (cause) {
        throw unavailable('API keys cannot be looked up at the moment. Try again shortly.', cause);
      }
    },
    close: () => endPool(pool),
  };
}

function recordOf(row: ApiKeyRecord): ApiKeyRecord {
  const instant = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);
  return {
    ...row,
    createdAt: instant(row.createdAt) as string,
    expiresAt: instant(row.expiresAt),
    revokedAt: instant(row.revokedAt),
    lastUsedAt: instant(row.lastUsedAt),
  };
}
