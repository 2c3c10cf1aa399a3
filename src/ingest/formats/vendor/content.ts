import type { VendorTurn } from './compose';
import { firmAndTitle, roleNamed } from './speaker';

/** A label at the start of a line. Bounded, so that lines without a colon cost little. */
const LINE_LABEL = /^[^\S\n]*([\p{Lu}][^:\n]{0,79}):(?=[^\S\n]|$|[^\S\n]*\n)/gmu;

/** A word of a name: "Larry", "O'Brien", "J.", "(CFO)"; no word that ends a sentence. */
const WORD = String.raw`(?:\p{L}{1,2}\.|(?:Mrs|Prof)\.|\(?\p{L}(?:[\p{L}'’-]*\p{L})?\)?)`;

/** The same within running text, behind the end of a sentence: some dumps lost their line breaks. */
const INLINE_LABEL = new RegExp(
  String.raw`(?:^|[.?!…\])"”>-][^\S\n]+)((?=\p{Lu})${WORD}(?: ${WORD}){0,5}):[^\S\n]`,
  'gu',
);

/** No name with its title is longer; what is would make expressions too large to compile. */
const LONGEST_LABEL = 80;

/** Words that begin a sentence with a colon in it and no name. */
const NO_NAME = new Set(
  'note,notes,question,questions,answer,first,second,third,fourth,finally,so,now,and,but,because,also,again,example,remember,however,therefore,importantly,additionally,specifically,summary,bottom,here,this,that,these,those,it,the,our,we,i,you,they,there,what,why,how,one,two,three,number,point,to,in,on,for,as,q,a,clearly,simply,briefly,conclusion,let,my,yes,no,okay,well,q1,q2,q3,q4'.split(
    ',',
  ),
);

/** Labels of one word that name a part and not a person. */
const ONE_WORD =
  /^(?:operator|moderator|coordinator|analyst|unidentified|unknown|participants?|attendee|executive|host|presentation|speaker)$/i;
const PARTICLE = /^(?:de|da|di|du|del|der|den|van|von|la|le|al|el|bin|ibn|dos|das|of|and|y|e|zu|ter|ten|st)$/;

interface Label {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts running text into turns at its `Name:` labels. What stands before the first one is a turn without a label. */
export function splitByLabels(content: string, path: string): VendorTurn[] {
  const lines = labelsIn(content, LINE_LABEL);
  const labels = lines.length >= 2 ? lines : moreOf(lines, inlineLabelsIn(content));
  const turns: VendorTurn[] = [];
  const head = content.slice(0, labels[0]?.start ?? content.length);
  if (head.trim()) turns.push({ label: null, pieces: [head], path });
  labels.forEach(({ label, end }, i) => {
    const words = content.slice(end, labels[i + 1]?.start ?? content.length);
    turns.push({ ...speakerOf(label), pieces: [words], path });
  });
  return turns;
}

/** More voices than any call has. */
const MOST_VOICES = 200;

/** Labels within running text: found behind the end of a sentence first, then again wherever someone was cut short. */
function inlineLabelsIn(content: string): Label[] {
  const first = labelsIn(content, INLINE_LABEL);
  const known = [...new Set(first.map(({ label }) => label))].slice(0, MOST_VOICES).sort((a, b) => b.length - a.length);
  if (known.length === 0) return [];
  const escaped = known.map((label) => label.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return labelsIn(content, new RegExp(`(?<=^|\\s)(${escaped.join('|')}):(?=\\s)`, 'gu'));
}

const moreOf = (a: Label[], b: Label[]) => (b.length > a.length ? b : a);

function labelsIn(content: string, pattern: RegExp): Label[] {
  const found: Label[] = [];
  for (const match of content.matchAll(pattern)) {
    const label = match[1]!;
    const start = match.index + match[0].indexOf(label);
    if (isSpeaker(label)) found.push({ label, start, end: start + label.length + 1 });
  }
  const times = new Map<string, number>();
  for (const { label } of found) times.set(label, (times.get(label) ?? 0) + 1);
  // One word alone is a speaker where it comes back, or names a part in a call.
  return found.filter(({ label }) => label.includes(' ') || ONE_WORD.test(label) || (times.get(label) ?? 0) > 1);
}

/** Whether words look like a person's name, perhaps with a title behind a dash or a comma, and not like a sentence. */
function isSpeaker(label: string): boolean {
  const [name = ''] = label.split(/\s+[-–—]+\s+|,\s|\s\(/);
  const parts = name.trim().split(/\s+/);
  if (label.length > LONGEST_LABEL || parts.length > 6 || NO_NAME.has(parts[0]!.toLowerCase())) return false;
  if (/[.!?]\s+\p{Ll}/u.test(label)) return false;
  return parts.every((part) => PARTICLE.test(part) || /^["'“‘(]?[\p{Lu}\p{N}]/u.test(part));
}

/** `Ann Roe -- Norbank -- Analyst` is a name with firm and title behind it; `Ann Roe, CFO` one with a title. */
function speakerOf(label: string): Pick<VendorTurn, 'label' | 'name' | 'title' | 'firm' | 'role'> {
  const match = /^(.+?)(?:\s+[-–—]+\s+|,\s|\s\()(.+?)\)?$/.exec(label);
  const name = (match?.[1] ?? label).trim();
  const isPart = ONE_WORD.test(name) || /^(?:unidentified|unknown)\b/i.test(name);
  const { firm, title } = firmAndTitle(match?.[2]?.trim() ?? null);
  return { label, name: isPart ? null : name, title, firm, role: roleNamed(isPart ? name : title) };
}
