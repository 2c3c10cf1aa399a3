import type { FormattedExecutionResult } from 'graphql';

import { type LongText, toText, wrap } from '../../platform/long-text';

/** Stands for `data` in a result whose JSON text exists already; only `stringifyResult` ever looks inside. */
export class SplicedData {
  [name: string]: unknown;

  constructor(text: LongText) {
    // Out of sight of whatever walks over the result's keys.
    Object.defineProperty(this, TEXT, { value: text });
  }
}

const TEXT = Symbol('text');

/** Option of Apollo Server: writes a result as JSON, with ready text put in as it is. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const { data } = result;
  if (!(data instanceof SplicedData)) return `${JSON.stringify(result)}\n`;
  // Apollo sends strings alone. It sees a document once; from then on it is answered without asking it.
  return toText(spliceAnswer((data as unknown as Record<symbol, LongText>)[TEXT]!, result.extensions));
}

/** The whole body of an answer without errors. */
export function spliceAnswer(data: LongText, extensions: Record<string, unknown> | undefined): LongText {
  const more = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return wrap('{"data":', data, `${more}}\n`);
}
