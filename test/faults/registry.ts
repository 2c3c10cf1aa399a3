import type { Scenario } from './scenario';
import { backendKilled } from './scenario/backend-killed';
import { clock } from './scenario/clock';
import { connectionLimit } from './scenario/connection-limit';
import { diskFull } from './scenario/disk-full';
import { doubleLoad } from './scenario/double-load';
import { downAtStart } from './scenario/down-at-start';
import { downLater } from './scenario/down-later';
import { fourImporters } from './scenario/four-importers';
import { hostGone } from './scenario/host-gone';
import { idleSockets } from './scenario/idle-sockets';
import { importKilled } from './scenario/import-killed';
import { listenerLost } from './scenario/listener-lost';
import { longLoad } from './scenario/long-load';
import { migrationBehindReader } from './scenario/migration-behind-reader';
import { migrationsAtOnce } from './scenario/migrations-at-once';
import { migrationsKilled } from './scenario/migrations-killed';
import { newerSchema } from './scenario/newer-schema';
import { paused } from './scenario/paused';
import { poolExhausted } from './scenario/pool-exhausted';
import { postmasterKilled } from './scenario/postmaster-killed';
import { readOnly } from './scenario/read-only';
import { restart } from './scenario/restart';
import { sigterm } from './scenario/sigterm';
import { silent } from './scenario/silent';
import { slowReaders } from './scenario/slow-readers';

/** Everything that is tried, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  restart,
  backendKilled,
  postmasterKilled,
  downAtStart,
  downLater,
  silent,
  hostGone,
  paused,
  poolExhausted,
  connectionLimit,
  doubleLoad,
  sigterm,
  importKilled,
  fourImporters,
  migrationsAtOnce,
  migrationsKilled,
  migrationBehindReader,
  newerSchema,
  diskFull,
  readOnly,
  listenerLost,
  slowReaders,
  idleSockets,
  clock,
  longLoad,
];
