import type { Row } from '../client-pool';
import type { OrderTerm } from '../connection/page-query';

const column = (expression: string, property: string, type: string, descending: boolean): OrderTerm => ({
  expression,
  type,
  descending,
  property,
  key: (row: Row) => row[property],
});

/** A nullable column: nulls last both ways, by an infinity that the indexes of the table hold too. */
function nullable(name: string, property: string, type: string, descending: boolean): OrderTerm {
  const infinity = descending ? '-infinity' : 'infinity';
  return {
    expression: `coalesce(u.${name}, '${infinity}'::${type})`,
    type,
    descending,
    property,
    key: (row) => row[property] ?? infinity,
  };
}

/** ORDER BY of statements, comments and utterances; every order ends in the id. */
export function utteranceOrder(
  order: { field: string; direction?: string | null } | null,
  inOneDocument: boolean,
): OrderTerm[] {
  const field = order?.field ?? (inOneDocument ? 'POSITION' : 'SAID_AT');
  const down = (order?.direction ?? (field === 'POSITION' ? 'ASC' : 'DESC')) === 'DESC';
  const id = column('u.id', 'id', 'int8', down);
  const said = nullable('said_on', 'saidOn', 'date', down);
  const place = [
    column('u.document_id', 'documentId', 'int4', down),
    column('u.position', 'position', 'int4', down),
    id,
  ];
  switch (field) {
    case 'SAID_AT':
      return [said, nullable('said_at', 'saidAt', 'timestamptz', down), ...place];
    case 'POSITION':
      return [said, ...place];
    case 'SENTIMENT':
      return [nullable('sentiment_score', 'sentimentScore', 'float8', down), id];
    default:
      throw new Error(`no order ${field}`);
  }
}
