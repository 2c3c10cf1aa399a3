import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';

import type { StateFolder } from './state-folder';

/**
 * Changing one data directory for another takes two renames, and a process can be killed between them. The names tell how far it came:
 * `data.draft` is being made and worth nothing; `data.ready` is complete and waits to take over; `data.previous` has been taken out.
 */
export const draftOf = ({ data }: StateFolder): string => `${data}.draft`;
const readyOf = ({ data }: StateFolder): string => `${data}.ready`;
const previousOf = ({ data }: StateFolder): string => `${data}.previous`;

/** Puts the complete draft in the place of the data, which is deleted. Only for the holder of the folder's lock, with Postgres stopped. */
export function replaceData(folder: StateFolder): void {
  renameSync(draftOf(folder), readyOf(folder));
  syncFolder(folder.home);
  if (existsSync(folder.data)) renameSync(folder.data, previousOf(folder));
  renameSync(readyOf(folder), folder.data);
  syncFolder(folder.home);
  remove(previousOf(folder));
}

/**
 * Ends what somebody who was killed has begun: a change that had taken the old data out is completed, one that had not is dropped. Called
 * before anything looks at the data. Only for the holder of the folder's lock.
 */
export function settleReplacement(folder: StateFolder): void {
  if (!existsSync(folder.data)) {
    const found = [readyOf(folder), previousOf(folder)].find(existsSync);
    if (found) renameSync(found, folder.data);
  }
  if (existsSync(folder.data)) for (const rest of [readyOf(folder), previousOf(folder)]) remove(rest);
  remove(draftOf(folder));
}

/** A rename is on the disk only when its folder is. Windows has no such call, and orders renames by itself. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Tried again, because a Postgres whose starter was killed may still write into a draft for a moment. */
const remove = (path: string): void => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
