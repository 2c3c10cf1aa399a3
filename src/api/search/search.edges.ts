import { badInput } from '../../platform/errors';
import { printCursor } from '../../read/connection/cursor';
import { FoundConnection } from '../../read/connection/found-connection';
import type { Page } from '../../read/connection/page';
import { fingerprintOf, readPageArgs } from '../../read/connection/page-args';
import { COUNT, type Count } from '../../read/connection/part/count-source';
import { PAGE } from '../../read/connection/part/page-source';
import { loadSource } from '../../read/connection/part/part';
import { type Edges, edgesNamed, load } from '../../read/edge';
import type { Load } from '../../read/load';
import type { Operation } from '../../read/operation';
import type { Warning } from '../../read/warning';
import { parseBox } from '../../search/box/parse-box';
import { type BoxWarning, readBox } from '../../search/box/read-box';
import type { SearchType } from '../../search/box/value';
import { knownGraph } from '../ask/known-graph';
import { SEARCH_TYPES, type Section, sectionsOf } from './section';

export interface SearchArgs {
  readonly query: string;
  readonly types?: readonly SearchType[];
  readonly first?: number;
  readonly after?: string;
}

/** `Query.search`: the box over all that it can find, one kind after the other, each best first. */
export const SEARCH_EDGES: Edges = edgesNamed<object>('Query', {
  search: load([], (parents, args: SearchArgs, op) => {
    const all = searchAll(args, op);
    return {
      statements: all.statements,
      finish: (results) => {
        const [found] = all.finish(results);
        return parents.map(() => found);
      },
    };
  }),
});

function searchAll(args: SearchArgs, op: Operation): Load {
  const fingerprint = fingerprintOf('Query.search', args);
  const { size, cursor } = readPageArgs(args, fingerprint, () => ['text', 'text']);
  const box = parseBox(args.query);
  const reading = readBox(box, op.today, knownGraph(op));
  const after = placeOf(cursor);
  const wish = { first: size, after };
  const { value: sections, warnings: heard } = op.hear(() => sectionsOf(box, reading, args.types ?? null, wish, op));
  const warnings = [...reading.warnings.map(asWarning), ...heard.map((warning) => ({ ...warning, argument: 'query' }))];
  for (const warning of warnings) op.warn(warning);
  const begin = after
    ? sections.findIndex(({ type }) => SEARCH_TYPES.indexOf(type) >= SEARCH_TYPES.indexOf(after.type))
    : 0;
  const shown = begin < 0 ? [] : sections.slice(begin);
  const pages = loadSource(
    PAGE,
    shown.map(({ connection }) => connection),
    {},
    op,
  );
  const counts = loadSource(
    COUNT,
    sections.map(({ connection }) => connection),
    {},
    op,
  );
  return {
    statements: [...pages.statements, ...counts.statements],
    finish: (results) => {
      const page = join(
        shown,
        pages.finish(results.slice(0, pages.statements.length)) as Page[],
        size,
        fingerprint,
        after !== null,
      );
      const all = counts.finish(results.slice(pages.statements.length)) as Count[];
      const total = all.reduce((sum, count) => sum + count.total, 0);
      const found = new FoundConnection(
        'Query.search',
        page,
        total,
        all.some(({ exact }) => !exact),
      );
      found.warnings = warnings;
      return [found];
    },
  };
}

function asWarning({ code, message, candidates }: BoxWarning): Warning {
  return {
    code: code === 'UNKNOWN_FIRM' ? 'UNKNOWN_NAME' : code,
    message,
    argument: 'query',
    candidates: () => candidates,
  };
}

function placeOf(cursor: readonly unknown[] | null): { readonly type: SearchType; readonly cursor: string } | null {
  if (!cursor) return null;
  const [type, own] = cursor as [SearchType, string];
  if (!SEARCH_TYPES.includes(type)) throw badInput('after', '`after` is no cursor of this server.');
  return { type, cursor: own };
}

/** One page of all of them, as long as was asked for. */
function join(
  sections: readonly Section[],
  pages: readonly Page[],
  size: number,
  fingerprint: () => string,
  isFurther: boolean,
): Page {
  const places = sections.flatMap((section, i) => {
    const page = pages[i] as Page;
    return page.nodes.map((node, index) => ({ section, page, node, index }));
  });
  const kept = places.slice(0, size);
  const at = (index: number) => kept[index] as (typeof kept)[number];
  return {
    nodes: kept.map(({ node }) => node),
    cursor: (index) => {
      const { section, page, index: own } = at(index);
      return printCursor(fingerprint(), [section.type, page.cursor(own)]);
    },
    hasNextPage: places.length > kept.length || pages.some(({ hasNextPage }) => hasNextPage),
    hasPreviousPage: isFurther,
    score: (index) => {
      const { section, page, node, index: own } = at(index);
      return section.scoreOf?.(node) ?? page.score(own) ?? 0;
    },
    textMatches: (index) => at(index).page.textMatches(at(index).index),
    isExact: pages.every(({ isExact }) => isExact),
  };
}
