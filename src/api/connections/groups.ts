import { GroupByArgs } from '../args/group-by.args';
import { StatementGroup, UtteranceGroup } from '../types/group';
import type { PartField } from './connection-of';

const groups = (type: typeof StatementGroup | typeof UtteranceGroup): PartField => ({
  name: 'groupBy',
  type: () => [type],
  description:
    'Counted by what they have in common, over exactly this filter, whatever the page. Refused above 200,000 of them. With QUARTER, quarters of the range (from `periodFrom` to `periodTo`, else from the first to the last that has any) are groups of count 0 for each value of the other keys that occurs at all.',
  args: GroupByArgs,
});

export const STATEMENT_GROUPS = groups(StatementGroup);
export const UTTERANCE_GROUPS = groups(UtteranceGroup);
