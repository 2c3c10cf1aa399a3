import { AnalystCommentKind } from '../../domain/utterance-enums';
import type { Connection } from '../../read/connection/connection';
import { ListConnection } from '../../read/connection/list-connection';
import type { ConnectionEdge } from '../../read/edge';
import { findEdge } from '../../read/edges';
import type { DocumentFilter } from '../../read/filter/noun-filter';
import type { Given } from '../../read/load';
import type { Operation } from '../../read/operation';
import { findNames } from '../../read/reference/find-names';
import type { Box } from '../../search/box/box';
import type { BoxReading } from '../../search/box/read-box';
import type { SearchType } from '../../search/box/value';
import { filterOf } from '../ask/filter';

/** In the order in which they are found: what is called so, then what is titled so, then what is said. */
export const SEARCH_TYPES: readonly SearchType[] = [
  'COMPANY',
  'PERSON',
  'TOPIC',
  'DOCUMENT',
  'STATEMENT',
  'ANALYST_COMMENT',
];

/** Names beyond these are hardly meant. */
const MOST_NAMES = 20;
/** Below, a name is only like what was typed: it counts where nothing is called so. */
const CALLED_SO = 0.65;

export interface Section {
  readonly type: SearchType;
  readonly connection: Connection;
  /** How well each node fits, where that is known without its page. */
  readonly scoreOf?: (node: object) => number;
}

interface Page {
  readonly first: number;
  readonly after?: string;
}

interface Wish {
  readonly first: number;
  /** In the section at which the page begins. */
  readonly after: { readonly type: SearchType; readonly cursor: string } | null;
}

/** The lists of which the answer is put together. Kinds that the box says nothing of are not searched. May throw NeedLookup. */
export function sectionsOf(
  box: Box,
  reading: BoxReading,
  wanted: readonly SearchType[] | null,
  wish: Wish,
  op: Operation,
): Section[] {
  if (reading.interpretation.target === 'NOTHING' && reading.interpretation.text === null) return [];
  if (reading.warnings.length > 0) return [];
  const words = box.groups.flatMap((group) => group.filter((term) => term.kind !== 'operator' && !term.isNegated));
  const operators = new Set(
    box.groups.flatMap((group) =>
      group.flatMap((term) => (term.kind === 'operator' && term.operator !== 'is' ? [term.operator] : [])),
    ),
  );
  const isOfWords = reading.interpretation.directness.length === 0 && operators.size === 0;
  const typed = words.map((term) => (term.kind === 'operator' ? '' : term.text));
  const isAsked = (type: SearchType) =>
    (!wanted || wanted.includes(type)) && (!reading.types || reading.types.includes(type));
  const isSearched = (type: SearchType) => {
    if (type === 'STATEMENT' || type === 'ANALYST_COMMENT') return isSaid(reading, type);
    if (type === 'DOCUMENT') return typed.length > 0 && [...operators].every((operator) => operator === 'company');
    return typed.length > 0 && isOfWords;
  };
  return SEARCH_TYPES.filter((type) => isAsked(type) && isSearched(type)).map((type) => {
    const page: Page = { first: wish.first, ...(wish.after?.type === type ? { after: wish.after.cursor } : {}) };
    return sectionOf(type, typed, reading, page, op);
  });
}

function sectionOf(
  type: SearchType,
  typed: readonly string[],
  reading: BoxReading,
  page: Page,
  op: Operation,
): Section {
  switch (type) {
    case 'COMPANY':
      return named(type, 'company', typed, page, op);
    case 'PERSON':
      return named(type, 'person', typed, page, op);
    case 'TOPIC':
      return named(type, 'topic', typed, page, op);
    case 'DOCUMENT':
      return { type, connection: open('Query.documents', { ...page, filter: titled(typed, reading) }, op) };
    case 'STATEMENT':
      return { type, connection: open('Query.statements', { ...page, filter: saidBy(reading, 'STATEMENTS') }, op) };
    case 'ANALYST_COMMENT':
      return {
        type,
        connection: open('Query.analystComments', { ...page, filter: saidBy(reading, 'ANALYST_COMMENTS') }, op),
      };
  }
}

/** Offices are those of a company's people, houses those of analysts. */
function isSaid({ interpretation }: BoxReading, type: 'STATEMENT' | 'ANALYST_COMMENT'): boolean {
  if (type === 'STATEMENT') return interpretation.firms.length === 0 && interpretation.target !== 'EXCHANGES';
  return interpretation.executiveRoles.length === 0;
}

function saidBy({ interpretation }: BoxReading, target: 'STATEMENTS' | 'ANALYST_COMMENTS') {
  const filter = filterOf({ ...interpretation, target }, null, target);
  return interpretation.target === 'EXCHANGES' ? { ...filter, kinds: [AnalystCommentKind.QUESTION] } : filter;
}

/** Documents with all the words in their title. */
function titled(
  titleWords: readonly string[],
  { interpretation }: BoxReading,
): Given<DocumentFilter> & { readonly titleWords: readonly string[] } {
  const companyKeys = interpretation.companies.map(({ id }) => id);
  return { titleWords, ...(companyKeys.length > 0 ? { companyKeys } : {}) };
}

function named(
  type: SearchType,
  kind: 'company' | 'person' | 'topic',
  words: readonly string[],
  page: { first: number },
  op: Operation,
): Section {
  // People of whom memory holds some only are found by `speaker:`, which looks them up.
  const isWhole = op.view.store.shelves[kind].complete;
  const found = isWhole ? findNames(op.view, words.join(' '), [kind], MOST_NAMES) : [];
  const called = found.filter(({ score }) => score >= CALLED_SO);
  const kept = called.length > 0 ? called : found.slice(0, 1);
  const scores = new Map<object, number>(
    kept.flatMap(({ id, score }) => {
      const node = op.view.node(kind, id);
      return node ? [[node, score] as const] : [];
    }),
  );
  const places = new Map([...scores.keys()].map((node, i) => [node, i]));
  const name = `Query.search ${kind} ${JSON.stringify(words)}`;
  const connection = new ListConnection<object>(name, [...scores.keys()], page, {
    keys: (node) => [places.get(node) as number],
    types: ['int4'],
    descending: false,
  });
  return { type, connection, scoreOf: (node) => scores.get(node) ?? 0 };
}

function open(name: string, args: object, op: Operation): Connection {
  return (findEdge(name) as ConnectionEdge).open({}, args, op);
}
