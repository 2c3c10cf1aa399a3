import { existsSync } from 'node:fs';

import type { Logger } from '../log';
import { OperatorError } from '../operator-error';
import { findPackage, installBinaries } from './binaries';
import { DATABASE, prepareCluster, ROLE } from './cluster';
import { type FolderLock, type Holder, readFolderHolder, takeFolderLock } from './folder-lock';
import { startPostmaster, stopOrphan } from './postmaster';
import { clearPostmasterFile, findPostmaster } from './postmaster-file';
import { settleReplacement } from './replace-data';
import type { Runtime } from './run';
import { accountFor, layOut, openStateFolder, readPassword, type StateFolder } from './state-folder';

export interface EmbeddedServer {
  readonly url: string;
  /** Resolves when Postgres ends, on purpose or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly home: string;
  readonly log: Logger;
  /** False gives up crash safety for speed (tests). */
  readonly durable?: boolean;
}

/** A state folder that this process holds, with binaries that can be run: what starting, backing up and restoring have in common. */
export interface HeldFolder {
  readonly folder: StateFolder;
  readonly runtime: Runtime;
  readonly major: number;
  readonly lock: FolderLock;
}

export async function startEmbedded({ home, log, durable = true }: EmbeddedOptions): Promise<EmbeddedServer> {
  const held = await holdFolder(home, log);
  const { folder, runtime, lock } = held;
  try {
    if (!existsSync(folder.data)) log.info({ home }, 'making the database of the embedded Postgres (once)');
    const password = await prepareCluster(folder, runtime, held.major, durable);
    const postmaster = await startPostmaster(folder, runtime, durable);
    const stop = async (): Promise<void> => {
      await postmaster.stop();
      lock.release();
    };
    return { url: urlOf(postmaster.port, password), ended: postmaster.ended, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The address of the server that another Earshot runs on this folder right now, for commands that work beside it; else null. */
export function findEmbedded(home: string): string | null {
  const folder = layOut(home);
  if (!existsSync(folder.data) || !readFolderHolder(home)) return null;
  const postmaster = findPostmaster(folder.data);
  const password = readPassword(folder);
  return postmaster?.ready && password ? urlOf(postmaster.port, password) : null;
}

export async function holdFolder(home: string, log: Logger): Promise<HeldFolder> {
  const source = findPackage();
  const folder = openStateFolder(home);
  const lock = takeFolderLock(home);
  if (!('release' in lock)) throw heldBy(home, lock);
  try {
    settleReplacement(folder);
    const orphan = findPostmaster(folder.data);
    if (orphan) {
      log.warn({ pid: orphan.pid }, 'ending a Postgres that outlived the Earshot that started it');
      await stopOrphan(folder.data, orphan);
    }
    clearPostmasterFile(folder.data);
    const runtime = { folder: installBinaries(source, folder.binaries), account: accountFor(folder) };
    return { folder, runtime, major: source.major, lock };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function heldBy(home: string, holder: Holder): OperatorError {
  return new OperatorError(
    'busy',
    `Another Earshot (process ${holder.pid}, since ${holder.since}) runs on the state folder ${home}. Stop it (kill ${holder.pid}), ` +
      'or run a second one beside it with a folder and a port of its own: EARSHOT_HOME=<another folder> PORT=4001.',
  );
}

const urlOf = (port: number, password: string): string =>
  `postgres://${ROLE}:${password}@127.0.0.1:${port}/${DATABASE}`;
