import type { ErrorObject } from 'ajv/dist/2020';
import { ImportError } from '../fault';
import type { NativeFile } from './native-file';
import { nativeValidator } from './native-validator';

/** Reads a NATIVE file and holds it against the published schema. Throws an ImportError that lists what is wrong by path. */
export function readNative(text: string): NativeFile {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new ImportError([{ path: '', message: `is no JSON: ${(error as Error).message}` }]);
  }
  const isValid = nativeValidator();
  if (isValid(file)) return file;
  throw new ImportError((isValid.errors ?? []).map((error) => ({ path: pathOf(error), message: messageOf(error) })));
}

/** `/documents/0/utterances/3/start` as `documents[0].utterances[3].start`. */
function pathOf({ instancePath, params }: ErrorObject): string {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('');
  const missing = params.missingProperty;
  return `${path}${missing ? `.${missing}` : ''}`.replace(/^\./, '');
}

function messageOf({ keyword, message, params, parentSchema }: ErrorObject): string {
  const expected = (parentSchema as { description?: string } | undefined)?.description;
  switch (keyword) {
    case 'required':
      return 'is missing';
    case 'isUnknown':
      return 'is not known here';
    case 'enum':
      return `must be one of ${params.allowedValues.join(', ')}`;
    default:
      return `${message ?? 'is wrong'}${expected ? ` (${expected})` : ''}`;
  }
}
