/** The form in which names are compared; the database makes the same one (earshot_search_key). */
export function searchKeyOf(typed: string): string {
  return typed
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
}

/** What two spellings of a slug or a label have in common: `AI Infrastructure`, `ai_infrastructure`, `ai-infrastructure`. */
export function foldLabel(typed: string): string {
  return searchKeyOf(typed).replace(/[\s_\-'’,.]+/g, '');
}
