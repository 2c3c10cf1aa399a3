import type { ExecutiveRole } from '../../domain/executive.entity';
import type { Directness, Section } from '../../domain/utterance-enums';
import type { Item, NameItem, UnknownItem } from './item';

/** Where a piece stands: before any mark, behind "about", behind "by" or "did", behind a verb of saying. */
export type Slot = 'lead' | 'about' | 'by' | 'said';

interface Placed {
  readonly slot: Slot;
  readonly isNegated: boolean;
  /** It is what words are about: the first behind the mark, or joined to such by "and" or "or". */
  readonly isObject: boolean;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

export interface PlacedName extends Placed {
  readonly item: NameItem;
}

export interface PlacedUnknown extends Placed {
  readonly item: UnknownItem;
}

/** What a question says, piece by piece, before it is decided what the names in it are. */
export interface Gathered {
  readonly names: readonly PlacedName[];
  readonly unknown: readonly PlacedUnknown[];
  readonly quotations: readonly { readonly text: string; readonly isNegated: boolean }[];
  /** Names and unknown words that are searched as text, whatever else they may be. */
  readonly asText: readonly { readonly start: number; readonly end: number }[];
  readonly roles: readonly `${ExecutiveRole}`[];
  readonly directness: readonly `${Directness}`[];
  readonly sections: readonly `${Section}`[];
  readonly ignored: readonly Item[];
  /** What was to be left out and cannot be. */
  readonly cannotExclude: readonly Item[];
  /** Offices of which no holder is to have spoken. */
  readonly excludedRoles: readonly `${ExecutiveRole}`[];
  /** Where they stand. */
  readonly leftOut: readonly Item[];
  readonly saidSomething: boolean;
  readonly isAbout: boolean;
  readonly isUnsaid: boolean;
  readonly wantsAmount: boolean;
  readonly wantsAnalysts: boolean;
  readonly wantsQuestions: boolean;
}

const ALL_DIRECTNESS = ['TRANSCRIPT', 'DIRECT_QUOTE', 'FRAGMENT', 'PARAPHRASE'] as const;
const ALL_SECTIONS = ['PREPARED_REMARKS', 'QUESTION', 'ANSWER', 'OPERATOR', 'ARTICLE', 'UNKNOWN'] as const;

/** Negation: asked for by a mark, carried on from a name by "and" or "or". */
type Negation = 'none' | 'armed' | 'carried' | 'joined';

/** Goes through the pieces from left to right. */
export function gather(items: readonly Item[]): Gathered {
  const names: PlacedName[] = [];
  const unknown: PlacedUnknown[] = [];
  const quotations: { text: string; isNegated: boolean }[] = [];
  const asText: Item[] = [];
  const ignored: Item[] = [];
  const cannotExclude: Item[] = [];
  const roles = new Set<`${ExecutiveRole}`>();
  const excludedRoles = new Set<`${ExecutiveRole}`>();
  const directness = new Choice<`${Directness}`>(ALL_DIRECTNESS);
  const sections = new Choice<`${Section}`>(ALL_SECTIONS);
  const leftOutRoles: Item[] = [];
  let leftOut: Item | null = null;
  const kinds = new Set<string>();
  let slot: Slot = 'lead';
  let negation: Negation = 'none';
  let object: 'none' | 'next' | 'was' = 'none';
  for (const [index, item] of items.entries()) {
    const [before, after] = [items[index - 1], items[index + 1]];
    const isNegated: boolean = negation === 'armed' || negation === 'joined';
    const isObject: boolean = object === 'next' || (item.type === 'name' && isMentioned(after, items[index + 2]));
    if (item.type === 'name' || item.type === 'unknown' || item.type === 'quotation')
      object = isObject ? 'was' : 'none';
    else if (item.type === 'stop' && object === 'was')
      object = item.word === 'and' || item.word === 'or' ? 'next' : 'none';
    else if (item.type === 'time') object = 'none';
    else if (item.type === 'wording') object = item.mark.kind === 'about' ? 'next' : 'none';
    switch (item.type) {
      case 'name':
        if (isDating(before)) asText.push(item);
        else names.push({ item, slot, isNegated, isObject, before, after });
        negation = isNegated ? 'carried' : 'none';
        break;
      case 'unknown':
        if (isDating(before)) asText.push(item);
        else unknown.push({ item, slot, isNegated, isObject, before, after });
        negation = isNegated ? 'carried' : 'none';
        break;
      case 'quotation':
        quotations.push({ text: item.text, isNegated });
        negation = isNegated ? 'carried' : 'none';
        break;
      case 'time':
        if (isNegated) cannotExclude.push(item);
        slot = 'lead';
        negation = 'none';
        break;
      case 'stop':
        if (negation === 'carried') negation = item.word === 'and' || item.word === 'or' ? 'joined' : 'none';
        break;
      case 'wording': {
        const { mark } = item;
        if (mark.kind === 'not') {
          negation = 'armed';
          break;
        }
        if (!isNegated) kinds.add(mark.kind);
        if (mark.kind === 'about') slot = 'about';
        else if (mark.kind === 'by') slot = 'by';
        else if (mark.kind === 'said') slot = 'said';
        else if (mark.kind === 'place' && slot === 'about') slot = 'lead';
        else if (mark.kind === 'unused') ignored.push(item);
        else if (mark.kind === 'role') {
          (isNegated ? excludedRoles : roles).add(mark.role);
          if (isNegated) leftOutRoles.push(item);
        } else if (mark.kind === 'directness too') {
          if (isNegated) directness.add(mark.values, true);
          else directness.addToo(mark.values);
        } else if (mark.kind === 'directness') directness.add(mark.values, isNegated);
        else if (mark.kind === 'section') sections.add(mark.values, isNegated);
        if (isNegated && (mark.kind === 'directness' || mark.kind === 'section')) leftOut = item;
        const keeps = (mark.kind === 'about' || mark.kind === 'by' || mark.kind === 'place') && negation === 'armed';
        if (!keeps) negation = 'none';
      }
    }
  }
  if (leftOut && (directness.isEmpty || sections.isEmpty)) cannotExclude.push(leftOut);
  return {
    names,
    unknown,
    quotations,
    asText,
    roles: [...roles],
    directness: directness.chosen,
    sections: sections.chosen,
    ignored,
    cannotExclude,
    excludedRoles: [...excludedRoles],
    leftOut: leftOutRoles,
    saidSomething: kinds.has('said'),
    isAbout: kinds.has('about'),
    isUnsaid: kinds.has('unsaid'),
    wantsAmount: kinds.has('amount'),
    wantsAnalysts: kinds.has('analysts'),
    wantsQuestions: kinds.has('asked'),
  };
}

/** `Trump mentions by Meta`: others speak of him. */
function isMentioned(after: Item | undefined, next: Item | undefined): boolean {
  const isNoun = after?.type === 'wording' && after.rule === 'mentions';
  return isNoun && next?.type === 'wording' && next.rule === 'speaker';
}

/** "before DeepSeek": no period, and not what the words are about either. */
function isDating(before: Item | undefined): boolean {
  return before?.type === 'wording' && before.rule === 'time that is no period';
}

/** Values that are asked for, without those that are left out; of all of them, where none is asked for. */
class Choice<T> {
  readonly #wanted = new Set<T>();
  readonly #left = new Set<T>();
  readonly #too = new Set<T>();

  constructor(private readonly all: readonly T[]) {}

  /** Of two that are wanted, one of which lies within the other, the narrower: what was answered in the questions and answers. */
  add(values: readonly T[], isNegated: boolean): void {
    const within = (some: Iterable<T>, all: ReadonlySet<T>) => [...some].every((value) => all.has(value));
    if (!isNegated && this.#wanted.size > 0) {
      if (within(this.#wanted, new Set(values))) return;
      if (within(values, this.#wanted)) this.#wanted.clear();
    }
    for (const value of values) (isNegated ? this.#left : this.#wanted).add(value);
  }

  /** Adds to what is wanted; alone it wants nothing. */
  addToo(values: readonly T[]): void {
    for (const value of values) this.#too.add(value);
  }

  get chosen(): readonly T[] {
    const wanted = this.#wanted.size > 0 ? [...new Set([...this.#wanted, ...this.#too])] : [];
    const from = wanted.length > 0 || this.#left.size === 0 ? wanted : this.all;
    return from.filter((value) => !this.#left.has(value));
  }

  /** Whether so much is left out that nothing is left. */
  get isEmpty(): boolean {
    return this.#left.size > 0 && this.chosen.length === 0;
  }
}
