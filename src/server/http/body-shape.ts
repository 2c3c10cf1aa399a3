import { refuseExcess } from '../guard/limit';
import { MAX_VALUE_DEPTH, refuseNesting } from '../guard/text';

/** The body itself, `variables`, and `extensions` with what clients put there, around the values that are counted. */
const SLACK = 200;
const DEEPEST = MAX_VALUE_DEPTH + 8;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, OPEN_OBJECT, CLOSE_LIST, CLOSE_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d];

/**
 * Refuses JSON with more values or deeper nesting than any request may have, before it is parsed: 8 MB of brackets become hundreds of
 * megabytes of objects, and keep the server from answering others for seconds. One pass over the bytes, which ends at the first excess.
 */
export function checkShape(body: Uint8Array, mostValues: number): void {
  let [values, depth] = [0, 0];
  for (let at = 0; at < body.length; at++) {
    switch (body[at]) {
      case QUOTE:
        at = endOfText(body, at);
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth += 1;
        values += 1;
        if (depth > DEEPEST) throw refuseNesting('variables');
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth -= 1;
        break;
      case COMMA:
        values += 1;
    }
    if (values > mostValues + SLACK) throw refuseExcess('maxVariableValues', mostValues, values);
  }
}

function endOfText(body: Uint8Array, start: number): number {
  for (let at = start + 1; at < body.length; at++) {
    const byte = body[at];
    if (byte === BACKSLASH) at++;
    else if (byte === QUOTE) return at;
  }
  return body.length;
}
