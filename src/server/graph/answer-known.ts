import type { Logger } from 'pino';

import type { LongText } from '../../platform/long-text';
import type { Outbox } from '../http/outbox';
import { sendError } from '../http/reply';
import type { Executor } from './executor';
import { noteFault } from './log-fault';
import type { Parameters } from './parameters';
import { extensionsOf, type Incoming, type ServerContext } from './request';
import { spliceAnswer } from './spliced-data';

/**
 * Answers a document that Apollo has validated before without asking Apollo again: its pipeline costs several times as much as most
 * answers do. False where it is Apollo's turn after all; what is sent is byte for byte the same either way.
 */
export async function answerKnown(
  executor: Executor,
  outbox: Outbox,
  log: Logger,
  { request, response, id }: Incoming,
  { isPlain, operationName, variables }: Parameters,
  { operation, request: asked }: ServerContext,
  headers: Readonly<Record<string, string>>,
): Promise<boolean> {
  const { known } = asked;
  if (!isPlain || !known?.isValid || known.operation(operationName)?.operation !== 'query') return false;
  // Apollo has rules of its own about the content type of a GET.
  if (request.method === 'GET' && request.headers['content-type'] !== undefined) return false;
  const type = asked.answerType;
  if (type === null) return false;
  let text: LongText;
  try {
    const answer = await executor.answer(known.document, operationName, variables, operation);
    if (answer === null) return false;
    asked.executor = 'compiled';
    text = spliceAnswer(answer.text, extensionsOf(asked, answer.warnings));
  } catch (error) {
    noteFault(log, error, asked);
    asked.refusal = sendError(response, error, id, type, { data: null, headers });
    return true;
  }
  outbox.send(response, 200, type, text, headers);
  return true;
}
