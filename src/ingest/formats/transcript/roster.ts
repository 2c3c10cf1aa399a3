import { SpeakerRole } from '../../../domain/utterance-enums';
import { isGivenName } from '../../../language/name/given-name';
import { isFullName } from '../../../language/name/name-shape';
import { type SplitLabel, splitLabel } from '../../../language/name/split-label';
import { isAnalystTitle, isOffice, looksLikeFirm } from '../../../language/name/title';
import { colonLabelOf } from './colon-label';
import { isDash, isRule } from './furniture';
import type { Line } from './lines';
import { type Heading, headingOf } from './section-heading';

/** The people that a transcript lists before or after its words. */
export interface Roster {
  readonly people: readonly SplitLabel[];
  /** Which lines belong to the lists. */
  readonly isListed: readonly boolean[];
}

const LONGEST = 160;

/** Reads the lists under `Company Participants`, `Conference Call Participants`, `Call participants:` and the like. */
export function readRoster(lines: readonly Line[]): Roster {
  const people: SplitLabel[] = [];
  const isListed = lines.map(() => false);
  for (let at = 0; at < lines.length; at++) {
    const inline = listInLine((lines[at] as Line).text);
    if (inline) {
      isListed[at] = true;
      people.push(...inline);
      continue;
    }
    const heading = headingAt(lines, at);
    if (heading?.kind !== 'PEOPLE') continue;
    const end = endOfList(lines, at + 1);
    if (end === at + 1) continue;
    for (let i = at; i < end; i++) isListed[i] = true;
    for (const entry of readEntries(lines.slice(at + 1, end), heading.side)) people.push(entry);
    at = end - 1;
  }
  return { people, isListed };
}

/** What divides people in one line: semicolons, else commas outside of brackets. */
const BETWEEN_PEOPLE = /;\s+/;
const BETWEEN_NAMES = /,\s+(?![^()]*\))/;

/** `Participants: Nora Quill - CEO; Otto Reyes - CFO`: a list in the line of its heading. Null where something in it is no person. */
function listInLine(line: string): SplitLabel[] | null {
  const colon = line.indexOf(':');
  const heading = colon > 0 ? headingOf(line.slice(0, colon)) : null;
  if (heading?.kind !== 'PEOPLE') return null;
  const words = bare(line.slice(colon + 1)).replace(/[;.]$/, '');
  const parts = words.split(BETWEEN_PEOPLE.test(words) ? BETWEEN_PEOPLE : BETWEEN_NAMES);
  const found = parts.flatMap((part) => splitLabel(part.replace(/^and\s+/i, '').trim()) ?? []);
  const isList =
    found.length === parts.length &&
    found.every(({ name, role }) => name !== null && (isFullName(name) || role === SpeakerRole.OPERATOR)) &&
    (found.length > 1 || found.some(({ title, firm }) => title !== null || firm !== null));
  return isList ? found.map((entry) => sided(entry, heading.side)) : null;
}

/** `Analyst` right below a name is that person's part and heads no list. */
function headingAt(lines: readonly Line[], at: number): Heading | null {
  const heading = headingOf((lines[at] as Line).text);
  if (heading?.kind !== 'PEOPLE' || !/^(?:analyst|executive)$/i.test(bare((lines[at] as Line).text))) return heading;
  const above = lines[at - 1]?.text ?? '';
  return isDash(above) || (above !== '' && splitLabel(bare(above))?.name != null) ? null : heading;
}

/** The list goes on while lines are short and tell people, offices or firms. */
function endOfList(lines: readonly Line[], from: number): number {
  let end = from;
  let last = -1;
  for (let at = from; at < lines.length; at++) {
    const { text } = lines[at] as Line;
    if (!text || isRule(text)) continue;
    if (headingAt(lines, at)) break;
    if (text.length > LONGEST || isSentence(text)) return last >= 0 && isBareName(lines[last]) ? last : end;
    const plain = bare(text);
    if (/^operator$/i.test(plain) && nextIsSentence(lines, at + 1)) break;
    if (colonLabelOf(lines[at] as Line, at)?.nextLine === at) break;
    const isEntry =
      splitLabel(plain) !== null || isOffice(plain) || looksLikeFirm(plain) || isAnalystTitle(plain) || last >= 0;
    if (!isEntry) break;
    last = at;
    end = at + 1;
  }
  return end;
}

const bare = (text: string): string =>
  text
    .replace(/^[\s*•·–-]+(?=\S)/, '')
    .replace(/\*\*|__|\*$/g, '')
    .replace(/\{BIO[^}]*\}/gi, '')
    .trim();
const isSentence = (text: string): boolean =>
  /[.!?]$/.test(text) && text.split(' ').length > 6 && !/(?:Inc|Ltd|Co|Corp|LLC|L\.P|S\.A)\.$/.test(text);
const isBareName = (line: Line | undefined): boolean => line !== undefined && splitLabel(bare(line.text)) !== null;

function nextIsSentence(lines: readonly Line[], from: number): boolean {
  const next = lines.slice(from, from + 4).find(({ text }) => text);
  return next !== undefined && (next.text.length > 60 || /[.!?]$/.test(next.text));
}

function readEntries(lines: readonly Line[], side: 'COMPANY' | 'OUTSIDE' | 'CALL'): SplitLabel[] {
  const found: SplitLabel[] = [];
  let isApart = false;
  for (const { text } of lines) {
    const plain = isRule(text) ? '' : bare(text);
    if (!plain) {
      isApart = true;
      continue;
    }
    const split = splitLabel(plain.replace(/\s{3,}|\t+/g, ' - '));
    const before = found.at(-1);
    const isPerson = split?.name != null && isGivenName(split.name.split(' ')[0] as string);
    // A firm alone belongs to the name right above it; behind an empty line it may as well be somebody called Merrill.
    const isAffiliation = !isPerson && (isOffice(plain) || (looksLikeFirm(plain) && !isApart) || isAnalystTitle(plain));
    isApart = false;
    if (before && !before.title && !before.firm && isAffiliation && !(split?.title || split?.firm)) {
      // The office stands on a line below the name.
      const merged = splitLabel(`${before.name}, ${plain.replace(/ [-–—] /g, ', ')}`);
      if (merged) found[found.length - 1] = merged;
    } else if (split?.name) found.push(split);
  }
  return found.map((entry) => sided(entry, side));
}

function sided(entry: SplitLabel, side: 'COMPANY' | 'OUTSIDE' | 'CALL'): SplitLabel {
  if (entry.role === SpeakerRole.OPERATOR) return entry;
  if (side === 'COMPANY')
    return { ...entry, role: SpeakerRole.EXECUTIVE, title: entry.title ?? entry.firm, firm: null };
  // A list of outside voices names their firms; what looks like an office there is the firm's name.
  if (side === 'OUTSIDE')
    return {
      ...entry,
      role: SpeakerRole.ANALYST,
      firm: entry.firm ?? entry.title,
      title: entry.firm ? entry.title : null,
    };
  return entry.role === null && entry.firm !== null ? { ...entry, role: SpeakerRole.ANALYST } : entry;
}
