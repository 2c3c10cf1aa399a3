import { withClient } from './session';

/** Queries over the catalogs, each a list of lines. Written so that Postgres 15 to 18 give the same text. */
const SECTIONS: readonly [title: string, query: string][] = [
  [
    'extensions',
    "SELECT format('CREATE EXTENSION %I;', extname) AS line FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname",
  ],
  [
    'text search configurations',
    `SELECT format('%s: %s with %s', c.cfgname, string_agg(t.alias, ', ' ORDER BY t.alias), m.dicts) AS line FROM pg_ts_config c
     CROSS JOIN LATERAL (SELECT maptokentype, string_agg(mapdict::regdictionary::text, ', ' ORDER BY mapseqno) AS dicts
       FROM pg_ts_config_map WHERE mapcfg = c.oid GROUP BY maptokentype) m
     JOIN ts_token_type('pg_catalog.default') t ON t.tokid = m.maptokentype
     WHERE c.cfgnamespace = 'public'::regnamespace GROUP BY c.cfgname, m.dicts ORDER BY c.cfgname, m.dicts`,
  ],
  [
    'functions',
    `SELECT pg_get_functiondef(p.oid) || ';' AS line FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e') ORDER BY p.proname`,
  ],
  [
    'columns',
    `SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
       CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
       CASE WHEN a.attidentity <> '' THEN ' IDENTITY' WHEN a.attgenerated <> '' THEN ' GENERATED ' || pg_get_expr(d.adbin, d.adrelid)
         WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END) AS line
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('schema_migration') ORDER BY c.relname, a.attnum`,
  ],
  [
    'constraints',
    // Postgres 18 lists NOT NULL here as well (contype n); the columns say it already.
    `SELECT format('%s: %s %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) AS line FROM pg_constraint k
     WHERE k.connamespace = 'public'::regnamespace AND k.contype IN ('c', 'f', 'p', 'u', 'x') AND k.conrelid <> 0
       AND k.conrelid::regclass::text <> 'schema_migration' ORDER BY k.conrelid::regclass::text, k.conname`,
  ],
  [
    'indexes',
    `SELECT indexdef || ';' AS line FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_migration' ORDER BY tablename, indexname`,
  ],
  [
    'triggers',
    `SELECT pg_get_triggerdef(t.oid) || ';' AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname, t.tgname`,
  ],
];

/** The schema of a migrated database in one stable form, for reading and for comparing; not for running. */
export function printDatabaseSchema(url: string): Promise<string> {
  return withClient(url, async (client) => {
    let out = '-- Made by `npm run sync` from the catalogs of a migrated database; do not edit.\n';
    for (const [title, query] of SECTIONS) {
      const { rows } = await client.query<{ line: string }>(query);
      out += `\n-- ${title}\n${rows.map(({ line }) => line).join('\n')}\n`;
    }
    return out;
  });
}
