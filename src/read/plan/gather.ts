import type { GraphQLSchema } from 'graphql';
import type { Row } from '../client-pool';
import type { Connection } from '../connection/connection';
import { loadSource, type Part } from '../connection/part/part';
import type { Args, Load } from '../load';
import { mapNeeding, NeedLookup } from '../need';
import type { Operation } from '../operation';
import { presentArgs } from '../present-args';
import { keepLookups, lookupStatements } from '../reference/lookup';
import type { Statement } from '../sql/sql';
import type { Variables } from './collect';
import { propertyOf } from './property';
import type { PlanField, Selection, Share } from './selection';
import { concreteType } from './type-of';

/** Values of the fields that may need the database, by field and parent. */
export type Gathered = Map<PlanField, Map<object, unknown>>;

/** Work that waits for rows. */
interface Pending {
  readonly statements: readonly Statement[];
  resume(results: readonly (readonly Row[])[]): void;
}

/**
 * Reads everything that a plan needs, level by level: all statements of a level, whatever their fields, travel in one write.
 * A level is what can be asked with the keys known so far.
 */
export class Gatherer {
  /** Null until there is one: what is all in memory gathers nothing. */
  #values: Gathered | null = null;
  #args: Map<PlanField, Args> | null = null;
  #loads: Map<Share, SharedLoad> | null = null;
  #pending: Pending[] = [];
  #level = 0;
  /** Whether levels come as the plan foresees: a look-up puts one more between them. */
  #exact = true;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly op: Operation,
    private readonly variables: Variables,
    /** Walk branches of pure memory too, because memory may lack nodes. */
    readonly everywhere: boolean,
  ) {}

  argsOf(field: PlanField): Args {
    if (field.args) return field.args;
    let args = this.#args?.get(field);
    if (!args) {
      args = presentArgs(field.field.args, field.makeArgs(this.variables));
      this.#args ??= new Map();
      this.#args.set(field, args);
    }
    return args;
  }

  /** By parent, where the field was gathered. */
  valuesOf(field: PlanField): ReadonlyMap<object, unknown> | undefined {
    return this.#values?.get(field);
  }

  async run(selection: Selection, root: object): Promise<void> {
    this.#visit(selection, [root]);
    while (this.#pending.length > 0) {
      const level = this.#pending;
      this.#pending = [];
      const statements = level.flatMap((pending) => pending.statements);
      this.#level++;
      const results =
        statements.length > 0 ? await this.op.run(statements, this.#exact && this.#level >= selection.levels) : [];
      let at = 0;
      for (const { statements: own, resume } of level) {
        resume(results.slice(at, at + own.length));
        at += own.length;
      }
    }
  }

  #visit(selection: Selection, parents: readonly object[]): void {
    if (parents.length === 0) return;
    for (const field of selection.fields) {
      if (field.role === 'typename' || !(field.reaches || this.everywhere)) continue;
      this.#gather(field, parents);
    }
  }

  #gather(field: PlanField, parents: readonly object[]): void {
    const keep = (values: readonly unknown[]): void => {
      this.#values ??= new Map();
      const known = this.#values.get(field) ?? new Map<object, unknown>();
      parents.forEach((parent, i) => {
        known.set(parent, values[i]);
      });
      this.#values.set(field, known);
      this.#descend(field, values);
    };
    this.#attempt(() => {
      const { edge } = field;
      if (!edge) return keep(parents.map((parent) => propertyOf(parent, field.name)));
      const args = this.argsOf(field);
      switch (edge.kind) {
        case 'value':
          return keep(mapNeeding(parents, (parent) => edge.get(parent, args, this.op)));
        case 'connection':
          return keep(mapNeeding(parents, (parent) => edge.open(parent, args, this.op)));
        case 'load':
          return this.#await(edge.load(parents, args, this.op), keep);
        case 'part':
          return this.#load(field, edge, parents as readonly Connection[], keep);
      }
    });
  }

  /** Runs it; what it misses is looked up with the next level, and then it runs again. */
  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof NeedLookup)) throw error;
      this.#exact = false;
      const { statements, groups } = lookupStatements(error.needs);
      this.#pending.push({
        statements,
        resume: (results) => {
          keepLookups(this.op.view, groups, results);
          this.#attempt(work);
        },
      });
    }
  }

  #await(batch: Load, keep: (values: readonly unknown[]) => void): void {
    const resume = (results: readonly (readonly Row[])[]) => this.#attempt(() => keep(batch.finish(results)));
    if (batch.statements.length === 0) resume([]);
    else this.#pending.push({ statements: batch.statements, resume });
  }

  /** Parts that share a load of the same connections wait for it together. */
  #load(
    field: PlanField,
    part: Part,
    connections: readonly Connection[],
    keep: (values: readonly unknown[]) => void,
  ): void {
    const finish = (results: readonly unknown[]) => keep(results.map((result) => part.show(result)));
    const share = field.share as Share;
    const known = this.#loads?.get(share);
    if (
      known &&
      known.connections.length === connections.length &&
      known.connections.every((c, i) => c === connections[i])
    ) {
      if (known.results) finish(known.results);
      else known.waiting.push(finish);
      return;
    }
    // May throw NeedLookup, and is then made again: until it is made there is nothing to share.
    const load = loadSource(part.source, connections, this.argsOf(field), this.op, share.columns);
    const entry: SharedLoad = { connections, results: null, waiting: [finish] };
    this.#loads ??= new Map();
    this.#loads.set(share, entry);
    this.#await(load, (results) => {
      entry.results = results;
      for (const waiting of entry.waiting.splice(0)) waiting(results);
    });
  }

  #descend(field: PlanField, values: readonly unknown[]): void {
    if (!field.child || !(field.reachesBelow || this.everywhere)) return;
    const byType = new Map<Selection, object[]>();
    const add = (value: unknown): void => {
      if (value == null) return;
      if (Array.isArray(value)) {
        for (const item of value) add(item);
        return;
      }
      const selection = field.child?.(concreteType(this.schema, field.named, value as object)) as Selection;
      const list = byType.get(selection);
      if (list) list.push(value as object);
      else byType.set(selection, [value as object]);
    };
    for (const value of values) add(value);
    for (const [selection, objects] of byType) {
      if (selection.reaches || this.everywhere) this.#visit(selection, [...new Set(objects)]);
    }
  }
}

interface SharedLoad {
  readonly connections: readonly Connection[];
  results: readonly unknown[] | null;
  readonly waiting: ((results: readonly unknown[]) => void)[];
}
