import { shorten } from '../../domain/shorten';
import type { CodePointText, Span } from '../../language/span';
import { ImportError } from '../fault';
import type { NativePlace } from './schema';

type Place = Exclude<NativePlace, string>;

/** One place: by offsets, by words that stand there once, or by both, which have to agree. */
export function locate(text: CodePointText, { start, end, text: words }: Place, path: string, within?: Span): Span {
  if (start !== undefined && end !== undefined) {
    if (start >= end || end > text.length)
      fail(path, `${start} to ${end} is no span of a text of ${text.length} characters`);
    const found = text.slice({ start, end });
    if (words !== undefined && words !== found)
      fail(path, `the text has "${shorten(found)}" there, not "${shorten(words)}"`);
    return { start, end };
  }
  const found = words === undefined ? [] : text.find(words, within);
  if (found.length !== 1)
    fail(
      path,
      found.length === 0
        ? `"${shorten(words ?? '')}" does not stand in the text`
        : `"${shorten(words ?? '')}" stands there ${found.length} times; give start and end`,
    );
  return found[0] as Span;
}

/** Places of a list; words alone stand for every place where they are found. */
export function locateAll(text: CodePointText, places: readonly NativePlace[], path: string, within?: Span): Span[] {
  return places.flatMap((place, i) => {
    if (typeof place !== 'string') return locate(text, place, `${path}[${i}]`, within);
    const found = text.find(place, within);
    if (found.length === 0) fail(`${path}[${i}]`, `"${shorten(place)}" does not stand in the text`);
    return found;
  });
}

function fail(path: string, message: string): never {
  throw new ImportError([{ path, message }]);
}
