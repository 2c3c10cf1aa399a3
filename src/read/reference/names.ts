import { foldLetters } from '../../domain/fold-letters';

/** The form in which what is typed is compared with names; the database makes the same one (earshot_plain_name of earshot_search_key). */
export function searchKeyOf(typed: string): string {
  return foldLetters(
    typed
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase(),
  ).trim();
}

/** Of a node's names in the form of searchKeyOf, a line each. Stored keys keep letters with strokes: imports tell people by them. */
export const plainKeyOf = ({ searchKey }: { readonly searchKey: string }): string =>
  foldLetters(searchKey.toLowerCase());

/** What two spellings of a slug or a label have in common: `AI Infrastructure`, `ai_infrastructure`, `ai-infrastructure`. */
export function foldLabel(typed: string): string {
  return searchKeyOf(typed).replace(/[\s_\-'’,.]+/g, '');
}
