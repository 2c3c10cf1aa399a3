import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_DAY } from './store/day-shape';
import { type Foretold, foretell } from './store/foretell';
import { BY_PLACE } from './store/place-shape';
import { isSwapped, release, swapTables } from './store/swap-tables';

/**
 * One order of speaking, packed into a column, one index for each way into it, and mentions that are found without their utterances. The
 * two big tables are made anew beside the old ones, with their ids, while readers go on.
 */
export class OrderByPlace20261129001000 implements MigrationInterface {
  name = 'OrderByPlace20261129001000';
  /** What it makes beside the old tables outlives a try that did not get its lock. */
  transaction = false;

  foretell(runner: QueryRunner): Promise<Foretold | null> {
    return foretell(runner, BY_PLACE.tables);
  }

  async up(runner: QueryRunner): Promise<void> {
    if (await isToDo(runner, true)) await swapTables(runner, BY_PLACE);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The executor begins a transaction in any case, and notes in it what is undone.
    await runner.commitTransaction();
    if (await isToDo(runner, false)) await swapTables(runner, BY_DAY);
    await runner.startTransaction();
  }

  abandon(runner: QueryRunner): Promise<void> {
    return release(runner);
  }
}

/** A run may have been killed between its last step and its note, or between two steps. */
async function isToDo(runner: QueryRunner, wanted: boolean): Promise<boolean> {
  const [{ found }] = await runner.query(
    "SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'utterance'::regclass AND attname = 'place') AS found",
  );
  return found !== wanted || isSwapped(runner);
}
