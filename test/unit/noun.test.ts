import { isInterfaceType, isNonNullType, isObjectType } from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { buildGraph } from '../../src/api/schema';
import { entities } from '../../src/domain';
import { isInternal } from '../../src/domain/internal';

const graph = buildGraph();

interface Property {
  readonly name: string;
  readonly nullable: boolean;
  readonly internal: boolean;
}

/** The stored properties of a noun, those of the classes above it included. */
function propertiesOf(entity: { prototype: object; name: string }): Property[] {
  const family = new Set<unknown>();
  for (let p = entity.prototype; p !== Object.prototype; p = Object.getPrototypeOf(p)) family.add(p.constructor);
  return getMetadataArgsStorage()
    .columns.filter(({ target }) => family.has(target))
    .map(({ propertyName: name, options }) => ({
      name,
      nullable: options.nullable === true,
      internal: isInternal(entity, name),
    }));
}

function fieldsOf(name: string) {
  const type = graph.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : null;
}

const nouns = entities.map((entity) => ({
  name: entity.name,
  properties: propertiesOf(entity),
  fields: fieldsOf(entity.name),
}));

test('every column is read by somebody: it is a field, or marked internal', () => {
  const lost = nouns.flatMap(({ name, properties, fields }) =>
    properties.filter((p) => !p.internal && fields && !fields[p.name]).map((p) => `${name}.${p.name}`),
  );
  expect(lost).toEqual([]);
});

/** Null only in rows of the other kind: utterances share a table, and a constraint of it says so. */
const OF_ONE_KIND = ['AnalystComment.kind'];

test('a column that may be null is a field that may be null, and the other way round', () => {
  const apart = nouns.flatMap(({ name, properties, fields }) =>
    properties
      .filter((p) => !p.internal && fields?.[p.name] && !OF_ONE_KIND.includes(`${name}.${p.name}`))
      .filter((p) => p.nullable === isNonNullType(fields?.[p.name]?.type))
      .map(
        (p) =>
          `${name}.${p.name}: the column may${p.nullable ? '' : ' not'} be null, the field is ${fields?.[p.name]?.type}`,
      ),
  );
  expect(apart).toEqual([]);
  expect(nouns.flatMap(({ properties }) => properties).length).toBeGreaterThan(100);
});
