import type { Connection } from '../../read/connection/connection';
import { connection, type Edges, edgesNamed, load, value, WHOLE } from '../../read/edge';
import { exchangesByFilter } from '../../read/edges/exchange.edges';
import { metricValuesOf } from '../../read/edges/metric-question';
import { ROOT, utteranceConnection } from '../../read/edges/utterance-connection';
import type { Operation } from '../../read/operation';
import { type Answer, type AskArgs, answerOf } from './answer';
import { exchangeFilterOf, filterOf, questionFilterOf } from './filter';

const STATEMENTS = utteranceConnection<unknown>('Answer.statements', { kind: 'Statement', ...ROOT });
const ANALYST_COMMENTS = utteranceConnection<unknown>('Answer.analystComments', { kind: 'AnalystComment', ...ROOT });
const EXCHANGES = exchangesByFilter('Answer.exchanges');

const commentFilterOf = (reading: Answer['reading'], asOf: string | null, op: Operation) =>
  reading.target === 'EXCHANGES' ? questionFilterOf(reading, asOf, op) : filterOf(reading, asOf, 'ANALYST_COMMENTS');

/** What the filter names in vain, the question has named. */
function asQuestion(op: Operation, open: () => Connection): Connection {
  const { value: opened, warnings } = op.hear(open);
  for (const warning of warnings) op.warn({ ...warning, argument: 'question' });
  return opened;
}

/** `Query.ask` and the lists of its answer: ordinary connections with the filter that the question comes to. */
export const ASK_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    ask: value([], (_, args: AskArgs, op) => answerOf(op, args)),
  }),
  ...edgesNamed<Answer>('Answer', {
    statements: connection(WHOLE, ({ reading, asOf }, args, op) =>
      asQuestion(op, () => STATEMENTS.open(null, { ...args, filter: filterOf(reading, asOf, 'STATEMENTS') }, op)),
    ),
    analystComments: connection(WHOLE, ({ reading, asOf }, args, op) =>
      asQuestion(op, () => ANALYST_COMMENTS.open(null, { ...args, filter: commentFilterOf(reading, asOf, op) }, op)),
    ),
    exchanges: connection(WHOLE, ({ reading, asOf }, args, op) =>
      asQuestion(op, () => EXCHANGES.open(null, { ...args, filter: exchangeFilterOf(reading, asOf, op) }, op)),
    ),
    metrics: load(WHOLE, (answers, _, op) =>
      metricValuesOf(
        answers.map(({ reading, asOf }) => {
          const companies = reading.target === 'METRICS' ? reading.companies : [];
          return { ...reading, companyIds: companies.map(({ id }) => id), asOf };
        }),
        op,
      ),
    ),
  }),
};
