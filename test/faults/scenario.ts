import type { OwnPostgres } from './own-postgres';
import type { ServerProcess } from './server';

/** What a scenario has to work with. Everything in it is taken down after it, whatever happened. */
export interface World {
  readonly postgres: OwnPostgres;
  /** A database of the scenario's own, filled with made-up statements. */
  readonly databaseUrl: string;
  /** One without a schema. */
  makeEmptyDatabase(): Promise<string>;
  /** One with the schema, the catalogue and nothing else. */
  makeMigratedDatabase(): Promise<string>;
  serve(databaseUrl: string, env?: Record<string, string>): Promise<ServerProcess>;
  /** Run after the scenario, last one first. */
  afterwards(undo: () => unknown): void;
  /** Spans and counts: a tenth of them in a quick run. */
  readonly scale: number;
}

export interface Outcome {
  /** What an operator would want to know, in one line. */
  readonly happened: string;
  /** Whether somebody was refused, or had to wait longer than on a good day. */
  readonly degraded: boolean;
  /** What should not have been; empty is right. */
  readonly wrongs: readonly string[];
}

export interface Scenario {
  readonly name: string;
  readonly title: string;
  run(world: World): Promise<Outcome>;
}

/** Collects what should not have been. */
export class Findings {
  readonly wrongs: string[] = [];
  readonly told: string[] = [];
  degraded = false;

  /** Names what is wrong where the condition does not hold. */
  expect(holds: boolean, wrong: string): void {
    if (!holds) this.wrongs.push(wrong);
  }

  tell(what: string): void {
    this.told.push(what);
  }

  outcome(): Outcome {
    return { happened: this.told.join('; '), degraded: this.degraded, wrongs: this.wrongs };
  }
}
