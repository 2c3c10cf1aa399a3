/**
 * Milliseconds that this process has worked. Bounds on work are held against it and not against the wall: the suite's other worker, its
 * database and whatever else the machine does would count there too.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
