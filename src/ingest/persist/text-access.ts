import type { Client } from 'pg';
import { TextAccess } from '../../domain/document.entity';
import { chooseExcerpt, cutWords, ELLIPSIS, type Passage } from '../../domain/excerpt';
import type { DocumentRows } from './document-rows';

/** From the most to the least. */
const ORDER = [TextAccess.FULL, TextAccess.EXCERPT, TextAccess.NONE];

export const stricterOf = (a: TextAccess, b: TextAccess): TextAccess => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);

/**
 * How much of a new document the graph gives out: what is said of it, else what holds for its publisher or its format, else all. A
 * corrected revision is never looser than the one before it: that would open a document by sending it again.
 */
export async function decideTextAccess(
  client: Client,
  { textAccess, publisher, format }: DocumentRows['document'],
  earlierId: number | null,
): Promise<TextAccess> {
  const { rows } = await client.query<{ text_access: TextAccess; holds: boolean }>({
    name: 'earshot_text_access',
    text: `SELECT text_access, false AS holds FROM text_access_rule WHERE (kind, value) IN (('publisher', lower($1)), ('format', $2))
      UNION ALL SELECT text_access, true FROM document WHERE id = $3`,
    values: [publisher, format, earlierId],
  });
  const binding = rows.filter(({ holds }) => holds || textAccess === null).map((row) => row.text_access);
  return binding.reduce(stricterOf, textAccess ?? TextAccess.FULL);
}

/** Null: all of it is given out. */
export function excerptOf(rows: DocumentRows, access: TextAccess): readonly Passage[] | null {
  if (access === TextAccess.FULL) return null;
  if (access === TextAccess.NONE) return [];
  const own = rows.renderings.filter(({ documentId }) => documentId === null);
  return chooseExcerpt(rows.document.text, [...rows.utterances, ...rows.claims, ...own, ...rows.values]);
}

/** What readers get of words, and the words themselves where that is less: columns `text`, `is_excerpt` and `words`. */
export function shownWords(words: string, start: number, excerpt: readonly Passage[] | null) {
  const text = excerpt === null ? words : cutWords(words, start, excerpt);
  return text === words ? { text, isExcerpt: false, words: null } : { text, isExcerpt: true, words };
}

/** A claim's label is a word or two: given out where all of the claim is. Columns `metric_label` and `label_words`. */
export function shownLabel(label: string, { start, end }: Passage, excerpt: readonly Passage[] | null) {
  const isShown = excerpt === null || excerpt.some((passage) => passage.start <= start && end <= passage.end);
  return isShown ? { label, words: null } : { label: ELLIPSIS, words: label };
}

/** The part that a claim is of: given out where its label is, and from an excerpt only where the claim's own words have it. */
export function shownSubject(
  subject: string | null,
  claimWords: string,
  label: { readonly words: string | null },
  excerpt: readonly Passage[] | null,
): string | null {
  if (subject === null || excerpt === null) return subject;
  return label.words === null && claimWords.includes(subject) ? subject : null;
}
