import { shorten } from '../domain/shorten';
import { EarshotError } from '../platform/errors';

/** What is wrong in a source, and where: `path` is a path in the file, such as `documents[0].utterances[3].start`. */
export interface Fault {
  readonly path: string;
  readonly message: string;
  /**
   * For programs, where more is known than that it cannot be read: it was taken down; a name is nobody's, or several people's; it was
   * read and could not be stored; reading it took too long.
   */
  readonly code?: 'REMOVED' | 'UNKNOWN' | 'AMBIGUOUS' | 'NOT_STORED' | 'TOO_SLOW';
}

/** More faults than anybody mends in one go are not looked for, or not listed. */
export const MOST_FAULTS = 50;
/** Of those, what stands in the message of an error. */
const SHOWN = 20;

/** Broken files put megabytes where a key or a name should be; nobody reads more than this of it. */
const LONGEST = 2000;

/** A source that was refused. Nothing of it was kept. */
export class ImportError extends EarshotError {
  readonly faults: readonly Fault[];

  constructor(found: readonly Fault[], source = 'The source') {
    const faults = cut(found).map((fault) => ({
      ...fault,
      path: shorten(fault.path, LONGEST),
      message: shorten(fault.message, LONGEST),
    }));
    super('BAD_USER_INPUT', `${source} cannot be imported:\n${list(faults)}`, { faults: faults.slice(0, SHOWN) });
    this.name = 'ImportError';
    this.faults = faults;
  }
}

function list(faults: readonly Fault[]): string {
  const lines = faults.slice(0, SHOWN).map(({ path, message }) => `  ${path || '(file)'}: ${message}`);
  if (faults.length > SHOWN) lines.push(`  … and ${faults.length - SHOWN} more`);
  return lines.join('\n');
}

/** What was found, up to the most that is listed, and that there is more. */
function cut(found: readonly Fault[]): readonly Fault[] {
  if (found.length <= MOST_FAULTS) return found;
  const message = `has further faults, which are not listed; mend the first ${MOST_FAULTS}`;
  return [...found.slice(0, MOST_FAULTS), { path: '', message }];
}

/** Gathers faults, so that a reader of a file learns of all of them at once. */
export class FaultList {
  readonly faults: Fault[] = [];

  /** Beyond the most that is listed none is kept. */
  add(path: string, message: string): void {
    if (this.faults.length <= MOST_FAULTS) this.faults.push({ path, message });
  }

  /** Throws when anything was found so far. */
  refuse(source?: string): void {
    if (this.faults.length > 0) throw new ImportError(this.faults, source);
  }
}
