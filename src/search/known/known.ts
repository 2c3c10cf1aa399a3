import type { Period } from '../../domain/fiscal/period';

/** A company as far as questions need it. */
export interface KnownCompany {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** Whether words or numbers of its own may be stored: it is listed, or its people have spoken. Others are only spoken about. */
  readonly speaks: boolean;
}

export interface KnownPerson {
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What a person does, as far as it narrows a question. */
export interface Occupation {
  /** Companies of which the person holds or held an office, present ones first. */
  readonly companyIds: readonly number[];
  readonly isAnalyst: boolean;
}

export interface KnownFirm {
  readonly id: number;
  readonly name: string;
}

/** The newest quarter that a company has reported, in both countings. */
export interface Reported {
  readonly fiscal: Period;
  readonly calendar: Period;
}

/** A name and whose it is. Lower ranks are surer: 1 a full name, 2 a shortened one. */
export interface Named<T> {
  readonly words: readonly string[];
  readonly rank: number;
  readonly node: T;
}

/** A topic or a metric that words name. */
export type Term =
  | { readonly kind: 'topic'; readonly slug: string; readonly isOrganization: boolean }
  | { readonly kind: 'metric'; readonly name: string }
  /** Words that look like a topic's and mean something else, such as "computing platform". */
  | { readonly kind: 'neither' };

/** Lower ranks are surer: 1 a name or a slug, 2 an alias, 3 words of the taxonomy. */
export interface NamedTerm {
  /** By foldTerm. */
  readonly words: readonly string[];
  /** Which words have to be typed with a capital. */
  readonly capitals: readonly boolean[];
  readonly rank: number;
  readonly term: Term;
}

/** A node with a name close to what was typed. */
export interface SimilarName {
  /** What it is called now; a topic's slug. */
  readonly name: string;
  /** The name that is close. */
  readonly spelling: string;
  readonly company?: KnownCompany;
  readonly person?: KnownPerson;
  readonly firm?: KnownFirm;
  /** A slug. */
  readonly topic?: string;
}

/** What the graph knows, asked word by word, so that a graph of any size can answer from an index. Words come folded by foldText. */
export interface Known {
  /** Names of companies that begin with a word. */
  companyNames(first: string): readonly Named<KnownCompany>[];
  /** Who trades or traded under a symbol: holders on the day first. */
  companiesBySymbol(symbol: string, day: string): readonly KnownCompany[];
  firmNames(first: string): readonly Named<KnownFirm>[];
  /** People who have one of the words in their name or an alias, by word: all words of a question at once. */
  peopleWith(words: readonly string[]): ReadonlyMap<string, readonly KnownPerson[]>;
  occupationOf(personId: number, day: string): Occupation;
  /** Topics and metrics whose words begin with one, by foldTerm. */
  terms(first: string): readonly NamedTerm[];
  /** Names close to a word, the closest first, at most five. */
  similarNames(word: string): readonly SimilarName[];
  /** The same of houses, which only the box asks for: in a question they are words like others. */
  similarFirms(word: string): readonly SimilarName[];
  /** Null: nothing that it has reported by that day is stored. */
  reported(companyId: number, day: string): Reported | null;
  /** The newest calendar quarter that anybody has reported by that day. */
  newestReported(day: string): Period | null;
}
