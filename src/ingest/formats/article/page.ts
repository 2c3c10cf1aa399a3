import { Parser } from 'htmlparser2';
import { ImportError } from '../../fault';

/** What of a DOM node the reader of pages needs; linkedom's own types say less. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  normalize?(): void;
  getAttribute?(name: string): string | null;
  querySelector?(selector: string): PageNode | null;
  querySelectorAll?(selector: string): Iterable<PageNode>;
}

export interface Page {
  /** How many elements lie in one another. */
  readonly depth: number;
  readonly elements: number;
  readonly body: PageNode;
  query(selector: string): PageNode | null;
  queryAll(selector: string): PageNode[];
}

// Its types are those of its ECMAScript build alone, while CommonJS gets the other one; hence this narrow face of our own.
const { parseHTML } = require('linkedom') as { parseHTML(html: string): { readonly document: PageNode } };

/** The tree of a page; of a fragment too. */
export function treeOf(html: string): PageNode {
  const { document } = parseHTML(asPage(html));
  // The parser ends a text at each entity and each stray `<`; a hundred thousand siblings exhaust the stack of whoever moves them.
  document.normalize?.();
  return document;
}

const asPage = (html: string): string => {
  const start = html.search(/<html[\s>]/i);
  return start >= 0 ? html.slice(start) : `<html><head></head><body>${html}</body></html>`;
};

/** Deeper nesting is no page that anybody wrote, and would exhaust the stack of whoever walks it. */
const DEEPEST = 400;
const MOST_ELEMENTS = 200_000;
/** Every entity and every stray `<` is a node of its own in the tree. */
const MOST_TEXTS = 500_000;

/** A page as a tree. Refuses what nests too deep, with how deep. */
export function readPage(html: string, name: string): Page {
  const { depth, elements } = checkSize(html, name);
  const root = treeOf(html);
  const query = (selector: string): PageNode | null => root.querySelector?.(selector) ?? null;
  return {
    depth,
    elements,
    body: query('body') ?? root,
    query,
    queryAll: (selector) => [...(root.querySelectorAll?.(selector) ?? [])],
  };
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/** The depth and the elements of a page that can be read. */
function checkSize(html: string, name: string): Pick<Page, 'depth' | 'elements'> {
  let [depth, deepest, elements, texts] = [0, 0, 0, 0];
  const parser = new Parser({
    onopentag: (tag) => {
      elements++;
      if (VOID.test(tag)) return;
      depth++;
      deepest = Math.max(deepest, depth);
      if (deepest > DEEPEST || elements > MOST_ELEMENTS) parser.pause();
    },
    ontext: () => {
      texts++;
      if (texts > MOST_TEXTS) parser.pause();
    },
    onclosetag: (tag) => {
      if (!VOID.test(tag)) depth--;
    },
  });
  const isWithin = (): boolean => deepest <= DEEPEST && elements <= MOST_ELEMENTS && texts <= MOST_TEXTS;
  for (let at = 0; at < html.length && isWithin(); at += 65_536) parser.write(html.slice(at, at + 65_536));
  if (deepest > DEEPEST)
    throw new ImportError([{ path: '', message: `nests elements more than ${DEEPEST} deep` }], name);
  if (elements > MOST_ELEMENTS)
    throw new ImportError([{ path: '', message: `has more than ${MOST_ELEMENTS} elements` }], name);
  if (texts > MOST_TEXTS)
    throw new ImportError([{ path: '', message: `has more than ${MOST_TEXTS} pieces of text` }], name);
  return { depth: deepest, elements };
}

/**
 * The text in a node; null where it has `limit` characters or more. Elements lie in one another: whoever asks each of them for all of its text
 * reads a page once for every level of it.
 */
export function textWithin(node: PageNode, limit: number): string | null {
  let text = '';
  const open: PageNode[] = [node];
  while (open.length > 0) {
    const next = open.pop() as PageNode;
    if (next.nodeType === 3) text += next.textContent ?? '';
    else if (next.nodeType !== 8) for (const child of [...next.childNodes].reverse()) open.push(child);
    if (text.length >= limit) return null;
  }
  return text;
}

export const attribute = (node: PageNode | null, name: string): string | null =>
  node?.getAttribute?.(name)?.trim() || null;
