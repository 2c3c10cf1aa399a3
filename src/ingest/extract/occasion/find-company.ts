import { SpeakerRole } from '../../../domain/utterance-enums';
import { bareCompanyName } from '../../../language/name/company-name';
import { isGivenName } from '../../../language/name/given-name';
import type { NeutralDocument } from '../../neutral-document';

export interface FoundCompany {
  readonly name: string | null;
  readonly symbol: string | null;
  readonly confidence: number;
}

/** A run of capitalised words as companies are called; bounded, so that a text of capitals costs no more than any other. */
const NAME = String.raw`((?:\p{Lu}|\d)[\p{L}\p{N}&.+’'*-]{0,30}(?:,?\s(?:\p{Lu}[\p{L}\p{N}&.+’'-]{0,30}|&|\+|of|and|de|plc)){0,6})`;
const NAME_ONLY = NAME.replace('(?:,?', '(?:');
const ORDINAL_QUARTER = String.raw`(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[\s-]+(?:[Ff]iscal[\s-]+)?[Qq]uarter`;
const QUARTERLY = String.raw`(?:(?:[Ff]iscal|[Ff]ull)[\s-]+(?:[Yy]ear[\s-]+)?)?(?:(?:19|20)\d\d[\s,]+)?(?:${ORDINAL_QUARTER}|Q[1-4]|[1-4]Q|[Hh]alf[\s-]+[Yy]ear|[Ff]ull[\s-]+[Yy]ear|[Yy]ear[\s-]+[Ee]nd|[Ff]iscal|[Ee]arnings|[Rr]esults|[Cc]onference [Cc]all|[Qq]uarterly|[Aa]nnual|FY\s?['’]?\d)`;

const EXCHANGE = String.raw`(?:NASDAQ|NYSE|NYSE\s?American|NYSE\s?Arca|AMEX|LSE|TSX|ASX|NSE|BSE|OTC\w*|XETRA|SIX|HKEX|SGX|Nasdaq(?:GS|GM|CM)?|New York Stock Exchange)`;

interface CompanyPattern {
  /** Of these one has to stand in the text for the pattern to match: looking for them costs next to nothing. */
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  readonly confidence: number;
  /** Whether the second group is a trading symbol. */
  readonly hasSymbol?: boolean;
  /** Whether people and places stand in such words too. */
  readonly isLoose?: boolean;
  /** Whether a verb follows, so that the name has to be what the sentence is about: no place that a preposition leads to. */
  readonly isSubject?: boolean;
}

