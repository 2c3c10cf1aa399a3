import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printGraph } from '../../src/api/print-graph';
import { buildGraph } from '../../src/api/schema';
import { printNativeSchema } from '../../src/ingest/native/print-schema';
import { listCoordinates } from '../support/coordinates';

test('schema/schema.graphql is what the classes declare; `npm run sync` writes it', () => {
  const printed = readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8');
  expect(printGraph()).toBe(printed);
});

test('schema/native.schema.json is what the form is defined as; `npm run sync` writes it', () => {
  const printed = readFileSync(join(__dirname, '../../schema/native.schema.json'), 'utf8');
  expect(printNativeSchema()).toBe(printed);
});

test('every type, field, argument, input field and enum value says what it is', () => {
  const silent = listCoordinates(buildGraph()).filter(({ description }) => description === '');
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('a description is a sentence or two: it begins with a capital or a code and ends with a full stop', () => {
  const crooked = listCoordinates(buildGraph()).filter(
    ({ description }) => !/^[A-Z0-9`]/.test(description) || !/[.!?)`]$/.test(description),
  );
  expect(crooked.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
});
