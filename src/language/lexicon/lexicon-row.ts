import type { z } from 'zod';
import { lexiconFault, lexiconFiles } from './lexicon-file';

/**
 * The rows of a table, `given-names.csv`, as objects by the names of its first line; all of its files, ours first. Cells have neither
 * commas nor quotation marks; a line that is empty or begins with # is passed over. Throws an OperatorError that names file and line.
 */
export function readRows<T>(name: string, row: z.ZodType<T>): T[] {
  return lexiconFiles(name).flatMap(({ path, text }) => {
    const [head = '', ...lines] = text.split(/\r?\n/);
    const columns = head.split(',').map((column) => column.trim());
    return lines.flatMap((line, at) => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const cells = line.split(',').map((cell) => cell.trim());
      if (cells.length > columns.length)
        throw lexiconFault(path, at + 2, `has ${cells.length} cells for the ${columns.length} columns ${head}`);
      const read = row.safeParse(Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])));
      if (read.success) return [read.data];
      const [issue] = read.error.issues;
      throw lexiconFault(path, at + 2, `${issue?.path.join('.') || 'the row'}: ${issue?.message}`);
    });
  });
}