/** Best evidence first; each is tried on the title and on the beginning of the text. */
const PATTERNS: readonly CompanyPattern[] = [
  {
    needs: ['('],
    pattern: new RegExp(String.raw`${NAME}\s*\((?:${EXCHANGE})\s*[:/]\s*([A-Z][A-Z0-9.-]{0,6})`, 'u'),
    confidence: 0.98,
    hasSymbol: true,
  },
  {
    needs: ['('],
    pattern: new RegExp(
      String.raw`^[\s#*]*${NAME}\s*\(([A-Z]{1,5}(?:\.[A-Z])?)(?:\s[-+−]?\d{1,3}(?:\.\d+)?%)?\)`,
      'mu',
    ),
    confidence: 0.97,
    hasSymbol: true,
  },
  {
    needs: ['elcome'],
    pattern: new RegExp(
      String.raw`[Ww]elcome(?:\s+(?:everyone|everybody|all|you))?\s+to\s+(?:the\s+|today’?'?s\s+)?(?:(?:${ORDINAL_QUARTER}|Q[1-4]|[Ff]iscal)[\s,]+(?:[Ff]iscal\s+)?(?:(?:19|20)\d\d\s+)?)?${NAME}(?:['’]s?)?[\s,]+(?:\p{Lu}\w+\s+)?${QUARTERLY}`,
      'u',
    ),
    confidence: 0.95,
  },
  {
    needs: ['joining', 'call', 'results', 'join'],
    pattern: new RegExp(
      String.raw`(?:joining\s+(?:us\s+)?(?:today\s+)?(?:for|on|to\s+discuss)|conference\s+call\s+(?:for|of|to\s+discuss)|results\s+(?:for|of)|join\s+(?:the|us\s+for))\s+(?:the\s+)?${NAME}(?:['’]s?)\s+${QUARTERLY}`,
      'u',
    ),
    confidence: 0.93,
  },
  {
    needs: ['Q', 'eport', 'nnounce', 'ost', 'eliver'],
    pattern: new RegExp(
      String.raw`^#?\s*${NAME}(?:['’]s?)?\s+(?:to\s+)?(?:Q[1-4]\b|[1-4]Q|(?:Reports|Announces|Posts|Delivers|Report|Announce|Deliver)\s[^\n]{0,80}\b(?:[Qq]uarter\w*|[Rr]esults|[Ee]arnings|[Rr]evenues?|[Ff]iscal|[Ss]ales|[Pp]rofit|[Ii]ncome|Q[1-4]|[Dd]ividend|[Yy]ear|[Ll]oss)\b)`,
      'mu',
    ),
    confidence: 0.9,
  },
  // Headlines and leads: `Orsino Motors raises outlook`, `Orsino Motors on Tuesday raised its profit forecast`.
  {
    needs: [
      'profit',
      'earnings',
      'forecast',
      'outlook',
      'results',
      'revenue',
      'guidance',
      'sales',
      'income',
      'quarter',
    ],
    pattern: new RegExp(
      String.raw`${NAME}\s+(?:on\s+\p{Lu}\w+day\s+)?(?:raise[sd]?|cuts?|lower(?:s|ed)|beats?|tops|topped|posts|posted|reports|reported|forecasts?|lift(?:s|ed)|slash(?:es|ed)|swings|swung|miss(?:es|ed)|says|said|logs|logged|sees|warns|warned)\s+(?:[\w’'$%.-]+\s+){0,8}?(?:profit|earnings|forecast|outlook|results|revenue|guidance|sales|income|quarter)`,
      'u',
    ),
    confidence: 0.86,
    isLoose: true,
    isSubject: true,
  },
  {
    needs: ['uarter', 'Q', 'alf', 'ull', 'ear', 'iscal', 'arnings', 'esults', 'onference', 'nnual', 'FY'],
    pattern: new RegExp(String.raw`${NAME}['’]s?\s+${QUARTERLY}`, 'u'),
    confidence: 0.88,
    isLoose: true,
  },
  {
    needs: ['results', 'earnings', 'revenue', 'sales', 'profit', 'income', 'quarter'],
    pattern: new RegExp(
      String.raw`${NAME}\s+(?:today\s+)?(?:reported|posted|announced|unveiled|delivered|logged|held|hosted|released|beat|missed)\s+(?:[\w’'$-]+\s+){0,6}?(?:results|earnings|revenue|sales|profit|income|quarter)`,
      'u',
    ),
    confidence: 0.85,
    isLoose: true,
    isSubject: true,
  },
  {
    needs: ['CEO', 'CFO', 'hief '],
    pattern: new RegExp(
      String.raw`${NAME_ONLY}(?:['’]s)?\s+(?:CEO|CFO|[Cc]hief [Ee]xecutive|[Cc]hief [Ff]inancial)`,
      'u',
    ),
    confidence: 0.75,
    isLoose: true,
  },
];

/** Capitalised words that begin a sentence or belong to the occasion, never to a company's name. */
const NO_NAME =
  /^(?:The|This|That|Our|We|It|In|On|At|For|And|But|With|Today|Good|Thank|Thanks|Welcome|Ladies|First|Second|Third|Fourth|Q[1-4]|Half|Full|Fiscal|Year|Earnings|Conference|Results|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Wall|Chief|Inc|CEO|CFO|As|After|When|While|Last|Next|Both|Now|So|Yes|He|She|They|His|Her|Their|Its|If|Speaking|During|New|Operator|Based|Quarterly|Annual|Combined|Also|Updated|Published|Total|Revenue|Net|Adjusted|Strong|Record|Company|Analysts?|Investors?|President|Chairman|Director|Vice|Mr|Ms|Mrs)$/;

