import { isGivenName } from '../../../language/name/given-name';
import { FULL_NAME, isNoName, NAME } from '../../../language/name/name-shape';
import { isNoPerson } from '../../../language/name/no-person';
import { parsePersonName } from '../../../language/name/person-name';
import { isFirmByKind, isOffice, looksLikeFirm } from '../../../language/name/title';
import { everyMatch } from '../../../language/pattern';
import { firmAtStart } from './firm-name';

/** Somebody who is given the floor or says who he is. */
export interface Introduced {
  /** Null where it could not be heard, `<unk>`. */
  readonly name: string | null;
  /** Only the family name was heard: `<unk> Kim`. */
  readonly isFamilyOnly: boolean;
  readonly firm: string | null;
  /** The words say that a question comes, so that anybody may have said them; else only an operator means it. */
  readonly isExplicit: boolean;
  /** Where in the words it stands. */
  readonly at: number;
}

/** A name of which a machine may have missed parts. */
const HEARD = String.raw`(?:(?:<\w{1,12}>\s)?${NAME}|<\w{1,12}>)(?:\s<\w{1,12}>)?(?:,\s\p{Lu}[\p{L}'’-]{1,20}(?=\s(?:with|from|of|at)\s))?`;
/** How a name that was heard begins. */
const BEGINS = String.raw`(?:[\p{Lu}<]|[dl]['’])`;
const LINE = String.raw`(?:that\s|the\s(?:phone\s)?lines?\sof\s|a\sline\sof\s|an?\sanalyst\s|our\sfriend\s|Mr\.?\s|Ms\.?\s)?`;
const ASKED = String.raw`(?:[Qq]uestions?|[Cc]aller|[Ii]nterviewer|inquiry|[Ff]ollow[- ]?up|one|query)\b[^.?!<]{0,50}?\b(?:from|is|with|to|by)\s(?:is\s|will\sbe\s|comes?\sfrom\s|coming\sfrom\s|from\s|back\sto\s)?`;
const MOVED = String.raw`(?:(?:[Gg]o|[Mm]ove|[Tt]urn|take|get|jump|head|switch|[Gg]oing|[Mm]oving|[Tt]urning|[Hh]eading)\s(?:now\s|next\s|on\s|back\s|over\s|ahead\s|then\s){0,3}to|hear\s(?:next\s|now\s)?from|[Tt]ry|(?:[Nn]ext|up|[Nn]ow)(?:\sup)?,?\s(?:we\shave|is|we\swill\shear\sfrom|we['’]ll\shear\sfrom|will\sbe|comes)|(?:[Tt]ake|[Hh]ave)\s(?:our|the|a|your)?\s?(?:first|next|last|final|another)?\s?(?:questions?\s)?from|line\sof|on\sthe\sline\swith|[Ww]e\shave)\s`;
const WITH = String.raw`(?:(?:\sagain)?,?\s(?:with|from|of|at|representing|out\sof|over\sat|calling\sfrom|who\sis\swith|who['’]s\swith|on\sbehalf\sof)\s|\s?[,(]\s?|\s[–—-]{1,2}\s)`;

/**
 * Each a part that its pattern cannot match without. Patterns of names are so large that compiling one takes longer than reading
 * a call: where nobody is announced it never is.
 */
const QUESTION_CUE = new RegExp(`\\b${ASKED}${LINE}${BEGINS}`, 'u');
const CUT_SHORT_CUE = new RegExp(`\\b[Qq]uestions?,?\\s(?:[Ii]t['’]?s,?\\s)?${BEGINS}`, 'u');
const MOVE_CUE = new RegExp(`\\b${MOVED}${LINE}${BEGINS}`, 'u');
const FROM_FIRM_CUE = new RegExp(`[Ww]e,?\\shave,?\\s${BEGINS}`, 'u');

const QUESTION = new RegExp(`\\b${ASKED}${LINE}(${HEARD})(${WITH})?`, 'gu');
const MOVE = new RegExp(`\\b${MOVED}${LINE}(${HEARD})(${WITH})`, 'gu');
/** A cheap look that most turns fail. */
const MOVE_HINT =
  /\b(?:(?:[Gg]o|[Mm]ov|[Tt]ur|[Hh]ead|jump|switch|get|take)\w* (?:\w+ ){0,3}?to (?:the line |an? |our |Mr|Ms|<|[A-Z])|hear |line of|line with|[Tt]ry [A-Z]|[Ww]e have |(?:[Nn]ext|up|[Nn]ow),? (?:up,? )?(?:we|is|will|comes)|(?:[Tt]ake|[Hh]ave) (?:\w+ ){0,3}from )/;
const TAKES_FLOOR = String.raw`\s(?:[Pp]lease\s(?:go|proceed|ask|state)|[Yy]our\sline|[Yy]ou\smay|[Yy]ou['’]re\s(?:live|on)|[Yy]ou\sare|[Gg]o\sahead|is\s(?:on|next|our))`;
const FLOOR = new RegExp(
  `(?:^|[.?!,:]\\s|\\bwe\\shave\\s|\\bthe\\sline\\sof\\s)(${NAME})${WITH}([^.?!,]{2,50}?)[.,]?${TAKES_FLOOR}`,
  'gu',
);
const FLOOR_CUE = new RegExp(`${WITH}[^.?!,]{2,50}?[.,]?${TAKES_FLOOR}`, 'u');

