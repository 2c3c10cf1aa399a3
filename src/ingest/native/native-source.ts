import { isUtf8 } from 'node:buffer';
import { ImportFormat } from '../../domain/import-format';
import { ImportError } from '../fault';
import type { Source } from '../source';
import { readNative } from './read-native';
import type { NativeFile } from './schema';

const MARK = /"format"\s*:\s*"earshot\/\d+"/;

/** Whether a source is a NATIVE file: it is named as one, or says so itself. */
export function isNative(source: Source, format: ImportFormat = ImportFormat.AUTO): boolean {
  if (format !== ImportFormat.AUTO) return format === ImportFormat.NATIVE;
  return MARK.test(Buffer.from(source.bytes.subarray(0, 4096)).toString('latin1'));
}

/** The file in a source. Throws an ImportError that lists what is wrong by path. */
export const readNativeSource = (source: Source): NativeFile =>
  readNative(source.text((bytes) => decodeUtf8(bytes, source.name)));

function decodeUtf8(bytes: Uint8Array, name: string): string {
  if (!isUtf8(bytes))
    throw new ImportError([{ path: '', message: 'is no UTF-8 text, as a file of the NATIVE form is' }], name);
  return new TextDecoder().decode(bytes);
}
