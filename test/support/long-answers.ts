import { serveSmall, smallExecutor } from '../security/small-graph';

const BYTES = 7_000_000;
/** Made anew for each answer, as a reader makes it, and quickly. */
const makeText = (): string =>
  `{"company":{"name":"${Buffer.alloc(BYTES, 'words that were said ').toString('latin1')}"}}`;

/** A server in a process of its own, whose memory can be looked at, that answers at length. Prints its address. */
void (async () => {
  const executor = { ...smallExecutor, answer: async () => ({ text: makeText(), warnings: [] }) };
  const serving = await serveSmall(JSON.parse(process.argv[2] ?? '{}'), executor);
  process.stdout.write(`${serving.url}\n`);
})();
