import { readFileSync } from 'node:fs';
import Ajv2020, { _, type AnySchema, type KeywordCxt, Name, type ValidateFunction } from 'ajv/dist/2020';
import { readDay } from '../../domain/fiscal/day';
import { readInstant } from '../../domain/scalars/instant';
import { MOST_FAULTS } from '../fault';
import { projectFile } from '../project-file';
import type { NativeFile } from './native-file';

let validator: ValidateFunction<NativeFile> | null = null;

/** Holds a file against the published schema, and finds all that is wrong with it, up to some more than anybody mends in one go. */
export function nativeValidator(): ValidateFunction<NativeFile> {
  validator ??= compile();
  return validator;
}

function compile(): ValidateFunction<NativeFile> {
  const ajv = new Ajv2020({ allErrors: true, strict: false, allowUnionTypes: true, verbose: true });
  ajv.addFormat('day', (value: string) => readDay(value) !== null);
  ajv.addFormat('instant', (value: string) => readInstant(value) !== null);
  ajv.addFormat('url', (value: string) => /^https?:\/\//.test(value) && URL.canParse(value));
  ajv.addKeyword({ keyword: STOP, code: stopAtMany });
  ajv.addKeyword({
    keyword: UNKNOWN,
    error: { message: 'is not known here' },
    code: (context) => context.fail(_`true`),
  });
  return ajv.compile<NativeFile>(bounded(JSON.parse(readFileSync(projectFile('schema/native.schema.json'), 'utf8'))));
}

const STOP = 'stopsAtMany';
const UNKNOWN = 'isUnknown';

/** Names that the validator's generated code has for the faults of the function that it stands in. */
const FAULTS = new Name('vErrors');
const COUNT = new Name('errors');

/**
 * Ends the function around it once there are many faults. The validator copies its list of faults for each item that has one, so that
 * all faults of 60 KB of empty documents took 16 seconds; and a list of them may take a hundred times the memory of the file.
 */
function stopAtMany({ gen, it }: KeywordCxt): void {
  gen.if(_`${COUNT} > ${MOST_FAULTS}`, () => {
    gen.assign(_`${it.validateName}.errors`, FAULTS);
    gen.return(false);
  });
}

/** The schema, with a stop wherever a loop over what the file holds could go on for as long as the file is. */
function bounded(schema: unknown): AnySchema {
  if (Array.isArray(schema)) return schema.map(bounded) as unknown as AnySchema;
  if (typeof schema !== 'object' || schema === null) return schema as AnySchema;
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (key === 'items' && isObject(value)) return [key, { ...(bounded(value) as object), [STOP]: true }];
    if (key === 'additionalProperties' && value === false) return [key, { [UNKNOWN]: true, [STOP]: true }];
    return [key, bounded(value)];
  });
  return Object.fromEntries(entries);
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
