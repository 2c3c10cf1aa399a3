import { AnalystComment } from '../domain/analyst-comment.entity';
import { Statement } from '../domain/statement.entity';

export const UTTERANCE_CLASS = { Statement, AnalystComment } as const;

/** The row tells its class, so it has to have its `type`. */
export const classOfUtterance = (row: object): typeof Statement | typeof AnalystComment =>
  UTTERANCE_CLASS[(row as { type: 'Statement' | 'AnalystComment' }).type];
