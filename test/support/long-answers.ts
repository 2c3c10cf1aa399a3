import { type LongText, PIECE_LENGTH, wrap } from '../../src/platform/long-text';
import { serveSmall, smallExecutor } from '../security/small-graph';

const BYTES = 7_000_000;
/** Made anew for each answer, in pieces as a reader makes it, and quickly. */
const makeText = (): LongText => {
  const pieces = Array.from({ length: BYTES / PIECE_LENGTH }, () =>
    Buffer.alloc(PIECE_LENGTH, 'words that were said '),
  );
  return wrap('{"company":{"name":"', pieces, '"}}');
};

/** A server in a process of its own, whose memory can be looked at, that answers at length. Prints its address. */
void (async () => {
  const executor = { ...smallExecutor, answer: async () => ({ text: makeText(), warnings: [] }) };
  const serving = await serveSmall(JSON.parse(process.argv[2] ?? '{}'), executor);
  process.stdout.write(`${serving.url}\n`);
})();
