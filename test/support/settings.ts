/** Random runs are counted by environment, so that `npm run test:long` is the same tests with larger counts. */
export function runCount(name: string, usual: number): number {
  const count = Number(process.env[`EARSHOT_TEST_${name}`] ?? usual);
  return Number.isInteger(count) && count > 0 ? count : usual;
}

/** Printed by every test that uses it; give it back to repeat a run. */
export function runSeed(): number {
  return Number(process.env.EARSHOT_TEST_SEED ?? 20_241_129);
}
