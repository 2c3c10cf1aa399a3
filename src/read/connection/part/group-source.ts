import { badInput } from '../../../platform/errors';
import { nothing } from '../../load';
import { mapNeeding } from '../../need';
import { MOST_EMPTY } from '../group/empty-quarters';
import type { Group } from '../group/group';
import { makeGroup } from '../group/group';
import { type GroupArgs, readGroupArgs } from '../group/group-args';
import { groupStatement, MOST_ROWS } from '../group/group-statement';
import { splitByParent } from '../parent-statement';
import { quarterRange } from '../quarter-range';
import { companyOfRows, isOfOneCompany } from '../question';
import type { Source } from './part';

export const GROUPS: Source<readonly Group[]> = {
  name: 'groups',
  load(connections, args: GroupArgs, op, { properties }) {
    const wish = readGroupArgs(args);
    const query = connections[0]?.query;
    const question = query?.question;
    if (!query?.where || !question) return nothing(connections, () => []);
    const keys = connections.map((connection) => connection.keys);
    const counting = isOfOneCompany(question) ? 'FY' : 'CY';
    const parents = mapNeeding(keys, (own) => {
      const company = companyOfRows(question, own, op);
      return { company, ...quarterRange({ filter: question.filter, counting, company }, op) };
    });
    return {
      statements: [groupStatement(query, question, keys, wish, parents, properties, op.today)],
      finish: ([rows = []]) => {
        refuseTooMany(Number(rows[0]?.total ?? 0), Number(rows[0]?.empty ?? 0));
        const found = rows.filter((row) => row.ord !== null);
        return splitByParent(found, query, keys.length).map((own, i) =>
          own.map((row) => makeGroup(row, wish.keys, question, connections[i] as (typeof connections)[number])),
        );
      },
    };
  },
  list: () => [],
};

/** More rows than are counted, or more groups of nothing than are made: what to narrow. */
export function refuseTooMany(total: number, empty: number): void {
  const narrow = 'narrow it by `symbols`, `period`, `speakerName` or `topics`';
  if (total > MOST_ROWS) {
    throw badInput('filter', `\`groupBy\` counts at most ${MOST_ROWS} rows, and the filter finds more; ${narrow}.`, {
      limit: MOST_ROWS,
    });
  }
  if (empty > MOST_EMPTY) {
    throw badInput(
      'filter',
      `With QUARTER there would be ${empty} groups, for each quarter of the range; at most ${MOST_EMPTY} are made. Ask for a shorter range by \`periodFrom\` and \`periodTo\`, or ${narrow}.`,
      { limit: MOST_EMPTY },
    );
  }
}
