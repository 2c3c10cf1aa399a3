// CPU time of processes. Where a machine is shared, requests per second tell of the neighbours too; CPU time per request hardly does.
import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds of CPU that these processes have used so far; null where that cannot be read. */
export function cpuOf(pids) {
  try {
    return pids.map(readOne).reduce((sum, value) => sum + value, 0);
  } catch {
    return null;
  }
}

function readOne(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