/** A machine that missed a word: `we have a question Aaron Watts with Brightwater`. */
const CUT_SHORT = new RegExp(`\\b[Qq]uestions?,?\\s(?:[Ii]t['’]?s,?\\s)?(${FULL_NAME})${WITH}`, 'gu');

const FROM_FIRM = new RegExp(
  `\\b[Ff]rom[.,]?\\s((?:[\\p{L}&.’'-]{1,20}\\s){0,5}[\\p{L}&.’'-]{1,20}),?\\s[Ww]e,?\\shave,?\\s(${HEARD})`,
  'gu',
);

/** Who is named as the next to ask, in the words of whoever conducts the call; the last one stands last. */
export function announcedIn(words: string): Introduced[] {
  const found: Introduced[] = [];
  // Cheap looks first: most turns announce nobody.
  if (
    !/\b(?:questions?|callers?|interviewer|inquiry|follow[- ]?up|one|query|line|ahead|may|next|have|hear|to|try)\b/i.test(
      words,
    )
  )
    return found;
  if (/\b[Ww]e,? have\b/.test(words) && FROM_FIRM_CUE.test(words))
    for (const match of everyMatch(FROM_FIRM, words))
      push(found, match[2] as string, firmAtStart(match[1] as string), match.index, true);
  for (const match of QUESTION_CUE.test(words) ? everyMatch(QUESTION, words) : []) {
    const firm = match[2] ? firmAtStart(words.slice(match.index + match[0].length)) : null;
    const isNext = /(?:first|next|last|final|another|following|more)\b[^.?!]{0,30}$/i.test(
      words.slice(Math.max(0, match.index - 40), match.index),
    );
    push(found, match[1] as string, firm, match.index, firm !== null || isNext);
  }
  for (const match of CUT_SHORT_CUE.test(words) ? everyMatch(CUT_SHORT, words) : []) {
    const firm = firmAtStart(words.slice(match.index + match[0].length));
    if (firm !== null) push(found, match[1] as string, firm, match.index, true);
  }
  if (MOVE_HINT.test(words) && MOVE_CUE.test(words))
    for (const match of everyMatch(MOVE, words)) {
      const firm = firmAtStart(words.slice(match.index + match[0].length));
      const isNext =
        firm !== null && /\b(?:first|next|last)\s(?:up\b|$)/i.test(words.slice(match.index - 6, match.index + 8));
      if (firm !== null || /line\sof/.test(match[0])) push(found, match[1] as string, firm, match.index, isNext);
    }
  if (/\b(?:please|your line|you may|you['’]re|you are|go ahead|is on|is next|is our)\b/i.test(words))
    for (const match of FLOOR_CUE.test(words) ? everyMatch(FLOOR, words) : []) {
      const firm = firmAtStart(match[2] as string);
      if (firm !== null) push(found, match[1] as string, firm, match.index, false);
    }
  // Two patterns may find one announcement; the surer one stands. What is somebody's firm there is nobody's name.
  const firms = new Set(found.flatMap(({ name, firm }) => (name !== null && firm !== null ? [firm] : [])));
  return found
    .filter(({ name, firm }) => !firms.has(name ?? firm ?? ''))
    .sort((a, b) => a.at - b.at)
    .filter(
      ({ name, firm, isExplicit }, i) =>
        isExplicit ||
        !found.some(
          (other, j) => j < i && other.isExplicit && (other.name === name || (firm !== null && other.firm === firm)),
        ),
    );
}

function push(found: Introduced[], heard: string, firm: string | null, at: number, isExplicit: boolean): void {
  const name = cleanName(heard);
  // Only the firm was told, or heard: `a question from Wells Fargo`.
  if (name === undefined && firm === null && isHouse(heard)) {
    found.push({ name: null, isFamilyOnly: false, firm: heard, isExplicit, at });
    return;
  }
  // Of an office-holder the office follows, `Director of Investor Relations`: nobody who asks.
  if (
    name === undefined ||
    (name === null && firm === null) ||
    (firm !== null && isOffice(firm) && !looksLikeFirm(firm))
  )
    return;
  const isFamilyOnly = name !== null && /^<\w+>\s/.test(heard) && !name.includes(' ');
  found.push({ name, isFamilyOnly, firm, isExplicit, at });
}

const NO_PERSON =
  /^(?:The|This|That|Our|Your|My|We|I|It|You|Please|Thank|Thanks|And|Operator|One|Next|First|Q|A|Yes|No|So|At|In|On|For|With|Good|Morning|Ladies|Everyone|Investor|Relations|Wall|Today|Now)$/;

/** The person's name in what was heard; null: not heard; undefined: it is no name. */
export function cleanName(heard: string): string | null | undefined {
  const words = heard
    .replace(/<\w+>|\bPlease\b.*/g, ' ')
    // A stutter, `R-Rebecca`.
    .replace(/(?<!\p{L})(\p{Lu}\p{Ll}{0,2})-(?=\1)/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[.,\s]+$/, '')
    .trim();
  if (!words) return null;
  const parts = words.split(' ');
  while (parts.length > 1 && isOffice(parts[0] as string)) parts.shift();
  const name = parsePersonName(parts.join(' '));
  if (
    !name ||
    (name.family === null && isOffice(name.full)) ||
    /['’]s$/.test(name.full) ||
    name.full.length < 2 ||
    NO_PERSON.test(name.given) ||
    isNoName(name.given) ||
    isHouse(name.full)
  )
    return undefined;
  return name.full;
}

/** `Wells Fargo`, `Brightwater Capital`: a firm that was heard where a person's name stands; Morgan and Stanley alone may be people. */
const isHouse = (name: string): boolean =>
  isNoPerson(name.split(' ')) ||
  (looksLikeFirm(name) && name.includes(' ') && !isGivenName(name.split(' ')[0] as string)) ||
  isFirmByKind(name);

const STAND_IN = String.raw`(?:on|in|here,?|speaking|calling in|calling|dialing in|stepping in|filling in|sitting in|standing in|pinch hitting|subbing)\s(?:for|on\sbehalf\sof|behalf\sof)(?:,\sof)?\s`;
const SELF_ON = new RegExp(
  `\\b(?:[Tt]his\\sis|[Ii]t['’]s|[Ii]t\\sis|I['’]m|I\\sam|you\\shave|you['’]ve\\sgot)(?:,?\\s(?:uh|um|actually|just),?){0,3}\\s(${NAME})(?:,)?\\s(?:from\\s[\\w& ]{2,30}\\s)?(?:actually\\s)?${STAND_IN}(${NAME})`,
  'u',
);
const ON_FOR = new RegExp(
  `\\b(${NAME})(?:\\shere)?,?\\s(?:on|in|filling in|sitting in|standing in)\\s(?:the\\sline\\s)?for\\s(${NAME})`,
  'u',
);
const SELF_FIRM = new RegExp(
  `\\b(?:[Tt]his\\sis|[Ii]t['’]s|[Mm]y\\sname\\sis|[Mm]y\\sname['’]s|I['’]m|I\\sam)\\s(?:actually\\s|uh,?\\s|um,?\\s)?(${NAME})(?:,?\\s(?:here\\s)?(?:with|from|at|over\\sat|calling\\sfrom|of)\\s|(?=[,.!?\\s]|$))`,
  'gu',
);
const BARE_FIRM = new RegExp(
  `^[^.?!]{0,60}?[.,!]\\s(?:so,?\\s)?(?:[\\p{L}]{1,3}-,?\\s)?(${NAME})\\s(?:here\\s)?(?:from|with|at)\\s(?=\\p{Lu})`,
  'u',
);

/** A cheap look that most turns fail. */
const STAND_IN_CUE =
  /\b(?:on|in|here|speaking|calling|hitting|subbing),?\s(?:the\sline\s)?(?:for|on\sbehalf\sof|behalf\sof),?\s/;

export interface StandIn {
  readonly name: string;
  readonly absent: string;
}

/** `This is Jim on for Tom`: who speaks, and for whom. */
export function standInOf(words: string): StandIn | null {
  if (!STAND_IN_CUE.test(words)) return null;
  const match = SELF_ON.exec(words) ?? ON_FOR.exec(words);
  const [name, absent] = [cleanName(match?.[1] ?? ''), cleanName(match?.[2] ?? '')];
  return name && absent && name !== absent ? { name, absent } : null;
}

/** Who the speaker says he is at the start of his words. */
export function selfIn(words: string): Introduced | null {
  for (const match of everyMatch(SELF_FIRM, words)) {
    const name = cleanName(match[1] as string);
    const isTold = /(?:with|from|at|of)\s$/.test(match[0]);
    if (!name || isAdjective(name)) continue;
    return introduced(name, isTold ? firmAtStart(words.slice(match.index + match[0].length)) : null, match.index);
  }
  const bare = BARE_FIRM.exec(words);
  const name = cleanName(bare?.[1] ?? '');
  const firm = bare ? firmAtStart(words.slice(bare[0].length)) : null;
  return bare && name && firm ? introduced(name, firm, bare.index) : null;
}

/** Somebody whose name was heard whole. */
export const introduced = (name: string, firm: string | null, at: number): Introduced => ({
  name,
  isFamilyOnly: false,
  firm,
  isExplicit: true,
  at,
});

/** `I'm Swiss`: one capital word alone may be no name; names of peoples and months are told by their ends. */
const isAdjective = (name: string): boolean =>
  /^(?:American|British|German|French|Swiss|Chinese|Indian|Ex|CEO|CFO|Head|Director|President|Chief|Vice|Not|Just|Very|Sorry|Happy|Glad|Pleased)\b/.test(
    name,
  ) || /^(?:Good|Great)\b/.test(name);
