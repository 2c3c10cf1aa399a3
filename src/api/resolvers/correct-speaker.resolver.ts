import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { parseGlobalId, printGlobalId } from '../../domain/global-id';
import type { Refusal } from '../../ingest/ingest';
import { follow } from '../../read/plan/walk';
import { demandScope } from '../caller';
import type { Context } from '../context';
import { CorrectSpeakerInput } from '../inputs/correct-speaker.input';
import { CorrectSpeakerPayload } from '../types/correct-speaker-payload';

/** As many as `nodes` gives out at once. */
const MOST_UTTERANCES = 200;
const LONGEST_REASON = 2_000;

@Resolver()
export class CorrectSpeakerResolver {
  @Mutation(() => CorrectSpeakerPayload, {
    description:
      'Gives words to their true speaker; the old reading is kept as a revision. Needs an API key with the scope `import`.',
  })
  async correctSpeaker(
    @Arg('input', () => CorrectSpeakerInput, { description: 'Which words, whose they are, and why.' })
    input: CorrectSpeakerInput,
    @Ctx() { caller, operation, ingest, writes }: Context,
    @Info() { path }: GraphQLResolveInfo,
  ): Promise<object> {
    const actor = demandScope(caller, 'import', 'Correcting a speaker');
    const answer = (utterances: unknown, userErrors: readonly Refusal[]) => ({
      utterances,
      userErrors,
      clientMutationId: input.clientMutationId ?? null,
    });
    const faults = faultsOf(input);
    if (faults.length > 0) return answer([], faults);
    const correction = {
      actor,
      utteranceIds: input.utteranceIds.map((id) => parseGlobalId(id)?.key as number),
      person: input.person.trim(),
      reason: input.reason.trim(),
    };
    const { utteranceIds, refusals } = await writes.run(path.key, () => ingest.correctSpeaker(correction));
    await operation.seeWritten();
    const ids = utteranceIds.map((key) => printGlobalId('Utterance', key));
    return answer(ids.length === 0 ? [] : await follow(operation, 'Query.nodes', null, { ids }), refusals);
  }
}

function faultsOf({ utteranceIds, person, reason }: CorrectSpeakerInput): Refusal[] {
  const faults: Refusal[] = [];
  const add = (field: string, message: string, code = 'INVALID') =>
    faults.push({ field: ['input', field], code, message });
  if (utteranceIds.length === 0) add('utteranceIds', 'Name at least one statement or comment.');
  if (utteranceIds.length > MOST_UTTERANCES) {
    add('utteranceIds', `At most ${MOST_UTTERANCES} can be corrected at once; ${utteranceIds.length} were sent.`);
  }
  for (const id of utteranceIds) {
    if (parseGlobalId(id)?.type !== 'Utterance') {
      add('utteranceIds', `"${id.slice(0, 60)}" is no id of a statement or a comment.`, 'UNKNOWN');
    }
  }
  if (person.trim() === '') add('person', 'Say who said it.');
  if (reason.trim() === '') add('reason', 'Say why; it is kept with the old reading.');
  if (reason.length > LONGEST_REASON) add('reason', `A reason has at most ${LONGEST_REASON} characters.`);
  return faults.slice(0, 20);
}
