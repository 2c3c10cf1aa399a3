import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import type { Config } from '../../platform/config';
import { EarshotError } from '../../platform/errors';
import { byteLength, type LongText, PIECE_LENGTH } from '../../platform/long-text';
import type { RefusalLog } from './refusal-log';
import { sendText } from './reply';

/**
 * What waits on a connection below this is not counted: every answer seems to wait until the next turn of the event loop, and node itself
 * takes no further requests of a connection with more than this.
 */
const SHORT_WAIT = 16 * 1024;
/** How long an answer may wait before it counts as one that nobody reads. */
const FAIR_MS = 3_000;
const SWEEP_MS = 250;

type Limits = Pick<Config, 'maxAnswerBytes' | 'waitingBytes' | 'connectionWaitingBytes' | 'writeTimeout'>;

interface Waiting {
  readonly socket: Socket;
  readonly bytes: number;
  readonly since: number;
}

/**
 * Sends answers, and keeps an eye on those that the system does not take at once because their reader is slow. Bytes that wait are memory
 * that a client holds without paying for it; so they are bounded for a connection, for all of them, and in time. Where room is needed,
 * those are cut that have waited longest, not those that come next: else a handful of connections that read nothing could keep everybody out.
 */
export class Outbox {
  /** In the order in which they began to wait. */
  readonly #waiting = new Map<ServerResponse, Waiting>();
  readonly #held = new WeakMap<Socket, number>();
  #bytes = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly limits: Limits,
    private readonly refusals: RefusalLog,
  ) {}

  /** Throws ANSWER_TOO_LARGE or SERVER_BUSY before anything is sent, unless `mustSend`: what has been done is told at any length. */
  send(
    response: ServerResponse,
    status: number,
    type: string,
    text: LongText,
    headers: Readonly<Record<string, string>>,
    mustSend = false,
  ): void {
    if (typeof text === 'string' && text.length < PIECE_LENGTH) {
      sendText(response, status, type, text, headers);
    } else {
      // A string that waits costs its own memory and that of its bytes.
      const bytes = byteLength(text);
      // What has no room is not even written out.
      if (!mustSend) this.#makeRoom(bytes);
      sendText(response, status, type, typeof text === 'string' ? [Buffer.from(text)] : text, headers);
    }
    const left = response.writableLength;
    if (left >= SHORT_WAIT && !response.destroyed) this.#keep(response, left);
  }

  /** Of what is sent past it and shared by all who ask: takes no memory, and has to be read in time all the same. */
  watch(response: ServerResponse): void {
    if (response.writableLength > 0 && !response.destroyed) this.#keep(response, 0);
  }

  /** Bytes of answers that wait for their readers. */
  get bytes(): number {
    return this.#bytes;
  }

  #refuseLarge(bytes: number): void {
    const limit = this.limits.maxAnswerBytes;
    if (bytes <= limit) return;
    throw new EarshotError(
      'ANSWER_TOO_LARGE',
      `The answer would have ${bytes} bytes; this server sends ${limit} at most. Ask for smaller pages or fewer long texts.`,
      { limit, actual: bytes },
    );
  }

  #makeRoom(bytes: number): void {
    this.#refuseLarge(bytes);
    const most = Math.max(this.limits.waitingBytes, this.limits.maxAnswerBytes);
    if (this.#bytes + bytes <= most) return;
    const fair = performance.now() - FAIR_MS;
    for (const [response, { since, bytes: held }] of this.#waiting) {
      if (this.#bytes + bytes <= most || since > fair) break;
      if (held > 0) this.#cut(response, 'EARSHOT_WAITING_BYTES');
    }
    if (this.#bytes + bytes <= most) return;
    throw new EarshotError('SERVER_BUSY', 'Too many long answers wait for their readers. Try again shortly.');
  }

  #keep(response: ServerResponse, bytes: number): void {
    const { socket } = response.req;
    const held = (this.#held.get(socket) ?? 0) + bytes;
    this.#held.set(socket, held);
    this.#bytes += bytes;
    this.#waiting.set(response, { socket, bytes, since: performance.now() });
    response.once('close', () => this.#release(response));
    if (held > Math.max(this.limits.connectionWaitingBytes, this.limits.maxAnswerBytes)) {
      this.#cut(response, 'EARSHOT_CONNECTION_WAITING_BYTES');
      return;
    }
    this.#timer ??= setInterval(() => this.#sweep(), SWEEP_MS).unref();
  }

  #sweep(): void {
    const late = performance.now() - this.limits.writeTimeout;
    for (const [response, { socket, since }] of this.#waiting) {
      // What was queued behind another answer of its connection is told nothing when that breaks.
      if (socket.destroyed) this.#release(response);
      else if (since <= late) this.#cut(response, 'EARSHOT_WRITE_TIMEOUT');
    }
  }

  #cut(response: ServerResponse, setting: string): void {
    this.refusals.tell(setting, { setting }, `cut a client that does not read its answer; ${setting} bounds that`);
    this.#waiting.get(response)?.socket.destroy();
    this.#release(response);
  }

  #release(response: ServerResponse): void {
    const entry = this.#waiting.get(response);
    if (!entry) return;
    this.#waiting.delete(response);
    this.#bytes -= entry.bytes;
    this.#held.set(entry.socket, (this.#held.get(entry.socket) ?? 0) - entry.bytes);
    if (this.#waiting.size > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}
