import { Command } from 'commander';
import { messageOf, OperatorError } from '../platform/operator-error';
import { addExtract } from './extract';
import { addKeys } from './keys';
import { addMigrate } from './migrate';
import { addSample } from './sample';
import { addServe } from './serve';
import { addSync } from './sync';

/** Reads the command line and runs the command. Faults that a person can mend are printed without a stack. */
export async function run(argv: readonly string[]): Promise<void> {
  const program = new Command('earshot')
    .description('Earnings commentary as a GraphQL graph over Postgres.')
    .addHelpText('after', '\nSettings come from the environment and from .env; .env.example lists them.')
    .showHelpAfterError();
  for (const add of [addServe, addMigrate, addSample, addExtract, addKeys, addSync]) add(program);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.stderr.write(
      `${error instanceof OperatorError ? error.message : ((error as Error).stack ?? messageOf(error))}\n`,
    );
    process.exitCode = error instanceof OperatorError ? error.exitCode : 1;
  }
}
