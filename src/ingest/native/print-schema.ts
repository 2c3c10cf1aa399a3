import * as z from 'zod';
import { nativeFile } from './schema';

/** schema/native.schema.json: the NATIVE form for editors and other programs. */
export function printNativeSchema(): string {
  const { $schema, $defs, ...rest } = z.toJSONSchema(nativeFile, { io: 'input' });
  const published = {
    $schema,
    $id: 'urn:earshot:native:1',
    title: 'Earshot NATIVE, version 1',
    description:
      'Everything the graph knows, in a form that people can write. Things refer to each other by natural keys: slugs, names, periods, symbols. docs/native-format.md explains it with examples.',
    ...rest,
    $defs,
  };
  return `${JSON.stringify(published, null, 2)}\n`;
}
