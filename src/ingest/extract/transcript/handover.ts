import { NAME } from '../../../language/name/name-shape';
import { everyMatch } from '../../../language/pattern';
import { cleanName, type Introduced, introduced } from './announcement';

const TO = String.raw`(?:(?:our|your|my|the)\s(?:[\p{L}’'-]+,?\s){0,7}?|[\p{Lu}][\p{L}+&]+['’]s\s(?:[\p{L}’'-]+,?\s){0,6}?)?(?:Mr\.?\s|Ms\.?\s|Dr\.?\s)?(?!(?:C[EFOT]O|Chief|President|Vice|Chair\w*|Executive|Senior|Director|Head|Treasurer|Founder)\b)`;
const PASS = new RegExp(
  `\\b(?:turn|turning|hand|handing|pass|passing|give|giving|transfer|transferring|toss|send|throw|kick|flip|bring|move)\\s(?:[\\p{Ll}’']+\\s){0,7}?(?:over|back|off|it|call|conference|floor|things|program|meeting|mic)\\s(?:[\\p{Ll}’']+\\s){0,4}?to\\s${TO}(?:uh,\\s|um,\\s)?(${NAME})`,
  'gu',
);
const HERE = new RegExp(
  `\\b(?:[Hh]ere['’]s|[Hh]ere\\sis|[Oo]ver\\sto\\syou,|back\\sto\\syou,|[Oo]ver\\sto|[Bb]ack\\sto|welcome|introduce|invite|(?:call\\s)?host(?:\\stoday)?,|speaker(?:\\stoday)?,)\\s${TO}(${NAME})(?=[,.!]|\\s(?:to|for|will|who)\\b|$)`,
  'gu',
);
/** What tells somebody to begin. */
const TO_BEGIN = String.raw`[.,]\s?(?:[Yy]ou\smay\s(?:now\s)?(?:begin|proceed|go)|[Pp]lease\s(?:go\sahead|begin|proceed)|[Tt]he\sfloor\sis\syours|[Gg]o\sahead)`;
const BEGIN = new RegExp(`(?:^|[.!?]\\s|,\\s)(${NAME})(?:,[^.!?]{2,90})?${TO_BEGIN}`, 'gu');
const ASKS = new RegExp(
  `(?:^|[.!?,]\\s|\\b(?:and|maybe|let|have|ask)\\s)(${NAME}),?\\s(?:do\\syou|would\\syou|you\\s(?:can|want|wanna|might|may)|can\\syou|why\\sdon['’]t|I\\sdon['’]t\\sknow\\sif|anything|perhaps|maybe|will\\s(?:take|answer|talk|cover|give|comment)|to\\s(?:take|answer|comment|talk|address|add))`,
  'gu',
);

/** `Now Tim will walk you through the numbers.` as the last sentence; without a word for now it may only tell who comes later. */
const WALKS = new RegExp(
  `(?:[.?!]\\s(?:And\\s)?(?:[Nn]ow|[Nn]ext|[Ww]ith\\sthat),?\\s(${NAME})\\swill|[.?!]\\s(${NAME})\\swill\\snow)\\s(?:take|walk|go|discuss|review|cover|share|provide|talk|give|update|present|run)\\b[^.?!]*[.!]?$`,
  'gu',
);

/** `… through the numbers. Lena?`: a name as the last sentence. */
const LAST = new RegExp(`(?:[.?!]\\s|\\b(?:[Ww]ith\\sthat|[Aa]nd\\snow|[Ss]o),?\\s)(${NAME})[.?!]?$`, 'gu');

