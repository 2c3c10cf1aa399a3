import type { GraphQLSchema } from 'graphql';
import type { LongText } from '../../platform/long-text';
import type { FragmentCache } from '../fragments';
import { NeedLookup } from '../need';
import type { Operation } from '../operation';
import type { ReferenceStore } from '../reference/store';
import { Assembler } from './assemble';
import type { Variables } from './collect';
import { Gatherer } from './gather';
import type { Selection } from './selection';

/** What the compiled executor has in memory, whoever asks. */
export interface Memory {
  readonly schema: GraphQLSchema;
  readonly store: ReferenceStore;
  readonly fragments: FragmentCache;
}

/** The executor of what is compiled: the text of `data`. What reads can be run again where its connection was lost. */
export async function executeSafely(
  plan: Selection,
  variables: Variables,
  op: Operation,
  memory: Memory,
): Promise<LongText> {
  try {
    return await execute(plan, variables, op, memory);
  } catch (error) {
    if (await op.startOver()) return execute(plan, variables, op, memory);
    throw error;
  }
}

async function execute(
  plan: Selection,
  variables: Variables,
  op: Operation,
  { schema, store, fragments }: Memory,
): Promise<LongText> {
  const root = {};
  const attempt = async (everywhere: boolean): Promise<LongText> => {
    const gatherer = new Gatherer(schema, op, variables, everywhere);
    if (everywhere || plan.reaches) await gatherer.run(plan, root);
    // Only when everything is read: until then nodes may have changed.
    if (!everywhere) fragments.renew(store.generation, op.today);
    return new Assembler(schema, op, gatherer, everywhere ? null : fragments).write(plan, root);
  };
  if (!store.complete) return attempt(true);
  try {
    return await attempt(false);
  } catch (error) {
    // A row points to a node younger than memory: read again, looking up whatever memory lacks.
    if (error instanceof NeedLookup) return attempt(true);
    throw error;
  }
}
