import { shorten } from '../../domain/shorten';
import { badInput } from '../../platform/errors';
import { type Box, type BoxTerm, OPERATORS, type Operator } from './box';

/** Longer texts are refused before they are looked at. */
export const LONGEST_BOX = 1_000;

const PHRASE = /["“”„]([^"“”„]*)["“”„]?/y;
const HEAD = /(\p{L}[\p{L}_-]*):/uy;
const BARE = /[^\s"“”„]+/y;

/**
 * Reads what was typed into the search box: words, "phrases", `operator:value` and `operator:"value"`, each with `-` before it to leave it
 * out, and `or` between alternatives. Throws BAD_USER_INPUT for an unknown operator, one without a value, and an `or` that joins nothing; the message says where, counted in characters from 0.
 */
export function parseBox(typed: string): Box {
  const length = codePoints(typed, typed.length);
  if (length > LONGEST_BOX) {
    throw badInput('query', `\`query\` has ${length} characters; at most ${LONGEST_BOX} are read.`, {
      limit: LONGEST_BOX,
    });
  }
  const groups: BoxTerm[][] = [];
  let joins = false;
  for (let at = skipSpace(typed, 0); at < typed.length; at = skipSpace(typed, at)) {
    const or = /or(?=[\s"“”„]|$)/iy;
    or.lastIndex = at;
    if (or.test(typed)) {
      if (groups.length === 0 || joins) throw fault(typed, at, '"or" needs a term on its left');
      joins = true;
      at += 2;
      continue;
    }
    const { term, end } = readTerm(typed, at);
    at = end;
    if (term.kind === 'phrase' && term.text === '') continue;
    const last = groups.at(-1);
    if (joins && last) last.push(term);
    else groups.push([term]);
    joins = false;
  }
  if (joins) throw fault(typed, typed.length, '"or" needs a term on its right');
  for (const group of groups) checkGroup(typed, group);
  return { groups };
}

function readTerm(typed: string, start: number): { term: BoxTerm; end: number } {
  const isNegated = typed[start] === '-' && start + 1 < typed.length && !/\s/.test(typed[start + 1] ?? '');
  const from = isNegated ? start + 1 : start;
  const at = codePoints(typed, start);
  const phrase = match(PHRASE, typed, from);
  if (phrase)
    return { term: { kind: 'phrase', text: squeeze(phrase[1] ?? ''), isNegated, at }, end: from + phrase[0].length };
  const head = match(HEAD, typed, from);
  if (head) return readOperator(typed, from, head, isNegated, at);
  const word = match(BARE, typed, from)?.[0] ?? typed.slice(from);
  return { term: { kind: 'word', text: word, isNegated, at }, end: from + word.length };
}

function readOperator(
  typed: string,
  from: number,
  head: RegExpExecArray,
  isNegated: boolean,
  at: number,
): { term: BoxTerm; end: number } {
  const name = (head[1] ?? '').toLowerCase();
  if (!isOperator(name)) {
    const good = OPERATORS.map((operator) => `${operator}:`).join(' ');
    throw fault(
      typed,
      from,
      `"${shorten(head[1] ?? '', 30)}:" is no operator. There are ${good}. To search for it as text, put it in quotation marks`,
    );
  }
  const behind = from + head[0].length;
  const quoted = match(PHRASE, typed, behind);
  const value = quoted ? squeeze(quoted[1] ?? '') : (match(BARE, typed, behind)?.[0] ?? '');
  if (value === '')
    throw fault(typed, behind, `"${name}:" needs a value right behind the colon, such as ${EXAMPLES[name]}`);
  const length = quoted ? quoted[0].length : value.length;
  return { term: { kind: 'operator', operator: name, value, isNegated, at }, end: behind + length };
}

const EXAMPLES: Readonly<Record<Operator, string>> = {
  speaker: 'speaker:zuckerberg',
  company: 'company:META',
  topic: 'topic:compute',
  in: 'in:2024Q4',
  from: 'from:2023Q1',
  to: 'to:2024-12-31',
  is: 'is:quote',
  section: 'section:answer',
  firm: 'firm:"Morgan Stanley"',
};

/** `or` joins words, or values of one operator: what else it could mean no filter can say. */
function checkGroup(typed: string, group: readonly BoxTerm[]): void {
  const [first] = group;
  if (!first || group.length === 1) return;
  for (const term of group) {
    const isAlike =
      first.kind === 'operator'
        ? term.kind === 'operator' && term.operator === first.operator
        : term.kind !== 'operator';
    const at = unitsAt(typed, term.at);
    if (!isAlike) throw fault(typed, at, '"or" stands between words, or between values of one operator');
    if (term.isNegated) throw fault(typed, at, 'What is left out cannot stand beside "or"');
  }
}

const isOperator = (name: string): name is Operator => (OPERATORS as readonly string[]).includes(name);
const squeeze = (text: string) => text.trim().replace(/\s+/g, ' ');
const codePoints = (typed: string, units: number) => [...typed.slice(0, units)].length;
const unitsAt = (typed: string, points: number) => [...typed].slice(0, points).join('').length;

function skipSpace(typed: string, at: number): number {
  let next = at;
  while (next < typed.length && /\s/.test(typed[next] as string)) next++;
  return next;
}

function match(pattern: RegExp, typed: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(typed);
}

function fault(typed: string, units: number, message: string) {
  const offset = codePoints(typed, units);
  return badInput('query', `${message} (character ${offset} of \`query\`).`, { offset });
}
