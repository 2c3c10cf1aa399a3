import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { ImportError } from '../ingest/fault';
import { EXIT_CODES, messageOf, OperatorError } from '../platform/operator-error';
import { projectFile } from '../platform/project-file';
import { addAllowAgain } from './allow-again';
import { addAsk } from './ask';
import { addAudit } from './audit';
import { addBackup } from './backup';
import { asOperatorError } from './database-fault';
import { addDocuments } from './documents';
import { addExplain } from './explain';
import { addExtract } from './extract';
import { addForget } from './forget';
import { addImport } from './import';
import { addKeys } from './keys';
import { addMerge } from './merge';
import { addMigrate } from './migrate';
import { addRemove } from './remove';
import { addRemovePerson } from './remove-person';
import { addRestore } from './restore';
import { addRetag } from './retag';
import { addSample } from './sample';
import { addSearch } from './search';
import { addServe } from './serve';
import { addSync } from './sync';
import { addTextAccess } from './text-access';
import { addVerify } from './verify';
import { addWatch } from './watch';

/** Reads the command line and runs the command. Faults that a person can mend are printed without a stack. */
export async function run(argv: readonly string[]): Promise<void> {
  const program = new Command('earshot')
    .description('Earnings commentary as a GraphQL graph over Postgres.')
    .version(readVersion(), '-V, --version', 'print the version')
    .addHelpText(
      'after',
      '\nSettings come from the environment and from .env; .env.example lists them.' +
        '\nExit codes: 0 done, 1 an unforeseen fault, 2 wrong arguments or settings, 3 somebody else holds what is needed,' +
        '\n4 the database cannot be used, 5 refused because it would overwrite something, 6 a document cannot be read,\n7 stopped before the end, 8 nothing was found in a document, 9 `verify` found differences.',
    )
    .showHelpAfterError('(--help tells more)')
    .exitOverride();
  for (const add of [
    addServe,
    addMigrate,
    addSample,
    addAsk,
    addSearch,
    addImport,
    addWatch,
    addExtract,
    addDocuments,
    addForget,
    addRemove,
    addRemovePerson,
    addAllowAgain,
    addTextAccess,
    addMerge,
    addRetag,
    addVerify,
    addKeys,
    addAudit,
    addExplain,
    addBackup,
    addRestore,
    addSync,
  ])
    add(program);
  process.stdout.on('error', whenNobodyReads);
  try {
    await program.parseAsync([...argv.slice(0, 2), ...withCommand(argv.slice(2))]);
  } catch (error) {
    // Commander has printed its own words by then: the help that was asked for, or what is wrong with the arguments.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT_CODES.usage;
    else report(error, argv.includes('--json'));
  }
}

/**
 * Without a command, `serve` is meant. It is named here because commander's own default would take every unknown word for an argument of
 * it, and could not say which command was meant instead.
 */
function withCommand(args: readonly string[]): readonly string[] {
  const isAboutProgram = args.some((arg) => ['-h', '--help', '-V', '--version'].includes(arg));
  return isAboutProgram || args.some((arg) => !arg.startsWith('-')) ? args : ['serve', ...args];
}

function readVersion(): string {
  return JSON.parse(readFileSync(projectFile('package.json'), 'utf8')).version;
}

/** `| head` has seen enough; that is no fault of the command, and what it does beside printing is still to be done. */
function whenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function report(thrown: unknown, json: boolean): void {
  const error = asOperatorError(thrown);
  const known = error instanceof OperatorError || error instanceof ImportError;
  if (error instanceof ImportError) process.exitCode = EXIT_CODES.unreadable;
  else process.exitCode = error instanceof OperatorError ? error.exitCode : 1;
  const text = known ? error.message : ((error as Error).stack ?? messageOf(error));
  const fault = { error: { code: process.exitCode, reason: reasonOf(error), message: text } };
  process.stderr.write(json ? `${JSON.stringify(fault)}\n` : `${text}\n`);
}

function reasonOf(error: unknown): string {
  if (error instanceof ImportError) return 'unreadable';
  return error instanceof OperatorError ? error.reason : 'unforeseen';
}
