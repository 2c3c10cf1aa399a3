import type { Client } from 'pg';
import type { NodeType } from '../../domain/global-id';

/** Announced under this name, beside the reference nodes. */
export const MERGED_TABLE = 'merged_node';

/** Where ids lead whose nodes were found to be others: few, and all in memory. */
export class MergedIds {
  #successors = new Map<string, number>();

  /** Whether anything has changed. */
  async load(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ type: string; old_id: number; new_id: number }>(
      `SELECT type, old_id, new_id FROM ${MERGED_TABLE}`,
    );
    const successors = new Map(rows.map(({ type, old_id, new_id }) => [`${type}:${old_id}`, new_id]));
    const before = this.#successors;
    this.#successors = successors;
    return successors.size !== before.size || [...successors].some(([id, successor]) => before.get(id) !== successor);
  }

  /** The key of the node that the id stands for now: its own, where it was never merged into another. */
  currentKey(type: NodeType, key: number): number {
    return this.#successors.size === 0 ? key : (this.#successors.get(`${type}:${key}`) ?? key);
  }
}
