import { isGivenName } from '../../../language/name/given-name';
import { foldName } from '../../../language/name/person-name';
import type { NameEvidence } from './name-evidence';
import type { TurnView } from './turn-view';

/** In a conversation of two, the guest whom the host presents is the other one. */
export function presentGuest(views: readonly TurnView[], of: readonly number[], names: readonly NameEvidence[]): void {
  const host = of[0] as number;
  const guest = host === 0 ? 1 : 0;
  const opening = views.find((view) => of[view.index] === host)?.words.slice(0, 3000) ?? '';
  const from =
    /\b(?:(?:have|having|here|sitting|joined|join|stage) (?:\w+ ){0,3}(?:with (?:us|me)|by|us)|welcome|introduce|pleased to (?:have|host))\b/i.exec(
      opening,
    )?.index;
  if (from === undefined) return;
  const words = opening.slice(from, from + 260).split(/\s+/);
  for (let i = 1; i + 1 < words.length; i++) {
    const [given, family] = [words[i] as string, words[i + 1] as string];
    if (!/^\p{Lu}\p{L}/u.test(given) || !/^\p{Lu}[\p{L}’'-]+[,.]?$/u.test(family)) continue;
    // A given name that is no usual one has to be used to address the guest.
    if (!isGivenName(foldName(given)) && !new RegExp(`, ${given}[.?!,]`).test(opening)) continue;
    names[guest]?.add(`${given} ${family.replace(/[,.]$/, '')}`, 'PRESENTED');
    return;
  }
}
