import { likePattern } from '../reference/lookup';
import { searchKeyOf } from '../reference/names';
import { ints, type Sql, sql, text } from '../sql/sql';

/** What the reader itself asks of documents; absent: anything. */
export interface DocumentWords {
  /** All of them stand in the title, blind to case and accents. */
  readonly titleWords?: readonly string[];
  readonly companyKeys?: readonly number[];
}

/** Conditions on `document u`. */
export function documentsWith({ titleWords = [], companyKeys }: DocumentWords): Sql[] {
  const titled = titleWords.map(
    (word) => sql`earshot_plain_name(earshot_search_key(u.title, '{}')) LIKE ${text(likePattern(searchKeyOf(word)))}`,
  );
  if (!companyKeys) return titled;
  const about = sql`EXISTS (SELECT FROM document_company c WHERE c.document_id = u.id AND c.company_id = ANY (${ints(companyKeys)}))`;
  return [...titled, about];
}