/** The company that a document is about: what its source says first, then how its beginning names it. */
export function findCompany({ metadata, text, blocks, turns }: NeutralDocument): FoundCompany {
  if (metadata.companyName) return { name: metadata.companyName, symbol: metadata.symbol, confidence: 0.98 };
  const body = blocks.find(({ kind }) => kind === 'PARAGRAPH' || kind === 'LIST_ITEM')?.start ?? 0;
  const parts = [metadata.title ?? '', text.slice(0, 400), text.slice(body, body + 4000)];
  for (const { needs, pattern, confidence, hasSymbol, isLoose, isSubject } of PATTERNS) {
    for (const part of parts) {
      if (!needs.some((word) => part.includes(word))) continue;
      const match = pattern.exec(part);
      if (match && isOfAnother(part, match, parts[0] as string, text)) continue;
      if (match && hasSymbol && isBeside(part, match, parts[0] as string, text.slice(body, body + 4000))) continue;
      if (match && isSubject && isWhere(part, match)) continue;
      const printed = match && hasSymbol ? bearerIn(match[1] ?? '', match[2] ?? '', text) : (match?.[1] ?? '');
      const name = match && !(isLoose && isHeadlineRun(part, match)) && trimName(printed);
      if (name && !(isLoose && isPlace(name)))
        return { name, symbol: metadata.symbol ?? (hasSymbol ? (match[2] ?? null) : null), confidence };
    }
  }
  const employer = metadata.symbol ? null : employerIn(turns ?? []);
  if (employer) return { name: employer, symbol: null, confidence: 0.9 };
  return { name: null, symbol: metadata.symbol, confidence: metadata.symbol ? 0.95 : 0 };
}

/** The one firm that the labels of all office-holders tell, `Dana Holt - Quillmark Foods, Investor Relations`; null where they tell several. */
function employerIn(turns: NonNullable<NeutralDocument['turns']>): string | null {
  const firms = new Map<string, string>();
  for (const { role, firm } of turns)
    if (role === SpeakerRole.EXECUTIVE && firm !== null) firms.set(bareCompanyName(firm), firm);
  const [firm] = firms.values();
  return firms.size === 1 ? (firm as string) : null;
}

/**
 * Whose symbol follows: of `Orsino Motors and Calder Pumps (NYSE: CLDP)` the last one, where it stands alone elsewhere or the symbol is
 * made of its letters and not of the first one's, as PG is of `Procter and Gamble`.
 */
function bearerIn(words: string, symbol: string, text: string): string {
  const [, before = '', last = ''] = /^(.+?),?\sand\s(.+)$/u.exec(words) ?? [];
  if (last === '' || last === before) return words;
  if (isShortFor(symbol, last) && !isShortFor(symbol, words)) return last;
  const alone = new RegExp(String.raw`(?<!and\s)(?<![\p{L}\p{N}])${escaped(last)}(?![\p{L}\p{N}])`, 'u');
  return alone.test(text.slice(0, 20_000)) ? last : words;
}

