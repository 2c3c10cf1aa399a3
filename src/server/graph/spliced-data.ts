import type { FormattedExecutionResult } from 'graphql';

/** Stands for `data` in a result whose JSON text exists already; only `stringifyResult` ever looks inside. */
export class SplicedData {
  [name: string]: unknown;

  constructor(text: string) {
    // Out of sight of whatever walks over the result's keys.
    Object.defineProperty(this, TEXT, { value: text });
  }
}

const TEXT = Symbol('text');

/** Option of Apollo Server: writes a result as JSON, with ready text put in as it is. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const { data } = result;
  if (!(data instanceof SplicedData)) return `${JSON.stringify(result)}\n`;
  return spliceAnswer((data as unknown as Record<symbol, string>)[TEXT]!, result.extensions);
}

/** The whole body of an answer without errors. */
export function spliceAnswer(data: string, extensions: Record<string, unknown> | undefined): string {
  if (extensions === undefined) return `{"data":${data}}\n`;
  return `{"data":${data},"extensions":${JSON.stringify(extensions)}}\n`;
}
