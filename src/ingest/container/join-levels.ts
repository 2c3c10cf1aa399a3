import { basename } from 'node:path/posix';
import { isSameCall, type LevelKey, levelKeyOf } from '../formats/vendor/earningscall-levels';
import { Source } from '../source';
import type { Item } from './item';

/**
 * EarningsCall gives one call as up to four files. Where they follow each other, as they do in a folder, they become one
 * source: a list of the files as they are. Everything else passes by unchanged; at most one call is held.
 */
export async function* joinLevels(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  let held: { key: LevelKey; sources: Source[] } | null = null;
  for await (const item of items) {
    const key = 'source' in item ? levelKeyOf(item.source) : null;
    if (held && key && 'source' in item && isSameCall(held.key, key)) {
      held.sources.push(item.source);
      continue;
    }
    if (held) yield joined(held.sources);
    held = key && 'source' in item ? { key, sources: [item.source] } : null;
    if (!held) yield item;
  }
  if (held) yield joined(held.sources);
}

function joined(sources: readonly Source[]): Item {
  const [first, ...rest] = sources;
  if (rest.length === 0) return { source: first! };
  const texts = sources.map((source) => source.text().replace(/^\ufeff/, ''));
  const name = [first!.name, ...rest.map((source) => basename(source.name))].join('+');
  return { source: new Source(name, Buffer.from(`[${texts.join(',')}]`)) };
}