/** Whether a symbol begins like the name and goes on with letters of it, in order: HLBD for `Halberd Tools`. */
function isShortFor(symbol: string, name: string): boolean {
  const letters = name.toUpperCase();
  if (symbol.length < 2 || letters[0] !== symbol[0]) return false;
  let at = 0;
  for (const letter of symbol.replace(/[^A-Z]/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Whether a title that names the symbol's bearer is another's all the same. */
function isBeside(part: string, match: RegExpExecArray, title: string, body: string): boolean {
  const first = firstWordOf(match[1] ?? '');
  if (title === '' || first === null || !hasWord(title, first)) return false;
  const sentence = part
    .slice(Math.max(0, match.index - 300), match.index)
    .split(/[.!?]\s|\n/)
    .at(-1) as string;
  return title.startsWith(sentence.trimStart()) && isAside(sentence, body);
}

const INSERTED = new RegExp(String.raw`^\s*${NAME},\s\p{Ll}[^,;:]*$`, 'u');
const LED_TO = new RegExp(String.raw`^\s*${NAME}\s\p{Ll}.*\b(?:from|with|by|to)\s$`, 'u');

/**
 * Whether what a title says before the symbol's bearer is of another company, of which the body speaks too: one that an insertion
 * describes, `Calder Pumps, which supplies Orsino Motors (…)`, or that does something to the bearer, `Calder Pumps wins an order from …`.
 */
function isAside(before: string, body: string): boolean {
  const subject = (INSERTED.exec(before) ?? LED_TO.exec(before))?.[1];
  const name = subject ? trimName(subject) : null;
  return name !== null && new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(name)}(?![\p{L}\p{N}])`, 'u').test(body);
}

/** Whether a preposition leads to the whole run of capitals: `The bakery on Elm Street said`, and not `On Tuesday Orsino Motors said`. */
function isWhere(part: string, match: RegExpExecArray): boolean {
  const run = match[1] ?? '';
  const isLed = /\b(?:on|in|at|near|along|outside|across|beside)\s+(?:the\s+)?$/i.test(
    part.slice(Math.max(0, match.index - 20), match.index),
  );
  return isLed && !NO_NAME.test(run.split(/[\s,]/)[0] as string);
}

/**
 * Whether the title is another's, who names the symbol's bearer: `Calder Pumps won an order from Orsino Motors (NYSE: ORSM)`. The other one stands in
 * the title, and the first sentence or the one that holds the name begins with it.
 */
function isOfAnother(part: string, match: RegExpExecArray, title: string, text: string): boolean {
  const first = firstWordOf(match[1] ?? '');
  if (title === '' || part === title || first === null || hasWord(title, first)) return false;
  const before = part.slice(part.startsWith(title) ? title.length : 0, match.index).replaceAll(DATELINE, '');
  const sentences = before.split(/[.!?]["”’]?\s+|\n+/);
  const subjectOf = (sentence = ''): string | null => {
    const subject = firstWordOf(sentence);
    return subject !== null && subject !== first && hasWord(title, subject) ? subject : null;
  };
  const lead = subjectOf(sentences.find((sentence) => /\s\p{Ll}/u.test(sentence) && !/^By\s/.test(sentence)));
  return subjectOf(sentences.at(-1)) !== null || (lead !== null && isBodyIn(lead, text));
}

/** `NEW YORK, Sept 9, 2025 (The Ledger) - ` */
const DATELINE = /^\p{Lu}[^\n]{2,80}?\s(?:[-–—]|--)\s/gmu;

/** Whether a word is a name, as it is capitalised inside of a sentence, and neither a place's nor a person's: `Reyer` of `Tomas Reyer`. */
function isBodyIn(word: string, text: string): boolean {
  const read = text.slice(0, 20_000);
  if (
    isPlace(word) ||
    isGivenName(word) ||
    !new RegExp(`\\p{Ll},?\\s${escaped(word)}(?![\\p{L}\\p{N}])`, 'u').test(read)
  )
    return false;
  const whole = new RegExp(`(\\p{Lu}[\\p{L}-]+)\\s(?:\\p{Lu}\\.\\s)?${escaped(word)}(?![\\p{L}\\p{N}])`, 'gu');
  return ![...read.matchAll(whole)].some(([, given = '']) => isGivenName(given));
}

/** The first word of a name that words begin with. */
function firstWordOf(words: string): string | null {
  const run = new RegExp(`^${NAME}`, 'u').exec(words)?.[1];
  return (run && trimName(run)?.split(' ')[0]) ?? null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const hasWord = (text: string, word: string): boolean => text.split(/[^\p{L}\p{N}&.+’'*-]+/u).includes(word);

/** In a headline that capitalises every word, a run of capitals is the headline: `Elizabeth Warren Hammers Wells Fargo CEO`. */
function isHeadlineRun(part: string, match: RegExpExecArray): boolean {
  const from = part.lastIndexOf('\n', match.index) + 1;
  const to = part.indexOf('\n', match.index);
  const words = part.slice(from, to < 0 ? part.length : to).match(/[\p{L}’']{4,}/gu) ?? [];
  const run = (match[1] ?? '').split(/\s+/).length;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return run > 2 && words.length > 3 && capitals / words.length > 0.75;
}

/** Seats of government and of markets, which newspapers let speak and act; of `Wall Street` the first word is no name's. */
function isPlace(name: string): boolean {
  return /^(?:Street|Washington|White House|Congress|Senate|House|Pentagon|Kremlin|Moscow|Beijing|Brussels|London|Paris|Berlin|Tokyo|Downing Street|Treasury|Supreme Court|America|United States|Britain|China|Europe|Russia|Germany|France|Japan|India|California|Texas|Florida|New York|Democrats|Republicans|Republican Party|Democratic Party|GOP|Federal Reserve|Fed)$/.test(
    name,
  );
}

/** How the word for somebody in office ends, before `of` and the company. */
const IN_OFFICE =
  /^(?:[Ee]xecutive|[Oo]fficer|[Pp]resident|[Cc]hair(?:man|woman|person)?|[Dd]irector|(?:[Cc]o-)?[Ff]ounder|C[EFOT]O|[Hh]ead|[Bb]oss|[Tt]reasurer|[Ss]ecretary|[Cc]ounsel|[Ss]pokes(?:man|woman|person))$/;

/** Without words of the sentence around it and without the possessive; null where nothing of a name is left. */
function trimName(words: string): string | null {
  // "NextEra Energy Inc, and NextEra Energy Partners": the first of two is whose call it is.
  // A line before it, a date, and the office of whoever is its head are no part of it: `Jan 3, 2025`, `The Chief Executive of Orsino Motors`.
  const own = words.split(/\n[^\S\n]*\n/).at(-1) ?? '';
  let parts = (
    own.trim().split(/(?<=\b(?:Inc|Corp|Corporation|Company|Ltd|LLC|plc|PLC|Limited)\.?),?\s+and\s|,\s+and\s/)[0] ?? ''
  ).split(/\s+/);
  const office = parts.findIndex((part, i) => part === 'of' && IN_OFFICE.test(parts[i - 1] ?? ''));
  if (office > 0) parts = parts.slice(office + 1);
  while (
    parts.length > 0 &&
    (NO_NAME.test(parts[0]?.replace(/[,.'’]+s?$/, '') ?? '') ||
      /^(?:and|of|de|&|\+|(?:19|20)\d\d,?|\d{1,2},)$/.test(parts[0] ?? ''))
  )
    parts.shift();
  const stop = parts.findIndex(
    (part, i) =>
      i > 0 &&
      /^(?:Q[1-4]|First|Second|Third|Fourth|Fiscal|Half|Full|Earnings|Conference|Results|CEO|CFO|Chief|Reports?|Announces?|Posts?|Delivers?|Raises?|Cuts?|Beats?|Misses|Declares?|(?:19|20)\d\d)$/.test(
        part,
      ),
  );
  if (stop > 0) parts = parts.slice(0, stop);
  while (parts.length > 0 && /^(?:and|of|de|&|\+|\p{Lu}\.?,)$/u.test(parts.at(-1) ?? '')) parts.pop();
  const name = parts
    .join(' ')
    .replace(/['’]s$/, '')
    .replace(/(?<!\b(?:Inc|Corp|Co|Ltd|N\.V|S\.A))[.,]$/, '');
  return /^(?:\d[\d.,]*|\p{Lu})$/u.test(name) || name.length < 2 || parts.length > 7 ? null : name;
}
