import { readFileSync } from 'node:fs';
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { readDay } from '../../domain/fiscal/day';
import { readInstant } from '../../domain/scalars/instant';
import { ImportError } from '../fault';
import { projectFile } from '../project-file';
import type { NativeFile } from './native-file';

/**
 * Of a longer file only the first fault is told: the validator copies its list of faults for each item that has one, so that finding
 * all of 180 KB of empty documents took minutes.
 */
const ALL_FAULTS_BELOW = 64 * 1024;

const validators = new Map<boolean, ValidateFunction<NativeFile>>();

/** Reads a NATIVE file and holds it against the published schema. Throws an ImportError that lists what is wrong by path. */
export function readNative(text: string): NativeFile {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new ImportError([{ path: '', message: `is no JSON: ${(error as Error).message}` }]);
  }
  const validator = validatorFor(text.length < ALL_FAULTS_BELOW);
  if (validator(file)) return file;
  throw new ImportError((validator.errors ?? []).map((error) => ({ path: pathOf(error), message: messageOf(error) })));
}

function validatorFor(allErrors: boolean): ValidateFunction<NativeFile> {
  const known = validators.get(allErrors);
  if (known) return known;
  const made = compile(allErrors);
  validators.set(allErrors, made);
  return made;
}

function compile(allErrors: boolean): ValidateFunction<NativeFile> {
  const ajv = new Ajv2020({ allErrors, strict: false, allowUnionTypes: true, verbose: true });
  ajv.addFormat('day', (value: string) => readDay(value) !== null);
  ajv.addFormat('instant', (value: string) => readInstant(value) !== null);
  ajv.addFormat('url', (value: string) => /^https?:\/\//.test(value) && URL.canParse(value));
  return ajv.compile<NativeFile>(JSON.parse(readFileSync(projectFile('schema/native.schema.json'), 'utf8')));
}

/** `/documents/0/utterances/3/start` as `documents[0].utterances[3].start`. */
function pathOf({ instancePath, params }: ErrorObject): string {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('');
  const missing = params.missingProperty ?? params.additionalProperty;
  return `${path}${missing ? `.${missing}` : ''}`.replace(/^\./, '');
}

function messageOf({ keyword, message, params, parentSchema }: ErrorObject): string {
  const expected = (parentSchema as { description?: string } | undefined)?.description;
  switch (keyword) {
    case 'required':
      return 'is missing';
    case 'additionalProperties':
      return 'is not known here';
    case 'enum':
      return `must be one of ${params.allowedValues.join(', ')}`;
    default:
      return `${message ?? 'is wrong'}${expected ? ` (${expected})` : ''}`;
  }
}
