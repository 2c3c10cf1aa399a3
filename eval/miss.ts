import { isSealed } from './folds';

/** One thing that was read wrong, for whoever mends the rule: what the key says beside what was said. */
export interface Miss {
  /** The row that it is missing from. */
  readonly measure: string;
  /** Folder and name of the document. */
  readonly file: string;
  /** Code points of the file; null where nothing stands for it. */
  readonly span: readonly [number, number] | null;
  /** The words around it, on one line. */
  readonly words: string;
  readonly key: string;
  readonly found: string;
  /** What spoke; empty where nothing did. */
  readonly rule: string;
}

export type Note = (miss: Miss) => void;

/** Takes misses of open documents; of a sealed one it takes none, whoever asks. */
export class MissBook {
  readonly misses: Miss[] = [];
  readonly note: Note = (miss) => {
    if (isSealed(miss.file.split('/')[0] ?? '')) return;
    this.misses.push(miss);
  };
}

/** Misses in order of their measure and file, each on four lines. */
export function renderMisses(misses: readonly Miss[]): string {
  const measures = [...new Set(misses.map(({ measure }) => measure))];
  return measures
    .map((name) => [name, misses.filter(({ measure }) => measure === name)] as const)
    .map(([measure, own]) => `\n== ${measure}: ${own.length}\n\n${own.map(renderMiss).join('\n\n')}\n`)
    .join('');
}

function renderMiss({ file, span, words, key, found, rule }: Miss): string {
  const lines = [`${file}${span ? ` [${span[0]}, ${span[1]}]` : ''}`];
  if (words) lines.push(`  words  ${words}`);
  lines.push(`  key    ${key}`, `  found  ${found || 'nothing'}${rule ? `   (${rule})` : ''}`);
  return lines.join('\n');
}

/** The words of a range (UTF-16) with some of what stands around them, on one line. */
export function wordsAround(text: string, start: number, end: number, around = 90): string {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  return `${before}⟦${text.slice(start, end)}⟧${after}`.replace(/\s+/g, ' ').trim();
}
