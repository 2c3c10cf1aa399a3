import { isLikelySame } from '../../../language/name/compare-names';
import type { Introduced } from './announcement';
import type { Askers } from './asker';
import { addressedIn, handedIn } from './handover';
import type { NameEvidence } from './name-evidence';
import type { OfficeHolder } from './office-holder';
import type { TurnView } from './turn-view';

export interface Addressing {
  readonly views: readonly TurnView[];
  /** By turn: the voice. */
  readonly of: readonly number[];
  /** By voice: its first turn. */
  readonly first: readonly number[];
  readonly announced: readonly (Introduced | null)[];
  readonly askers: Askers;
  readonly names: readonly NameEvidence[];
}

/**
 * What a turn's thanks, greetings and calls by name tell of the voices around it. In the remarks thanks go to whoever spoke
 * before; once there are questions they go to the asker, and a colleague who spoke in between is not meant.
 */
export function readAddress(at: number, { views, of, first, announced, askers, names }: Addressing): void {
  const { words } = views[at] as TurnView;
  const [before, voice] = [of[at - 1], of[at] as number];
  const said = addressedIn(words);
  const asker = askers.before(at);
  if (announced[at] || LEADS.test(words.slice(0, 200))) {
    // Whoever leads on thanks the last asker, who need not have spoken last.
    if (said.thanked && asker >= 0 && asker !== voice) names[asker]?.add(said.thanked, 'CALLED');
    return;
  }
  if (before === undefined || before < 0 || before === voice || announced[at - 1]) return;
  const isAmongColleagues = asker >= 0 && before !== asker && voice !== asker;
  if (said.thanked && !isAmongColleagues)
    names[before]?.add(
      said.thanked,
      gaveFloor(views[at - 1] as TurnView, first[voice] === at || asker < 0) ? 'ANSWERED' : 'THANKED',
    );
  if (isAmongColleagues || (first[voice] as number) > (first[before] as number)) return;
  for (const name of new Set([said.called, ...said.mentioned, ...said.greeted]))
    if (name && name !== said.thanked) names[before]?.add(name, 'CALLED');
}

const LEADS = /\b(?:next|last|final) question\b/i;

/** Who thanks by name for the floor knows from whom he has it. */
function gaveFloor({ words }: TurnView, isHandover: boolean): boolean {
  return (
    isHandover &&
    (handedIn(words).length > 0 ||
      /\b(?:go,? ahead|you may (?:now )?begin|please proceed|floor is yours)\b/i.test(words.slice(-160)))
  );
}

/**
 * Whom askers call by name is mostly the one who answers next: faint each time, telling when it recurs. Nobody speaks of
 * himself by name, so a voice that names a colleague is not that colleague.
 */
export function readCalls({ views, of, announced, askers, names }: Addressing, present: readonly OfficeHolder[]): void {
  const people = [...new Set(present.map(({ name }) => name))].map((name) => ({
    name,
    given: name.split(' ')[0] as string,
  }));
  const bearers = new Map<string, number>();
  for (const { given } of people) bearers.set(given, (bearers.get(given) ?? 0) + 1);
  const asking = new Set(announced.map((asker) => asker?.name?.split(' ')[0]));
  const unique = people.filter(({ given }) => bearers.get(given) === 1);
  for (const { words, index } of views) {
    const voice = of[index] as number;
    const named = unique.filter(({ given }) => hasWord(words, given));
    // An asker of the same given name may be meant instead of the colleague.
    if (voice >= 0)
      for (const { name, given } of named)
        if (!asking.has(given) && !SELF.test(words.slice(0, 200))) names[voice]?.exclude(name);
    const next = of[index + 1];
    const isAsker = askers.before(index + 1) === voice;
    const [only] = named;
    if (isAsker && only && named.length === 1 && next !== undefined && next >= 0 && next !== voice)
      names[next]?.add(only.name, 'ASKED');
  }
}

const SELF = /\b(?:this is|I['’]m|I am|my name)\b/i;

function hasWord(words: string, name: string): boolean {
  const at = words.indexOf(name);
  return at >= 0 && !/\p{L}/u.test(words[at - 1] ?? ' ') && !/\p{L}/u.test(words[at + name.length] ?? ' ');
}

/** The people of an opening, each once, under the fuller of two forms: Randall Dearth, who is Randy Dearth too. */
export function mergePeople(people: readonly OfficeHolder[]): OfficeHolder[] {
  const merged: OfficeHolder[] = [];
  for (const person of people) {
    const at = merged.findIndex(({ name }) => isLikelySame(name, person.name));
    const known = merged[at];
    if (!known) merged.push(person);
    else if (person.name.length > known.name.length) merged[at] = { name: person.name, title: known.title };
  }
  return merged;
}
