import { isCutOff } from './honorific';

/** A person's name taken apart. Parts are as printed. */
export interface PersonName {
  /** As printed, without honorific and with single spaces. */
  readonly full: string;
  readonly given: string;
  /** Given names and initials between. */
  readonly middle: readonly string[];
  /** With its particles, `van der Berg`; null where only one name is told. */
  readonly family: string | null;
  readonly suffix: string | null;
}

const SUFFIX = /^(?:Jr|Sr|II|III|IV|CFA|CPA|PhD|Ph\.D|MD|M\.D|Esq|MBA)\.?$/;
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|zum|zur|af|av|y|e|st\.?|saint|mac|mc|abu|san)$/i;

/** Letters without accents and in lower case, apostrophes and hyphens gone: what two spellings of a name are compared by. */
export function foldName(text: string): string {
  // Most names are plain letters; only others need the costly way.
  if (/^[A-Za-z -]*$/.test(text)) return text.toLowerCase().trim();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .replace(/ß/g, 'ss')
    .replace(/æ/gi, 'ae')
    .replace(/['’`.]/g, '')
    .toLowerCase()
    .trim();
}

/** Names of a call come again and again; so many are remembered before all are forgotten. */
const REMEMBERED = 5_000;
const LONGEST_REMEMBERED = 80;
const parsed = new Map<string, PersonName | null>();

/** Takes a name apart; `Glynn, Neil` is turned round. Null where nothing is left that could be a name. */
export function parsePersonName(text: string): PersonName | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const name = takeApart(text);
  if (parsed.size >= REMEMBERED) parsed.clear();
  if (text.length <= LONGEST_REMEMBERED) parsed.set(text, name);
  return name;
}

function takeApart(text: string): PersonName | null {
  let rest = text.replace(/\s+/g, ' ').trim();
  rest = withoutHonorifics(rest);
  const inverted = /^([^,]{2,40}), ([^,]{1,40})$/.exec(rest);
  if (inverted && !SUFFIX.test(inverted[2] as string)) rest = `${inverted[2]} ${inverted[1]}`;
  const words = rest.replace(/,/g, ' ').split(' ').filter(Boolean);
  let suffix: string | null = null;
  while (words.length > 1 && SUFFIX.test(words.at(-1) as string)) suffix = words.pop() as string;
  const given = words[0];
  if (!given) return null;
  const full = suffix && /^(?:Jr|Sr|II|III|IV)/.test(suffix) ? `${words.join(' ')} ${suffix}` : words.join(' ');
  if (words.length === 1) return { full, given, middle: [], family: null, suffix };
  // A family name begins with its first particle, or is the last word.
  let from = words.findIndex((word, i) => i > 0 && i < words.length - 1 && PARTICLE.test(word));
  if (from < 0) from = words.length - 1;
  return { full, given, middle: words.slice(1, from), family: words.slice(from).join(' '), suffix };
}

/** `Mr. Sir Keir Starmer` as `Keir Starmer`, `Dr.Rana` as `Rana`; the last word stays, whatever it is. */
function withoutHonorifics(name: string): string {
  let rest = name;
  for (;;) {
    const first = /^(\p{Lu}\p{L}*)(\.?)(\s*)/u.exec(rest);
    if (!first || first[0].length === rest.length || (!first[2] && !first[3])) return rest;
    if (!isCutOff(`${first[1]}${first[2]}`)) return rest;
    rest = rest.slice(first[0].length);
  }
}

/** `MARK ZUCKERBERG` as `Mark Zuckerberg`; mixed case stays. */
export function withoutShouting(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{2}/u.test(name)) return name;
  const words = name.split(' ');
  // Two capitals alone are initials, `TS Ng`, unless the whole name shouts.
  return words
    .map((word) =>
      /^\p{Lu}{1,2}$/u.test(word) && !/[AEIOUY]/.test(word)
        ? word
        : word
            .toLowerCase()
            .replace(/(^|[-'’.]|^mc)\p{L}/gu, (letters) => letters.replace(/.$/u, (last) => last.toUpperCase())),
    )
    .join(' ');
}
