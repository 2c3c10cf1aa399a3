import type { Gender } from '../../../language/name/given-name';
import type { TextRange } from '../../../language/span';

/** Somebody or something that a document names. Built while reading, then left alone. */
export interface Entity {
  readonly kind: 'PERSON' | 'ORGANIZATION';
  /** The fullest form in the document. */
  name: string;
  /** In lower case, without titles; what a later mention has to match. */
  readonly surname: string;
  gender: Gender | null;
  /** As printed, `CEO`, `Co-Founder & Managing Partner`. */
  title: string | null;
  firm: string | null;
  /** Nouns in lower case that the document calls them: candidate, senator, president. */
  readonly nouns: Set<string>;
  readonly aliases: Set<string>;
  readonly mentions: EntityMention[];
}

export interface EntityMention extends TextRange {
  readonly entity: Entity;
  /** Index of the paragraph; -1 is the headline. */
  readonly paragraph: number;
  /** Range of the name with the titles before it, `Sen. Elizabeth Warren`. */
  readonly titled: TextRange;
  readonly isFull: boolean;
  readonly isQuoted: boolean;
}

export function newEntity(kind: Entity['kind'], name: string, surname: string): Entity {
  const empty = { gender: null, title: null, firm: null };
  return { kind, name, surname, ...empty, nouns: new Set(), aliases: new Set(), mentions: [] };
}
