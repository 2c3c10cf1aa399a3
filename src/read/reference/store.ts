import type { Client } from 'pg';
import { selectList } from '../dictionary';
import { BUDGETED, REFERENCE_CLASSES, REFERENCE_KINDS, type ReferenceKind, type ReferenceNode } from './kinds';
import { MergedIds } from './merged-ids';
import { Shelf } from './shelf';

/** What a budgeted node weighs in memory, roughly, in bytes: measured with names of common length. */
const NODE_BYTES = 512;

type Shelves = { [K in ReferenceKind]: Shelf<ReferenceNode<K>> };

/** Reference nodes of one database. Kept true by ReferenceListener; read by operations. */
export class ReferenceStore {
  readonly shelves: Shelves;
  readonly merged = new MergedIds();
  /** Grows with every change; ready texts made from nodes are kept under it. */
  generation = 0;

  /** `budget`: bytes for each of the kinds that may outgrow memory. */
  constructor(readonly budget: number) {
    const shelves: Partial<Record<ReferenceKind, unknown>> = {};
    for (const kind of REFERENCE_KINDS) shelves[kind] = new Shelf(this.capacityOf(kind));
    this.shelves = shelves as Shelves;
  }

  capacityOf(kind: ReferenceKind): number {
    return BUDGETED.has(kind) ? Math.max(1, Math.floor(this.budget / NODE_BYTES)) : Number.POSITIVE_INFINITY;
  }

  get complete(): boolean {
    return REFERENCE_KINDS.every((kind) => this.shelves[kind].complete);
  }

  async loadAll(client: Client): Promise<void> {
    for (const kind of REFERENCE_KINDS) await this.reload(client, kind);
    await this.reloadMerged(client);
  }

  async reloadMerged(client: Client): Promise<void> {
    if (await this.merged.load(client)) this.generation++;
  }

  async reload(client: Client, kind: ReferenceKind): Promise<void> {
    const capacity = this.capacityOf(kind);
    const limit = Number.isFinite(capacity) ? `ORDER BY id DESC LIMIT ${capacity + 1}` : 'ORDER BY id';
    const { rows } = await client.query(`SELECT ${columnsOf(kind)} FROM ${kind} t ${limit}`);
    const complete = rows.length <= capacity;
    const nodes = rows.slice(0, complete ? undefined : capacity).map((row) => makeNode(kind, row));
    this.shelfOf(kind).fill(complete ? nodes.reverse().sort((a, b) => a.id - b.id) : nodes.reverse(), complete);
    this.generation++;
  }

  /** Reads again what one transaction wrote. Kinds kept in part take only what they hold already. */
  refresh(client: Client, kind: ReferenceKind, version: string): Promise<void> {
    return this.#refresh(client, kind, 'version = $1', version);
  }

  /** The same for what this transaction and all after it wrote. */
  refreshSince(client: Client, kind: ReferenceKind, version: string): Promise<void> {
    return this.#refresh(client, kind, 'version >= $1', version);
  }

  async #refresh(client: Client, kind: ReferenceKind, where: string, version: string): Promise<void> {
    const shelf = this.shelfOf(kind);
    const limit = this.capacityOf(kind);
    const { rows } = await client.query(
      `SELECT ${columnsOf(kind)} FROM ${kind} t WHERE ${where} ${Number.isFinite(limit) ? `LIMIT ${limit + 1}` : ''}`,
      [version],
    );
    const nodes = rows.map((row) => makeNode(kind, row));
    shelf.put(shelf.complete ? nodes : nodes.filter((node) => shelf.get(node.id)));
    this.generation++;
  }

  put(kind: ReferenceKind, rows: readonly object[]): { id: number }[] {
    const nodes = rows.map((row) => makeNode(kind, row));
    const shelf = this.shelfOf(kind);
    // A complete shelf learns of new nodes here earlier than through its listener; both are the committed row.
    shelf.put(nodes);
    this.generation++;
    return nodes;
  }

  shelfOf(kind: ReferenceKind): Shelf<{ id: number }> {
    return this.shelves[kind] as unknown as Shelf<{ id: number }>;
  }
}

export function columnsOf(kind: ReferenceKind): string {
  return selectList(REFERENCE_CLASSES[kind], 't');
}

function makeNode(kind: ReferenceKind, row: object): { id: number } {
  return Object.freeze(Object.assign(Object.create(REFERENCE_CLASSES[kind].prototype), row));
}
