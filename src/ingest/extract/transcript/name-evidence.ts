import { compareNames, isLikelySame } from '../../../language/name/compare-names';
import { foldName, parsePersonName } from '../../../language/name/person-name';

/** How a voice came by a name, from the surest to the faintest. */
export type EvidenceKind =
  | 'SELF'
  | 'ANNOUNCED'
  | 'ANSWERED'
  | 'HANDED'
  | 'PRESENTED'
  | 'THANKED'
  | 'GREETED'
  | 'CALLED'
  | 'ASKED';

const WEIGHT: Readonly<Record<EvidenceKind, number>> = {
  SELF: 16,
  ANNOUNCED: 8,
  ANSWERED: 6,
  HANDED: 5,
  PRESENTED: 5,
  THANKED: 3,
  GREETED: 3,
  CALLED: 2,
  ASKED: 1.5,
};

/**
 * A voice is called by a handful of names, and slips of them. What comes after so many names, or forms of one, is not told apart any
 * more: each new one would be compared with all of them.
 */
const MOST_NAMES = 40;
const MOST_FORMS = 12;

interface Candidate {
  readonly forms: Map<string, number>;
  readonly kinds: Set<EvidenceKind>;
  weight: number;
}

/** Gathers what speaks for the names of one voice; forms of one name support each other. */
export class NameEvidence {
  readonly #candidates: Candidate[] = [];
  readonly #excluded = new Set<string>();

  /** `isWord` tells a folded single word that is no name in this call. */
  constructor(private readonly isWord: (word: string) => boolean = () => false) {}

  /** The voice speaks of this person as of somebody else. */
  exclude(name: string): void {
    this.#excluded.add(name);
  }

  add(name: string, kind: EvidenceKind): void {
    if (!name.includes(' ') && this.isWord(foldName(name))) return;
    const weight = WEIGHT[kind];
    const found = this.#candidates.find(({ forms }) =>
      [...forms.keys()].some((form) => compareNames(form, name) !== 'DIFFERENT'),
    );
    if (!found && this.#candidates.length >= MOST_NAMES) return;
    const candidate = found ?? { forms: new Map(), kinds: new Set(), weight: 0 };
    if (!found) this.#candidates.push(candidate);
    candidate.weight += weight;
    candidate.kinds.add(kind);
    if (candidate.forms.size < MOST_FORMS || candidate.forms.has(name))
      candidate.forms.set(name, (candidate.forms.get(name) ?? 0) + weight);
  }

  /** The best name that no other voice has, where it is far ahead of any other; null where nothing is certain enough. */
  best(taken: readonly string[] = []): {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly weight: number;
    readonly kinds: ReadonlySet<EvidenceKind>;
  } | null {
    const open = this.#candidates.filter(({ forms, kinds }) => {
      const told = [...forms.keys()];
      if (taken.some((name) => told.some((form) => isLikelySame(form, name)))) return false;
      return kinds.has('SELF') || ![...this.#excluded].some((name) => isOther(name, told));
    });
    const [first, second] = open.sort((a, b) => b.weight - a.weight);
    if (!first || first.weight < 5 || (second && first.weight < 1.8 * second.weight)) return null;
    const forms = [...first.forms].sort(([a, x], [b, y]) => y - x + 20 * (parts(b) - parts(a))).map(([form]) => form);
    const [name] = forms;
    return name === undefined ? null : { name, aliases: forms.slice(1), weight: first.weight, kinds: first.kinds };
  }
}

/** Whether a candidate is the person of that name; where only a part of its name is told, whether it may be. */
function isOther(name: string, forms: readonly string[]): boolean {
  const full = forms.filter((form) => form.includes(' '));
  return full.length > 0
    ? full.some((form) => isLikelySame(form, name))
    : forms.some((form) => compareNames(form, name) !== 'DIFFERENT');
}

const parts = (name: string): number => (parsePersonName(name)?.family == null ? 0 : 1);
