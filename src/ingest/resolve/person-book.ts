import { ExecutiveRole } from '../../domain/executive.entity';
import { compareNames, isSpelledAlike } from '../../language/name/compare-names';
import { nameKey } from '../../language/name/name-key';
import { foldName } from '../../language/name/person-name';
import { isSurnameAlone, personWords } from '../../language/name/person-words';
import type { ExtractedSpeaker } from '../extraction';
import { executiveRoleOf } from './office';

export interface Candidate {
  /** Below zero: not stored yet. */
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly offices: readonly { readonly companyId: number; readonly holds: boolean; readonly role: string }[];
  readonly firms: readonly number[];
  readonly spokeHere: boolean;
}

export const namesOf = ({
  name,
  aliases,
}: {
  readonly name: string;
  readonly aliases: readonly string[];
}): string[] => [name, ...aliases];

export const isNear = ({ offices, spokeHere }: Candidate, companyId: number | null): boolean =>
  spokeHere || offices.some((office) => office.companyId === companyId);

/** More people of one surname, or holders of one office, than any company has; of more only those are compared who came first. */
const MOST_COMPARED = 50;

/** Those who may be meant by the names of a document, by their names, their surnames and the offices that they hold. */
export class PersonBook {
  readonly #candidates: Candidate[] = [];
  /** Places in the list, ascending. */
  readonly #byName = new Map<string, number[]>();
  readonly #bySurname = new Map<string, number[]>();
  readonly #byOffice = new Map<string, number[]>();

  constructor(
    private readonly companyId: number | null,
    candidates: readonly Candidate[],
  ) {
    for (const candidate of candidates) this.add(candidate);
  }

  add(candidate: Candidate): void {
    const place = this.#candidates.push(candidate) - 1;
    const names = namesOf(candidate);
    for (const key of new Set(names.map(nameKey))) put(this.#byName, key, place, Number.POSITIVE_INFINITY);
    // Who is far off is known by a whole name alone.
    if (!isNear(candidate, this.companyId)) return;
    for (const surname of new Set(names.map(surnameOf))) put(this.#bySurname, surname, place, MOST_COMPARED);
    const roles = candidate.offices.filter(({ companyId, holds }) => companyId === this.companyId && holds);
    for (const role of new Set(roles.map((office) => office.role))) put(this.#byOffice, role, place, MOST_COMPARED);
  }

  /** Who can be meant, in order: by a whole name, by a form of it, by a misspelled one in the same office, or by the surname alone. */
  fitting(speaker: ExtractedSpeaker): Candidate[] {
    const printed = namesOf(speaker);
    const full = printed.filter((name) => !isSurnameAlone(name));
    const places = new Set(full.flatMap((name) => this.#byName.get(nameKey(name)) ?? []));
    const near = new Set(printed.flatMap((name) => this.#bySurname.get(surnameOf(name)) ?? []));
    for (const place of near) {
      const known = namesOf(this.#candidates[place] as Candidate);
      if (full.length === 0 || full.some((name) => known.some((other) => compareNames(name, other) === 'SAME'))) {
        places.add(place);
      }
    }
    if (full.length > 0) for (const place of this.#misspelled(speaker)) places.add(place);
    return [...places].sort((a, b) => a - b).map((place) => this.#candidates[place] as Candidate);
  }

  /** Machines write names as they hear them. Who holds the same office, under the same first name, is the one. */
  #misspelled({ name, title }: ExtractedSpeaker): number[] {
    const role = title ? executiveRoleOf(title) : ExecutiveRole.OTHER;
    if (role === ExecutiveRole.OTHER) return [];
    const holders = this.#byOffice.get(role) ?? [];
    return holders.filter((place) =>
      namesOf(this.#candidates[place] as Candidate).some((known) => isSpelledAlike(name, known)),
    );
  }
}

/** Folded further than a stored key: `Sørensen` and `Sorensen` meet. */
const surnameOf = (name: string): string => foldName(personWords(name).at(-1) ?? '');

function put(places: Map<string, number[]>, key: string, place: number, most: number): void {
  const list = places.get(key);
  if (!list) places.set(key, [place]);
  else if (list.length < most) list.push(place);
}
