/** What answers a question of the graph. Loaded by `loadGraph` alone: reached from here, it would be read at the start of every command. */
export { ANYBODY } from '../api/caller';
export { printGraph } from '../api/print-graph';
export { buildGraph } from '../api/schema';
export { NO_WRITES } from '../api/write-outcome';
export { explainOperation } from '../read/explain/explain-operation';
export { printStatements } from '../read/print-statements';
export { Reader } from '../read/reader';
export { createAdmission } from '../server/graph/admission';
