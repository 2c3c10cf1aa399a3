import { compareNames, isLikelySame } from '../../../language/name/compare-names';
import { isGivenName } from '../../../language/name/given-name';
import { foldName } from '../../../language/name/person-name';
import { readAddress, readCalls } from './address-evidence';
import { announcedIn, type Introduced, selfIn, standInOf } from './announcement';
import { Askers } from './asker';
import { presentGuest } from './guest';
import { addressedIn, handedIn } from './handover';
import { NameEvidence } from './name-evidence';
import type { OfficeHolder } from './office-holder';
import { hasOperatorCue, opensQuestions } from './speech-cue';
import type { TurnView } from './turn-view';
import { isOperator, MOST_VOICES, type Voice, type Voices } from './voice';

/** What the words of a call tell of its voices. */
export interface Evidence {
  readonly names: readonly NameEvidence[];
  /** By voice: the firm under which the floor was given, or which the voice itself names. */
  readonly firms: readonly (string | null)[];
  /** By voice: given the floor as a colleague. */
  readonly isHanded: readonly boolean[];
  /** By turn: whoever is announced there as the next to ask. */
  readonly announced: readonly (Introduced | null)[];
  /** By voice: the one for whom it stands in. */
  readonly standsInFor: readonly (string | null)[];
}

/** How many turns after an announcement the announced voice may first be heard. */
const REACH = 5;

/** Remarks are longer than what leads from one asker to the next; an operator's opening is long too, but ends in giving the floor. */
const LONG_TURN = 130;
const GIVES_FLOOR = /\b(?:questions?|go,? ahead|lines?|proceed)\b/i;

/** By turn: whoever its end announces as the next to ask, whoever says so. */
export const announcements = (views: readonly TurnView[]): (Introduced | null)[] =>
  views.map(({ words, count }) =>
    count > LONG_TURN && !GIVES_FLOOR.test(words.slice(-200)) ? null : (announcedIn(words.slice(-420)).at(-1) ?? null),
  );

/** Reads announcements, handovers, introductions, thanks and greetings, turn by turn. */
export function gatherEvidence(
  views: readonly TurnView[],
  { voices, of }: Voices,
  present: readonly OfficeHolder[],
  heard: readonly (Introduced | null)[],
): Evidence {
  const everyday = everydayWords(views);
  const names = voices.map(() => new NameEvidence((name) => everyday.has(name) && !isGivenName(name)));
  const firms: (string | null)[] = voices.map(({ firm }) => firm);
  const isHanded = voices.map(() => false);
  const standsInFor: (string | null)[] = voices.map(() => null);
  const opened = views.findIndex(
    ({ words, index }) => heard[index]?.isExplicit || (index > 0 && words.length < 3000 && opensQuestions(words)),
  );
  const announced = views.map((view, i) =>
    conducted(view, heard[i] ?? null, voices[of[i] as number], opened >= 0 && i >= opened),
  );
  const first = voices.map(({ turns }) => turns[0] as number);
  const addressing = { views, of, first, announced, askers: new Askers(of, announced), names };
  const nextTurn = nextTurns(views, of);
  views.forEach(({ words }, i) => {
    const voice = of[i] as number;
    const next = announced[i];
    if (next) {
      const target = announcedVoice(next, i, nextTurn[i] as number, { voices, of }, first);
      if (target >= 0) {
        const asker = voices[target] as Voice;
        asker.isAnnounced = true;
        firms[target] ??= next.firm;
        nameAnnounced(next, addressedIn(words).greeted, names[target] as NameEvidence);
      }
    } else handOver(words, i, { voices, of }, { names, isHanded, present });
    if (voice < 0) return;
    if (first[voice] === i || first[voice] === i - 2)
      introduce(words, voice, { names, firms, standsInFor }, voices[voice] as Voice);
    else saysAgain(words, voice, names, voices[voice] as Voice);
    readAddress(i, addressing);
  });
  readCalls(addressing, present);
  if (voices.length === 2 && views.length > 2) presentGuest(views, of, names);
  return { names, firms, isHanded, announced, standsInFor };
}

/** Words that the call also has in lower case: one of them alone is no name, whatever its capital. */
const everydayWords = (views: readonly TurnView[]): Set<string> =>
  new Set(views.flatMap(({ words }) => words.match(/\b[a-z]{2,20}\b/g) ?? []));

/** Only whoever conducts the call announces: operators once the questions are open, colleagues who read them out in few words. */
function conducted(
  { count, turn }: TurnView,
  found: Introduced | null,
  voice: Voice | undefined,
  isOpen: boolean,
): Introduced | null {
  if (!found || !(found.isExplicit || isOpen)) return null;
  if (voice && isOperator(voice)) return found;
  return (found.isExplicit && count < LONG_TURN) || (!voice && turn.label === null) ? found : null;
}

