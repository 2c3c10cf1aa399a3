import { SpeakerRole } from '../../domain/utterance-enums';
import { isGivenName } from './given-name';
import { isFullName, isNameShaped } from './name-shape';
import { foldName, withoutShouting } from './person-name';
import {
  isAnalystTitle,
  isFirmByKind,
  isNumberedLabel,
  isOffice,
  isOperatorLabel,
  isUnnamedLabel,
  looksLikeFirm,
} from './title';

/** What a printed label says of a speaker; null is unsaid. */
export interface SplitLabel {
  readonly name: string | null;
  readonly title: string | null;
  readonly firm: string | null;
  readonly role: SpeakerRole | null;
  /** A number instead of a name, or `Unidentified Analyst`. */
  readonly isAnonymous: boolean;
}

/** Offices that a firm's word may stand beside, `Group Chief Executive`, `Bank President`, and no firm is called after. */
const OFFICE_OF_GROUP =
  /\b(?:Officer|President|C[A-Z]O|Director|Chair\w*|Head|Chief|Executive|Treasurer|Controller|Counsel|Secretary)\b/i;
const NOTHING: SplitLabel = { name: null, title: null, firm: null, role: null, isAnonymous: false };
const CLAUSE =
  /^(?:our|my|your|the|and|who|from|as well as)\s|(?:^|\s)(?:I|we|you|he|she|it|they|was|were|is|are|be|been|do|does|did|have|has|had|will|would|can|could|think|know|going|thanks?|please|that['’]s|it['’]s|I['’]m|don['’]t)(?:\s|$)/i;
/** A headline names a company and an occasion. */
const OCCASION =
  /^(?:NASDAQ|NYSE|TSX|LSE|ASX|AMEX|OTC)\w{0,9}\s?:|\b(?:Q[1-4]|[1-4]Q\d\d|(?:19|20)\d\d|earnings call|conference call|transcript|quarter)\b/i;
/** A name is written as it was heard: `Kaspar Lind [ph]`, `Ulla (sp?) Bergh`. */
const HEARD_SO = /\s?[([](?:ph|phonetic|sp|spelling|sic)[.?]{0,2}[)\]](?=\s|,|$)/gi;
/** An office behind a name without the comma that sets it off: `Mark Tolland Analyst, Pinecrest Securities`. */
const TAIL_OFFICE =
  /^(.{3,50}?) ((?:(?:Senior|Equity|Research|Lead|Sell-Side|Buy-Side) )*Analyst|(?:(?:Executive|Senior) )?(?:Vice )?President|Chief \p{Lu}\p{Ll}+ Officer|C[EFOT]O|Chairman|Chairwoman|Treasurer|Controller)$/u;
/** Dashes between parts stand free or are doubled; one inside a word is part of it. */
const PARTS = /\s*(?:\s[-‐‑‒–—―]{1,3}\s|--+|—|\s\|\s|,(?=\s))\s*/u;

/** `Question – Emil Strand, Larch Capital Markets`: the part of a turn before who has it. */
const ASKED = /^question(?:er)?\s*(?:\s[-‐‑‒–—―]{1,3}\s|--+|—|\s\|\s|:\s)\s*(\S.*)$/iu;

/**
 * `Susan Li, CFO`, `Brian Nowak -- Morgan Stanley -- Analyst`, `Ross Sandler (Barclays)` and the like, taken apart. Null where
 * the first part is neither a name nor a part in a call.
 */
export function splitLabel(label: string): SplitLabel | null {
  const text = label
    .replace(/\{BIO[^}]*\}/gi, '')
    .replace(/<(?:BIO|GO)[^>]*>/gi, '')
    .replace(HEARD_SO, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!text || text.length > 160) return null;
  const whole = partOf(text);
  if (whole) return whole;
  const asked = ASKED.exec(text);
  if (asked) return askerOf(asked[1] as string);
  const bracket = /^([^()[\]]{2,60}?)\s*[([]([^()[\]]{2,90})[)\]]$/.exec(text);
  const parts = bracket
    ? [bracket[1] as string, ...(bracket[2] as string).split(PARTS)]
    : joinSuffix(text.split(PARTS).map((part) => part.trim()));
  const [first, ...rest] = parts.filter(Boolean).flatMap((part, i) => (i === 0 ? withoutTail(part) : [part]));
  // A clause is no affiliation.
  if (!first || rest.some((part) => CLAUSE.test(part) || OCCASION.test(part) || part.split(' ').length > 12))
    return null;
  const part = partOf(first);
  if (part) return { ...part, ...affiliation(rest), role: part.role ?? affiliation(rest).role };
  // With an office behind it a name like Merrill Ashdown is a person's; firms hold no office.
  const isHolder =
    !isFirmByKind(first) && first.includes(' ') && rest.some((one) => isOffice(one) && !looksLikeFirm(one));
  const isFirm = !isHolder && looksLikeFirm(first) && !isGivenName(first.split(' ')[0] as string);
  if (isFirm || !isNameShaped(withoutShouting(first))) return splitTitleFirst(text);
  return { ...NOTHING, name: withoutShouting(first), ...affiliation(rest) };
}

