import { plainPlaces } from '../../domain/plain-words';

/** Half-open, in code points of its fragment, and the words there. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface TextMatch {
  readonly fragment: string;
  readonly highlights: readonly Highlight[];
}

/** Texts up to this many code points are one fragment; of longer ones so many are shown around what was found. */
const WHOLE = 1_000;
const AROUND = 200;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the words stand that a search found. `tokens`: lengths of what Postgres' parser makes of the plain words, one after the other;
 * negative: no word. `found`: places in the order of words, ascending, from 1.
 */
export function textMatches(text: string, tokens: readonly number[], found: readonly number[]): TextMatch[] {
  const points = Array.from(text);
  const spans = wordSpans(points, tokens, found);
  return fragmentsOf(points, spans).map(({ start, end, inside }) => ({
    fragment: points.slice(start, end).join(''),
    highlights: inside.map((span) => ({
      start: span.start - start,
      end: span.end - start,
      text: points.slice(span.start, span.end).join(''),
    })),
  }));
}

function wordSpans(points: readonly string[], tokens: readonly number[], found: readonly number[]): Span[] {
  const places = plainPlaces(points);
  const spans: Span[] = [];
  let [at, word, next] = [0, 0, 0];
  for (const length of tokens) {
    const size = Math.abs(length);
    if (length > 0 && ++word === found[next]) {
      spans.push({ start: places[at] as number, end: (places[at + size - 1] as number) + 1 });
      next++;
    }
    at += size;
  }
  return spans;
}

/** The whole text, or what stands around the words found: cut between words, joined where parts would touch. */
function fragmentsOf(points: readonly string[], spans: readonly Span[]): (Span & { readonly inside: Span[] })[] {
  if (spans.length === 0) return [];
  if (points.length <= WHOLE) return [{ start: 0, end: points.length, inside: [...spans] }];
  const fragments: { start: number; end: number; inside: Span[] }[] = [];
  for (const span of spans) {
    const last = fragments.at(-1);
    const [start, end] = [wordStart(points, span.start - AROUND), wordEnd(points, span.end + AROUND)];
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.inside.push(span);
    } else fragments.push({ start, end, inside: [span] });
  }
  return fragments;
}

const isSpace = (point: string | undefined): boolean => point !== undefined && /\s/u.test(point);

/** The next beginning of a word. A run of letters without a space that reaches so far is cut. */
function wordStart(points: readonly string[], from: number): number {
  if (from <= 0) return 0;
  for (let at = from; at < from + AROUND; at++) if (isSpace(points[at - 1]) && !isSpace(points[at])) return at;
  return from;
}

/** The last end of a word. */
function wordEnd(points: readonly string[], from: number): number {
  if (from >= points.length) return points.length;
  for (let at = from; at > from - AROUND; at--) if (isSpace(points[at]) && !isSpace(points[at - 1])) return at;
  return from;
}