/** Each with a cheap look that most turns fail. */
const FLOORS = [
  {
    pattern: PASS,
    cue: /\b(?:turn|hand|pass|giv|transfer|toss|send|throw|kick|flip|bring|mov)\w*\b[^.?!]{0,80}\bto\b/,
  },
  { pattern: HERE, cue: /[Hh]ere(?:['’]s| is)\b|(?:ver to|ack to|elcome|ntroduce|nvite|host|speaker)\b/ },
  {
    pattern: WALKS,
    cue: /\bwill (?:now )?(?:take|walk|go|discuss|review|cover|share|provide|talk|give|update|present|run)\b[^.?!]*[.!]?$/,
  },
  { pattern: LAST, cue: /\p{Lu}[\p{L}’'-]+[.?!]?$/u },
  { pattern: BEGIN, cue: new RegExp(TO_BEGIN) },
];

/** How far before the end of the words the floor is given. */
export const HANDOVER_REACH = 700;

/** Who is given the floor for remarks at the end of the words, the last one last. */
export function handedIn(words: string): Introduced[] {
  const tail = words.slice(-HANDOVER_REACH);
  const offset = words.length - tail.length;
  const found: Introduced[] = [];
  for (const { pattern, cue } of FLOORS)
    for (const match of cue.test(tail) ? everyMatch(pattern, tail) : []) {
      const name = cleanName((match[1] ?? match[2]) as string);
      if (name) found.push(introduced(name, null, offset + match.index));
    }
  return found.sort((a, b) => a.at - b.at);
}

/** Which colleague is asked to answer, at the end of the words. */
export function passedOnIn(words: string): string[] {
  return everyMatch(ASKS, words.slice(-400)).flatMap((match) => cleanName(match[1] as string) ?? []);
}

const THANKS_FIRST = new RegExp(
  `^(?:(?:Okay|OK|Great|Yes|Yeah|Sure|All\\sright|Right|Well|Uh|Um|Hey|Perfect|Excellent|Wonderful|Very\\sgood),?\\.?\\s){0,2}(?:[Tt]hanks?|[Tt]hank\\syou)(?:\\s(?:so|very)\\smuch|\\sa\\slot|\\sagain)?,?\\s(?:for\\s(?:that|the|your)\\s[\\p{Ll} ]{2,24},\\s)?(${NAME})(?=[,.!?]|\\s(?:and|for)\\b|$)`,
  'u',
);
const NAME_FIRST = new RegExp(`^(${NAME}),\\s(?:thank|thanks)`, 'u');
const GREETS = new RegExp(
  `\\b(?:[Gg]ood\\s(?:morning|afternoon|evening|day)|[Mm]orning|[Aa]fternoon|[Hh]i|[Hh]ey|[Hh]ello)(?:\\sthere)?,?\\s(${NAME})(?=[,.!?]|$)`,
  'gu',
);
const VOCATIVE = new RegExp(
  `^(?:(?:Yeah|Yes|Okay|OK|Sure|So|Well|Great|Uh|Um|Right|Absolutely|Maybe|No|Hi|Hey|Look|Thanks|And|All\\sright)[,.]?\\s){0,3}(${NAME})(?:,\\s|\\.\\s|\\?\\s|$)`,
  'u',
);
const THANKS_LATER = new RegExp(
  `\\b(?:[Tt]hanks|[Tt]hank\\syou)(?:\\s(?:so|very)\\smuch)?,?\\s(?:for\\s(?:your|the)\\s(?:question|comments?)s?,?\\s(?:and\\s(?:your\\s)?\\p{Ll}+,?\\s)?)?(${NAME})(?=[,.!?]|$)`,
  'gu',
);
const FAREWELL = new RegExp(
  `\\b(?:[Tt]hanks|[Tt]hank\\syou|[Gg]reat|[Oo]kay|[Rr]ight|[Ww]ell|appreciate\\sit|[Yy]eah|welcome),?\\s(${NAME})[.!]`,
  'gu',
);

/** Whom a speaker addresses: by thanks at the start (whoever spoke before), by a greeting, by name at the start of an answer. */
export interface Addressed {
  readonly thanked: string | null;
  readonly greeted: readonly string[];
  readonly called: string | null;
  readonly mentioned: readonly string[];
}

export function addressedIn(words: string): Addressed {
  const head = words.slice(0, 240);
  const nameOf = (found: string | undefined): string | null => (found ? (cleanName(found) ?? null) : null);
  return {
    thanked: nameOf(THANKS_FIRST.exec(head)?.[1] ?? NAME_FIRST.exec(head)?.[1]),
    greeted: [...everyMatch(GREETS, words.slice(-160)), ...everyMatch(GREETS, head)].flatMap(
      (match) => nameOf(match[1]) ?? [],
    ),
    called: nameOf(VOCATIVE.exec(head)?.[1]),
    mentioned: [...everyMatch(THANKS_LATER, head), ...everyMatch(FAREWELL, words.slice(-160))].flatMap(
      (match) => nameOf(match[1]) ?? [],
    ),
  };
}