/** Who asks; what stands behind the part may be a subject too, so that a name without a firm or an office has to be one that people bear. */
function askerOf(words: string): SplitLabel {
  const split = splitLabel(words);
  const isPerson =
    split?.name != null &&
    isFullName(split.name) &&
    (split.firm !== null || split.title !== null || isGivenName(split.name.split(' ')[0] as string));
  return split && isPerson
    ? { ...split, role: SpeakerRole.ANALYST }
    : { ...NOTHING, role: SpeakerRole.ANALYST, isAnonymous: true };
}

/** A name and the office that runs on behind it; a part without one stays whole. */
function withoutTail(part: string): string[] {
  const [, name, office] = TAIL_OFFICE.exec(part) ?? [];
  return name && office && isFullName(withoutShouting(name)) && !isOffice(name) ? [name, office] : [part];
}

/** `CFO Susan Li`, `Chief Executive Officer Tim Cook`. */
function splitTitleFirst(text: string): SplitLabel | null {
  const words = text.split(' ');
  for (let at = Math.min(words.length - 2, 8); at > 0; at--) {
    const [title, name] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    if (
      isOffice(title) &&
      !isOffice(name) &&
      isFullName(name) &&
      /(?:^|\s)\S*$/.test(title) &&
      isOffice(words[at - 1] as string)
    )
      return { ...NOTHING, name, title, role: SpeakerRole.EXECUTIVE };
  }
  return null;
}

/** A label that tells a part instead of a name. */
function partOf(text: string): SplitLabel | null {
  if (isOperatorLabel(text)) return { ...NOTHING, name: withoutShouting(text), role: SpeakerRole.OPERATOR };
  if (isNumberedLabel(text)) return { ...NOTHING, isAnonymous: true };
  if (!isUnnamedLabel(text)) return null;
  const role = /analyst|question/i.test(text)
    ? SpeakerRole.ANALYST
    : /exec|company|corporate|management/i.test(text)
      ? SpeakerRole.EXECUTIVE
      : null;
  return { ...NOTHING, role, isAnonymous: true };
}

/** The parts after the name: office, firm, or `Analyst`. */
function affiliation(parts: readonly string[]): Pick<SplitLabel, 'title' | 'firm' | 'role'> {
  const titles: string[] = [];
  const firms: string[] = [];
  let isAnalyst = false;
  for (const part of parts) {
    const mixed = /^((?:Senior |Equity |Research |Lead )*Analyst)(?: (?:at|with|for|of) |\s*[/]\s*)(.+)$/i.exec(part);
    if (mixed) {
      isAnalyst = true;
      firms.push(mixed[2] as string);
    } else if (/^(?:Research Division|(?:Global |Equity )Research)$/i.test(part)) isAnalyst = true;
    else if (isAnalystTitle(part) && !looksLikeFirm(part.replace(/research/gi, ''))) isAnalyst = true;
    else if (isOffice(part) && !(looksLikeFirm(part) && !OFFICE_OF_GROUP.test(part))) titles.push(part);
    else if (/^(?:LLC|Inc|Ltd|L\.P|LP|LLP|N\.A|plc|S\.A|Co)\.?$/i.test(part) && firms.length > 0)
      firms.push(`${firms.pop()}, ${part}`);
    else if (titles.length > 0 && !looksLikeFirm(part)) titles.push(part);
    else firms.push(part);
  }
  const title = titles.length > 0 ? titles.join(', ') : null;
  const role = isAnalyst ? SpeakerRole.ANALYST : title ? SpeakerRole.EXECUTIVE : null;
  return { title, firm: wholeFirm(firms), role };
}

/** Partners' names with commas between are one firm's: `Kessel, Brandt & Moss, Inc.`; else the first firm is the speaker's. */
function wholeFirm(firms: readonly string[]): string | null {
  const end = firms.findIndex((firm) =>
    /^\p{Lu}[\p{L}’'-]+ (?:&|and) \p{Lu}[\p{L}’'-]+(?:,? [\p{L}.]{2,6})?$/u.test(firm),
  );
  const isOne =
    end > 0 && firms.slice(0, end).every((firm) => /^\p{Lu}[\p{L}’'-]+$/u.test(firm) && !looksLikeFirm(firm));
  return isOne ? firms.slice(0, end + 1).join(', ') : (firms[0] ?? null);
}

/** `John Smith, Jr.` is one part. */
function joinSuffix(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    if (joined.length > 0 && /^(?:Inc|LLC|Ltd|L\.?P|LLP|N\.A|plc|S\.A|Corp)\.?$/i.test(part))
      joined.push(`${joined.pop()}, ${part}`);
    else if (joined.length > 0 && /^(?:Jr|Sr|II|III|IV|CFA|CPA|Ph\.?D)\.?$/i.test(part))
      joined.push(`${joined.pop()}${/^(?:CFA|CPA|Ph)/i.test(part) ? '' : ` ${part}`}`);
    else joined.push(part);
  }
  return joined;
}

/** The key under which one label's spellings meet. */
export const labelKey = (label: string): string => foldName(label).replace(/\s+/g, ' ');
