import pino, { type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** Logs go to stderr, so that stdout stays free for what a command prints (`--json` into a pipe). */
export function createLog(config: { readonly logLevel: string }, destination?: DestinationStream): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRETS, censor: '***' },
      // Text is redacted too: drivers like to put the whole connection URL into the message of an error.
      hooks: { logMethod: redactText },
      serializers: { err: (error: Error) => redactError(pino.stdSerializers.err(error)) },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  );
}

const SECRETS = ['password', 'authorization', 'cookie', 'secret', 'token', 'connectionString'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** Hides the password of every URL in a text: `postgres://user:***@host`. */
export function hidePassword(text: string): string {
  return text.replace(/(\b[a-z][\w+.-]*:\/\/[^\s:/@]*):[^\s@/]*@/gi, '$1:***@');
}

function redactText(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn): void {
  const clean = args.map((arg: unknown) => (typeof arg === 'string' ? hidePassword(arg) : redactValues(arg)));
  method.apply(this, clean as Parameters<pino.LogFn>);
}

function redactValues(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, typeof each === 'string' ? hidePassword(each) : each]),
  );
}

function redactError(error: pino.SerializedError): pino.SerializedError {
  return { ...error, message: hidePassword(error.message ?? ''), stack: hidePassword(error.stack ?? '') };
}
