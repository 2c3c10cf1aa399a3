/**
 * An aside at the head of prose, as "[Call starts mid-word] Thank you", "{Corrects the title} Orders fell", "[SPEAKER_00]: Thank you"
 * or "[00:00:03] Operator": no JSON begins with words or a time in brackets and goes on behind them.
 */
const ASIDE =
  /^(?:\[(?!(?:true|false|null|NaN|undefined)\b)\p{L}[^\][{}"]{0,200}\]|\{\p{L}[^\][{}":]{0,200}\}|\[\d{1,2}:\d{2}[\d:., >–-]{0,40}\])(?:[ \t]*[^\s,\]}]|\s*\p{L})/u;

/** Whether a text means to be JSON, whole or broken: it opens as an object or a list. */
export function opensAsJson(text: string): boolean {
  const start = text.slice(0, 2_000).replace(/^[\ufeff\s]+/, '');
  return /^[[{]/.test(start) && !ASIDE.test(start);
}

/** Deeper than any document nests; a reader that walks it may then recurse without a thought for the stack. */
const DEEPEST = 200;

/** Parses JSON. Throws an Error that says what is wrong and where: line, column, or the depth that is too much. */
export function parseJsonText(text: string): unknown {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const start = /^\s*/.exec(body)![0].length;
  if (start === body.length) throw new Error('is empty');
  if (body[start] === '<') throw new Error('is a web page or XML, not JSON');
  const deep = tooDeep(body);
  if (deep >= 0) throw new Error(`nests deeper than ${DEEPEST} levels (${placeOf(body, deep)})`);
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Error(explain(body, error as Error));
  }
}

/** The offset at which brackets nest too deep; -1 where they never do. Strings are skipped, in one pass. */
function tooDeep(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22:
        at = endOfString(text, at);
        break;
      case 0x5b:
      case 0x7b:
        depth++;
        if (depth > DEEPEST) return at;
        break;
      case 0x5d:
      case 0x7d:
        depth--;
        break;
    }
  }
  return -1;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x22) return at;
  }
  return text.length;
}

function explain(text: string, { message }: Error): string {
  const position = /position (\d+)/.exec(message);
  if (/end of JSON|Unterminated/i.test(message) || Number(position?.[1]) >= text.trimEnd().length) {
    return 'is cut off: the JSON ends before it is complete';
  }
  const what = message.replace(/ in JSON at position.*| ?\(line.*|, "?\.\.\..*|, .* is not valid JSON.*/s, '');
  return position ? `is no JSON: ${what} (${placeOf(text, Number(position[1]))})` : `is no JSON: ${what}`;
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}`;
}
