import { splitLabel } from '../../../language/name/split-label';
import { type LabelMark, LEADING_STAMP, stampOf, TRAILING_STAMP } from './label-mark';
import type { Line } from './lines';

/** Marks before a label: bullets, quotes of Markdown, `>>` of captions. */
const LEAD = /^(?:>{1,3}\s{0,3}|[-•·]\s{1,3}|#{1,6}\s{1,3})?(?:\*\*|__|\*|_)?/;
const LONGEST = 120;

/**
 * `Susan Li: text`, `**Susan Li:** text`, `[00:01:02] Susan Li, CFO: text`, `Operator:        text` and a label with its colon on
 * a line of its own. Null where the line begins otherwise.
 */
export function colonLabelOf(line: Line, index: number): LabelMark | null {
  const head = line.text.slice(0, LONGEST + 40);
  if (!head.includes(':')) return null;
  const stamp = LEADING_STAMP.exec(head)?.[0] ?? '';
  const lead = LEAD.exec(head.slice(stamp.length))?.[0] ?? '';
  const second = LEADING_STAMP.exec(head.slice(stamp.length + lead.length))?.[0] ?? '';
  const from = stamp.length + lead.length + second.length;
  const colon = findColon(head, from);
  if (colon < 0 || colon - from > LONGEST) return null;
  const printed = head
    .slice(from, colon)
    .replace(/(?:\*\*|__|\*|_)\s*$/, '')
    .trimEnd();
  const trailing = TRAILING_STAMP.exec(printed)?.[0] ?? '';
  const label = withoutBrackets(
    printed
      .slice(0, printed.length - trailing.length)
      .replace(/(?:\*\*|__)/g, '')
      .trim(),
  );
  // `Quillmark Foods, Inc. NasdaqGS:QLMK` names a listing.
  if (/\b(?:Nasdaq|NASDAQ|NYSE|AMEX|TSX|LSE|ASX|XETRA|OTC)\w{0,9}$/.test(label)) return null;
  const split = label ? splitLabel(label) : null;
  if (!split) return null;
  const after = /^:\s*(?:\*\*|__|\*|_)?\s*/.exec(line.text.slice(colon))?.[0].length ?? 1;
  const isBold = /\*\*|__/.test(lead);
  const start = line.start + from + Math.max(0, head.slice(from).indexOf(label));
  const hasBody = colon + after < line.text.length;
  return {
    line: index,
    nextLine: hasBody ? index : index + 1,
    kind: 'COLON',
    label,
    labelRange: { start, end: start + label.length },
    split,
    bodyStart: hasBody ? line.start + colon + after : line.end,
    isCertain:
      isBold || stamp !== '' || trailing !== '' || split.role !== null || split.firm !== null || split.isAnonymous,
    startMs: stampOf(stamp || second || trailing),
  };
}

/** `[SPEAKER_01]` as `SPEAKER_01`: the brackets are the machine's. */
const withoutBrackets = (label: string): string => /^\[([^\][]{1,80})\]$/.exec(label)?.[1] ?? label;

/** The colon that ends a label: followed by white space, a mark of Markdown or the line's end, and no part of a time. */
function findColon(head: string, from: number): number {
  for (let at = head.indexOf(':', from); at >= 0; at = head.indexOf(':', at + 1)) {
    const next = head[at + 1];
    if (next === undefined || /[\s*_]/.test(next)) return at;
    if (!/\d/.test(next) || !/\d/.test(head[at - 1] ?? '')) return /[“"‘'[(A-Z<]/.test(next) ? at : -1;
  }
  return -1;
}
