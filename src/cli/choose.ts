import { createInterface } from 'node:readline/promises';
import type { Named, NamedNode } from '../ingest/named-node';
import { OperatorError } from '../platform/operator-error';

/** The one node that was meant; a fault that tells what to do where none or several can be. */
export function theOnly(found: Named, what: string, typed: string, hint: string): NamedNode {
  const [node, ...others] = found;
  if (!node) throw new OperatorError('usage', `There is no ${what} "${typed}"; ${hint}.`);
  if (others.length === 0) return node;
  const list = found.map(({ key, label }) => `\n  ${key}  ${label}`).join('');
  throw new OperatorError('usage', `"${typed}" may be any of these; name one by its number:${list}`);
}

/** Asks on a terminal. Elsewhere nobody can answer, so the flag that says yes is asked for. */
export async function confirm(question: string, yes: boolean | undefined): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) throw new OperatorError('refused', `${question}\nSay so with --yes.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C and the end of input leave the question without an answer, which is a no.
  const answer = await Promise.race([
    terminal.question(`${question} [y/N] `),
    new Promise<string>((resolve) => terminal.once('close', () => resolve(''))),
  ]);
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new OperatorError('refused', 'Nothing was changed.');
}
