import { EarshotError } from '../platform/errors';

/** What is wrong in a source, and where: `path` is a path in the file, such as `documents[0].utterances[3].start`. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** More faults than anybody mends in one go are counted, not listed. */
const SHOWN = 20;

/** A source that was refused. Nothing of it was kept. */
export class ImportError extends EarshotError {
  constructor(
    readonly faults: readonly Fault[],
    source = 'The source',
  ) {
    super('BAD_USER_INPUT', `${source} cannot be imported:\n${list(faults)}`, { faults: faults.slice(0, SHOWN) });
    this.name = 'ImportError';
  }
}

function list(faults: readonly Fault[]): string {
  const lines = faults.slice(0, SHOWN).map(({ path, message }) => `  ${path || '(file)'}: ${message}`);
  if (faults.length > SHOWN) lines.push(`  … and ${faults.length - SHOWN} more`);
  return lines.join('\n');
}

/** Gathers faults, so that a reader of a file learns of all of them at once. */
export class FaultList {
  readonly faults: Fault[] = [];

  add(path: string, message: string): void {
    this.faults.push({ path, message });
  }

  /** Throws when anything was found so far. */
  refuse(source?: string): void {
    if (this.faults.length > 0) throw new ImportError(this.faults, source);
  }
}
