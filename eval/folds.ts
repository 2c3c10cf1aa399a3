import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Fold } from './row';

/** Kinds of real documents that are kept in folds. A folder of a kind begins with the kind's name. */
export type Kind = 'news-polnear' | 'metrics-ectsum' | 'earnings21';

export const isSealed = (folder: string): boolean => /-sealed$/.test(folder);

/** The folders below `data` that hold a kind's documents: those that end in `-sealed` are the sealed fold, all others the open one. */
export function foldersOf(data: string, kind: Kind, fold: Fold): string[] {
  if (fold === 'own' || !existsSync(data)) return [];
  return readdirSync(data)
    .filter((name) => name === kind || name.startsWith(`${kind}-`))
    .filter((name) => isSealed(name) === (fold === 'sealed'))
    .sort()
    .map((name) => join(data, name));
}
