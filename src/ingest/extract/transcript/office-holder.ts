import { FULL_NAME, isFullName } from '../../../language/name/name-shape';
import { parsePersonName } from '../../../language/name/person-name';
import { isOffice } from '../../../language/name/title';

/** A person whom the words name together with an office, `Susan Li, CFO`. */
export interface OfficeHolder {
  readonly name: string;
  readonly title: string;
}

const PERSON = new RegExp(`(?<![\\p{L}’'-])${FULL_NAME}`, 'gu');
const OWNER =
  /^(?:and |with |by |are |is |to |be )?(?:(?:our|the|your|its|their|my|as) )?(?:[\p{Lu}][\p{L}&.+-]*(?: [\p{Lu}&+][\p{L}&.+-]*){0,3}['’]s? )?(?:(?:our|the|new|newly appointed|current) )?/u;
const VERB = /\b(?:will|would|is|are|was|were|you|we|who|has|have|may|can|and I|joins?|joined|begin|here|today)\b/i;

/** More people than any opening presents; each is compared with each. */
const MOST_HOLDERS = 40;

/** The people of the company that an opening presents with their offices. */
export function officeHoldersIn(words: string): OfficeHolder[] {
  const text = words.slice(0, 8000);
  const found: OfficeHolder[] = [];
  for (const match of text.matchAll(PERSON)) {
    const name = personIn(match[0]);
    if (!name) continue;
    const from = match.index + match[0].indexOf(name.printed);
    const title =
      titleAfter(text.slice(from + name.printed.length, from + name.printed.length + 170)) ??
      titleBefore(text.slice(Math.max(0, from - 90), from));
    if (title && found.push({ name: name.full, title }) >= MOST_HOLDERS) break;
  }
  return found;
}

/** The name in a run of capitalised words, of which the first may be an office: `CEO Tim Cook`, or the last: `Tim Cook CEO`. */
function personIn(run: string): { printed: string; full: string } | null {
  const words = run.split(/\s+/);
  while (
    words.length > 1 &&
    (isOffice(words[0] as string) ||
      /^(?:Our|The|And|With|Joining|Thank|Good|Mr|Mrs|Ms|Dr|Prof|Operator|Officer)\b/.test(words[0] as string))
  )
    words.shift();
  while (words.length > 1 && isOffice(words.at(-1) as string)) words.pop();
  const printed = words.join(' ');
  if (!isFullName(printed) || !run.includes(printed)) return null;
  const name = parsePersonName(printed);
  return name && { printed, full: name.full };
}

/** `, CFO`, `, our chairman and CEO`, ` - Director of Investor Relations`. */
function titleAfter(rest: string): string | null {
  const lead = /^(?:,| [-–—]|\s\()\s?/.exec(rest) ?? /^ (?=(?:our|the) )/.exec(rest);
  if (!lead) return null;
  const parts = rest.slice(lead[0].length).split(/(,|;|\.(?=\s|$)|\)|\sand\s(?=\p{Lu}\p{L}+\s\p{Lu})|\s[–—-]\s)/u);
  let title = '';
  for (let i = 0; i < parts.length; i += 2) {
    const part = (parts[i] as string).trim();
    const plain = i === 0 ? part.replace(OWNER, '').replace(/^(?:our|the) /i, '') : part.replace(/^and /, '');
    const isAnd = /and/.test(parts[i - 1] ?? '');
    // Behind `our CEO, Larry Culp, and CFO, …` the office belongs to the next person.
    if (
      !isTitle(plain) ||
      (i === 0 && /^and\s/.test(part)) ||
      (i > 0 && isFullName(plain) && !isOffice(plain.split(' ')[0] as string))
    )
      break;
    title = title ? `${title}${isAnd ? ' and ' : ', '}${plain}` : plain;
    if (parts[i + 1] !== ',' && !/and/.test(parts[i + 1] ?? '')) break;
  }
  return title || null;
}

/** `our chairman and CEO, ` or `Chief Executive Officer ` before the name. */
function titleBefore(before: string): string | null {
  const part = /([^.;:()]{2,80}?),?\s$/.exec(before)?.[1];
  const last = part
    ?.split(/,\s|\b(?:by|is|are|our|the|with|to|including|welcome|from|me|by our|and our|['’]s)\s/)
    .at(-1)
    ?.replace(/^and\s/, '')
    .replace(/^(?:our|the)\s/i, '')
    .trim();
  return last && isTitle(last) && isOffice(last.split(' ').at(-1) as string) ? last : null;
}

const isTitle = (words: string): boolean =>
  words.length > 1 &&
  words.length < 90 &&
  isOffice(words) &&
  !VERB.test(words) &&
  words.split(' ').length <= 12 &&
  /^[\p{L}]/u.test(words);
