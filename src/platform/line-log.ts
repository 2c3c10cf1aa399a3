import pino, { type Logger } from 'pino';

/** Lines wait this long, or until so many characters are there, to be written together. */
const WAIT_MS = 100;
const MOST_CHARACTERS = 16 * 1024;

/** Logs with lines that wait: what a process has said before it ends has to be read after. */
const waiting = new Set<LineLog>();
process.once('exit', () => {
  for (const log of waiting) log.flush();
});

/**
 * Ready lines for a log that gets one for every request, past the redaction and the formatting that any other line goes through: they
 * cost as much as many an answer. Whoever writes here puts in nothing that a user sent and nothing secret. Lines are written together
 * a moment later; a process that is killed outright may lose the last of them.
 */
export class LineLog {
  readonly #stream: { write(text: string): unknown };
  #waiting = '';
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly log: Logger) {
    this.#stream = (log as unknown as Record<symbol, { write(text: string): unknown }>)[pino.symbols.streamSym]!;
  }

  get isEnabled(): boolean {
    return this.log.isLevelEnabled('info');
  }

  /** `fields`: JSON members without braces, such as `"ms":1.5,"statements":2`. */
  info(message: string, fields: string): void {
    this.#waiting += `{"level":"info","time":"${new Date().toISOString()}",${fields},"msg":"${message}"}\n`;
    waiting.add(this);
    if (this.#waiting.length > MOST_CHARACTERS) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), WAIT_MS).unref();
  }

  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    waiting.delete(this);
    if (this.#waiting === '') return;
    const lines = this.#waiting;
    this.#waiting = '';
    this.#stream.write(lines);
  }
}
