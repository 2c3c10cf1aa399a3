import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { entities } from '../domain';
import { withClient } from '../platform/database/session';
import { describeEntity } from '../read/dictionary';

interface ForeignKey {
  readonly from: string;
  readonly column: string;
  readonly to: string;
  readonly nullable: boolean;
  readonly unique: boolean;
}

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly primary: boolean;
}

const FOREIGN_KEYS = `
  SELECT k.conrelid::regclass::text AS "from", a.attname AS "column", k.confrelid::regclass::text AS "to", NOT a.attnotnull AS nullable,
    EXISTS (SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indisunique AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum) AS "unique"
  FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY 1, 2, 3`;

const KEYS = `
  SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type, coalesce(i.indisprimary, false) AS "primary"
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey::int2[])
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname, a.attnum`;

/** The nouns that are stored, with their keys and how they point to each other, as Markdown with a Mermaid diagram. */
export async function printDataModel(databaseUrl: string, schema: GraphQLSchema): Promise<string> {
  const { foreignKeys, columns } = await withClient(databaseUrl, async (client) => ({
    foreignKeys: (await client.query<ForeignKey>(FOREIGN_KEYS)).rows,
    columns: (await client.query<Column>(KEYS)).rows,
  }));
  const nouns = new Map<string, string[]>();
  for (const entity of entities) {
    const { table } = describeEntity(entity);
    nouns.set(table, [...(nouns.get(table) ?? []), entity.name]);
  }
  const lines = [
    '# Data model',
    '',
    'Made by `npm run sync` from the entities of `src/domain` and the catalogs of a migrated database; do not edit. Each box is a table with its keys; a line is a foreign key, from the many to the one. All columns stand in [schema/database.sql](../schema/database.sql).',
    '',
    '```mermaid',
    'erDiagram',
  ];
  for (const table of nouns.keys()) lines.push(...boxOf(table, columns, foreignKeys));
  for (const key of foreignKeys.filter(({ from, to }) => nouns.has(from) && nouns.has(to))) lines.push(lineOf(key));
  lines.push('```', '', '| table | class | in the graph |', '|---|---|---|');
  for (const [table, classes] of nouns) {
    lines.push(
      `| \`${table}\` | ${classes.join(', ')} | ${classes.map((name) => describe(name, schema)).find(Boolean) ?? 'internal'} |`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function boxOf(table: string, columns: readonly Column[], foreignKeys: readonly ForeignKey[]): string[] {
  const pointers = new Set(foreignKeys.filter(({ from }) => from === table).map(({ column }) => column));
  const keys = columns.filter((column) => column.table === table && (column.primary || pointers.has(column.column)));
  const rows = keys.map(({ column, type, primary }) => {
    const marks = [primary && 'PK', pointers.has(column) && 'FK'].filter(Boolean).join(', ');
    return `    ${type.replaceAll(' ', '_').replace('[]', '_array')} ${column} ${marks}`;
  });
  return [`  ${table} {`, ...rows, '  }'];
}

const lineOf = ({ from, column, to, nullable, unique }: ForeignKey): string =>
  `  ${from} ${unique ? '|o' : '}o'}--${nullable ? 'o|' : '||'} ${to} : ${column}`;

/** The first sentence of what the graph says of it. */
function describe(name: string, schema: GraphQLSchema): string | null {
  const type = schema.getType(name);
  if (!type || !(isObjectType(type) || isInterfaceType(type))) return null;
  return /^.*?[.:](?=\s|$)/s.exec(type.description ?? '')?.[0].replace(/:$/, '.') ?? type.description ?? null;
}