/** The announced voice: by its name, else the first that is heard there for the first time. */
function announcedVoice(
  next: Introduced,
  at: number,
  until: number,
  { voices, of }: Voices,
  first: readonly number[],
): number {
  const after = [...new Set(of.slice(at + 1, at + 1 + REACH))].filter((v) => v >= 0 && v !== of[at]);
  if (next.name) {
    const match = after.find(
      (v) => voices[v]?.name != null && compareNames(voices[v]?.name as string, next.name as string) !== 'DIFFERENT',
    );
    if (match !== undefined) return match;
  }
  const fresh = after.find((v) => (first[v] as number) > at && (first[v] as number) < until);
  if (fresh !== undefined || next.name === null) return fresh ?? -1;
  // Somebody who was announced and did not answer comes back later.
  return voices.slice(0, MOST_VOICES).findIndex(({ name }) => name !== null && isLikelySame(name, next.name as string));
}

/** By turn: the next one with words of the same voice; past the last one where there is none. */
function nextTurns(views: readonly TurnView[], of: readonly number[]): number[] {
  const next: number[] = [];
  const seen = new Map<number, number>();
  for (let i = views.length - 1; i >= 0; i--) {
    const voice = of[i] as number;
    next[i] = seen.get(voice) ?? views.length;
    if ((views[i] as TurnView).count > 0) seen.set(voice, i);
  }
  return next;
}

/** The name as announced, and as greeted in the same breath; of `<unk> Kim` … `Good morning, Ensu` both make one name. */
function nameAnnounced({ name, isFamilyOnly }: Introduced, greeted: readonly string[], evidence: NameEvidence): void {
  const given = greeted.at(-1);
  if (name !== null && !isFamilyOnly) evidence.add(name, 'ANNOUNCED');
  if (!given) return;
  if (name !== null && isFamilyOnly && !given.includes(' ')) evidence.add(`${given} ${name}`, 'ANNOUNCED');
  else if (name === null) evidence.add(given, 'ANNOUNCED');
  else if (compareNames(given, name) !== 'DIFFERENT') evidence.add(given, 'GREETED');
}

interface Gathering {
  readonly names: readonly NameEvidence[];
}

function handOver(
  words: string,
  at: number,
  { voices, of }: Voices,
  { names, isHanded, present }: Gathering & { readonly isHanded: boolean[]; readonly present: readonly OfficeHolder[] },
): void {
  const next = of[at + 1];
  const handed = handedIn(words).at(-1);
  if (next === undefined || next < 0 || next === of[at] || !handed?.name) return;
  const voice = voices[next] as Voice;
  const full = isOperator(voice) ? handed.name : fullName(handed.name, present);
  if (voice.name !== null && compareNames(voice.name, full) === 'DIFFERENT') return;
  const isPerson =
    isGivenName(full.split(' ')[0] as string) ||
    present.some((person) => compareNames(person.name, full) !== 'DIFFERENT');
  names[next]?.add(full, isPerson ? 'HANDED' : 'CALLED');
  if (!isPerson) return;
  isHanded[next] = true;
}

/** A given name alone stands for the one person of the company who has it. */
export function fullName(name: string, present: readonly OfficeHolder[]): string {
  if (name.includes(' ')) return name;
  const found = [...new Set(present.map((person) => person.name))].filter(
    (person) => compareNames(person, name) !== 'DIFFERENT',
  );
  if (found.length === 1) return found[0] as string;
  // `Tom` where one of the people is a Tomas.
  const longer = new Set(present.flatMap((person) => (isShortFor(name, person.name) ? [person.name] : [])));
  return found.length === 0 && longer.size === 1 ? ([...longer][0] as string) : name;
}

const isShortFor = (name: string, full: string): boolean =>
  name.length >= 3 && full.includes(' ') && foldName(full).startsWith(foldName(name));

/** `Alexandra, this is Tomas Restrepo`, by whoever joins an answer later on; a given name alone may be anybody's. */
function saysAgain(words: string, at: number, names: readonly NameEvidence[], voice: Voice): void {
  if (!voice.isNumbered || isOperator(voice)) return;
  const again = /\b[Tt]his\sis\s/.test(words.slice(0, 80)) ? selfIn(words.slice(0, 110)) : null;
  if (again?.name?.includes(' ')) names[at]?.add(again.name, 'ANSWERED');
}

function introduce(
  words: string,
  at: number,
  {
    names,
    firms,
    standsInFor,
  }: Gathering & { readonly firms: (string | null)[]; readonly standsInFor: (string | null)[] },
  voice: Voice,
): void {
  const head = words.slice(0, 420);
  const standIn = standInOf(head.slice(0, 240));
  if (standIn) {
    standsInFor[at] = standIn.absent;
    names[at]?.add(standIn.name, 'SELF');
    names[at]?.add(standIn.name, 'SELF');
    return;
  }
  const self = selfIn(head);
  if (!self?.name) return;
  const isKnown = voice.name === null || compareNames(voice.name, self.name) !== 'DIFFERENT';
  if (!isKnown) return;
  names[at]?.add(self.name, 'SELF');
  if (self.firm && !hasOperatorCue(words)) firms[at] ??= self.firm;
}
