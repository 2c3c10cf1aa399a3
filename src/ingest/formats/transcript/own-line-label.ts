import { isFullName } from '../../../language/name/name-shape';
import { withoutShouting } from '../../../language/name/person-name';
import { type SplitLabel, splitLabel } from '../../../language/name/split-label';
import { isAnalystTitle, isOffice, looksLikeFirm } from '../../../language/name/title';
import { isDash } from './furniture';
import { type LabelMark, LEADING_STAMP, stampOf, TRAILING_STAMP } from './label-mark';
import type { Line } from './lines';

const LONGEST = 130;
/** What ends a sentence ends no label, unless it belongs to an abbreviation. */
const SENTENCE_END = /[.!?;,]$/;
const ABBREVIATION_END = /\b(?:Inc|Ltd|Co|Corp|Jr|Sr|L\.?P|L\.L\.C|S\.A|N\.A|[A-Z])\.$/;
const LOOSE_END = /\b(?:and|or|of|the|with|to|for|our|in|at|by|from|is|as|who|will|are)$/i;
/** `Quillmark Foods, Inc. NasdaqGS:QLMK` names a listing. */
const LISTING = /\b(?:Nasdaq|NASDAQ|NYSE|AMEX|TSX|LSE|ASX|XETRA|OTC)\w{0,9}\s?:\s?[A-Z]/;
/** FactSet prints Q or A at the right edge of the line with the office. */
const EDGE_LETTER = /\s{1,200}([QA])$/;
/** StreetEvents numbers the turns of a section behind their labels. */
const TURN_NUMBER = /\s{1,200}\[\d{1,3}\]$/;

/**
 * A label that has its line alone: `Susan Li`, `Susan Li, CFO`, `**Tim Cook** -- *Chief Executive Officer*`, `Tim Cook 00:12`, or
 * a name with the office on the line below. Null where the line is none.
 */
export function ownLineLabelOf(lines: readonly Line[], index: number): LabelMark | null {
  const line = lines[index] as Line;
  if (line.text.length < 2 || line.text.length > LONGEST || !opensBlock(lines, index)) return null;
  const { words, isBold, stamp } = bare(line.text);
  if (
    !words ||
    (SENTENCE_END.test(words) && !ABBREVIATION_END.test(words)) ||
    LOOSE_END.test(words) ||
    LISTING.test(words) ||
    words.endsWith(':')
  )
    return null;
  const own = splitLabel(words);
  if (!own || !(own.name || own.isAnonymous)) return null;
  const below = own.title || own.firm || own.isAnonymous ? null : titleBelow(lines, index, own);
  const last = below?.line ?? index;
  if (nextWords(lines, last + 1) === null) return null;
  const split = below?.split ?? own;
  const start = line.start + Math.max(0, line.text.indexOf(words.split(' ')[0] as string));
  const isNumbered = own.isAnonymous && /\d/.test(words);
  return {
    line: index,
    nextLine: last + 1,
    kind: 'OWN_LINE',
    label: below ? `${words}, ${below.printed}` : words,
    labelRange: {
      start,
      end: below ? (lines[last] as Line).start + below.printed.length : Math.min(line.end, start + words.length),
    },
    split,
    bodyStart: (lines[last] as Line).end,
    isCertain: isBold || stamp !== null || split.role !== null || split.firm !== null || isNumbered || own.isAnonymous,
    startMs: stamp === null ? null : stampOf(stamp),
  };
}

/** A label opens a block, or follows a line that has come to its end. */
function opensBlock(lines: readonly Line[], index: number): boolean {
  const before = lines[index - 1];
  if (!before?.text || (lines[index] as Line).startsPage) return true;
  return /[.!?…"”’)\]*:]$|\.{5,}|-{5,}/.test(before.text) || before.text.length < 4;
}

function bare(text: string): { words: string; isBold: boolean; stamp: string | null } {
  // Bloomberg's link to a person is a mark as good as bold letters.
  const isBold = /\{BIO\s/i.test(text) || /^(?:#{1,6}\s{1,3})?(?:\*\*|__)\S/.test(text);
  const plain = text
    .replace(/^#{2,6}\s{1,3}/, '')
    .replace(/\*\*|__|(?<=^|[\s—–-])\*(?=\S)|(?<=\S)\*(?=$|\s)/g, '')
    .replace(/\s{0,3}\{BIO[^}]{0,40}\}/i, '')
    .trim();
  const leading = LEADING_STAMP.exec(plain)?.[0] ?? '';
  const trailing = TRAILING_STAMP.exec(plain.slice(leading.length))?.[0] ?? '';
  const words = plain
    .slice(leading.length, plain.length - trailing.length)
    .replace(EDGE_LETTER, '')
    .replace(TURN_NUMBER, '')
    .trim();
  return { words, isBold, stamp: (leading || trailing).trim() || null };
}

/** The office or the firm on the next line, directly below or with one empty line between. */
function titleBelow(
  lines: readonly Line[],
  index: number,
  own: SplitLabel,
): { line: number; split: SplitLabel; printed: string } | null {
  const name = own.name ?? '';
  const isGapped = lines[index + 1]?.text === '';
  const at = isGapped || isDash(lines[index + 1]?.text ?? '') ? index + 2 : index + 1;
  const line = lines[at];
  if (!line?.text || line.text.length > 110) return null;
  const printed = line.text
    .replace(/^[*_]+|[*_]+$/g, '')
    .replace(EDGE_LETTER, '')
    .trim();
  const isTitle = isOffice(printed) || isAnalystTitle(printed);
  if (!isTitle && (!looksLikeFirm(printed) || (isGapped && !isFullName(name)))) return null;
  if (/[.!?;:]$/.test(printed) && !ABBREVIATION_END.test(printed)) return null;
  // An office is no sentence, and no other person's label.
  if (/\b(?:I|we|you|is|are|was|thank|thanks|my|your)\b/i.test(printed) || !/^[\p{Lu}*]/u.test(printed)) return null;
  if (splitLabel(printed)?.name && isFullName(withoutShouting(printed.split(/,| [-–—]/)[0] ?? ''))) return null;
  if (nextWords(lines, at + 1) === null) return null;
  const split = splitLabel(`${name}, ${printed}`);
  return split && { line: at, split: own.role === null ? split : { ...split, role: own.role }, printed };
}

function nextWords(lines: readonly Line[], from: number): string | null {
  for (let at = from; at < Math.min(lines.length, from + 12); at++) if (lines[at]?.text) return lines[at]?.text ?? null;
  return null;
}
