import { getMetadataArgsStorage } from 'typeorm';

/** A stored property of a noun and the column it lies in. */
export interface StoredColumn {
  readonly property: string;
  readonly column: string;
}

// biome-ignore lint/suspicious/noExplicitAny: entity classes differ in their constructors, which nobody calls here
export type EntityClass<T = object> = abstract new (...args: any[]) => T;

const known = new Map<EntityClass, { table: string; columns: readonly StoredColumn[] }>();

/** Columns that no row travels with: too large, or nothing that a reader may have. Edges of their own ask for what may be given out. */
export const UNSEEN: ReadonlySet<string> = new Set([
  'document.text',
  'document.raw',
  'document.excerpt',
  'utterance.words',
  'utterance.lexemes',
  'claim.label_words',
  'claim.subject_words',
]);

/** Table and columns of a noun, from the decorators of its class; read once, frozen then. */
export function describeEntity(entity: EntityClass): { table: string; columns: readonly StoredColumn[] } {
  const cached = known.get(entity);
  if (cached) return cached;
  const storage = getMetadataArgsStorage();
  const family = lineage(entity);
  const table = storage.tables.find((t) => family.includes(t.target as EntityClass) && t.type !== 'entity-child');
  if (!table?.name) throw new Error(`${entity.name} is no entity`);
  const children = storage.tables
    .filter((t) => t.type === 'entity-child' && lineage(t.target as EntityClass).includes(entity))
    .map((t) => t.target as EntityClass);
  const targets = [...family, ...children];
  const seen = new Set<string>();
  const columns: StoredColumn[] = [];
  for (const column of storage.columns) {
    if (!targets.includes(column.target as EntityClass) || seen.has(column.propertyName)) continue;
    const name = column.options.name ?? column.propertyName;
    if (UNSEEN.has(`${table.name}.${name}`)) continue;
    seen.add(column.propertyName);
    columns.push({ property: column.propertyName, column: name });
  }
  const described = Object.freeze({ table: table.name, columns: Object.freeze(columns) });
  known.set(entity, described);
  return described;
}

/** `u.speaker_label AS "speakerLabel", …` for all columns, or for the wanted ones. */
export function selectList(entity: EntityClass, alias: string, wanted?: ReadonlySet<string>): string {
  return describeEntity(entity)
    .columns.filter((c) => !wanted || wanted.has(c.property))
    .map((c) => (c.column === c.property ? `${alias}.${c.column}` : `${alias}.${c.column} AS "${c.property}"`))
    .join(', ');
}

function lineage(entity: EntityClass): EntityClass[] {
  const classes: EntityClass[] = [];
  for (let c: unknown = entity; typeof c === 'function' && c !== Function.prototype; c = Object.getPrototypeOf(c)) {
    classes.push(c as EntityClass);
  }
  return classes;
}
