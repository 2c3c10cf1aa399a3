import { PARTS } from '../connection/part';
import type { Edge, Edges } from '../edge';
import { AUDIT_ENTRY_EDGES } from './audit-entry.edges';
import { CLAIM_EDGES } from './claim.edges';
import { COMPANY_EDGES } from './company.edges';
import { DOCUMENT_EDGES } from './document.edges';
import { EVENT_EDGES } from './event.edges';
import { EXCHANGE_EDGES } from './exchange.edges';
import { FACT_EDGES } from './fact.edges';
import { GROUP_EDGES } from './group.edges';
import { METRIC_EDGES } from './metric.edges';
import { NODE_EDGES } from './node.edges';
import { PERSON_EDGES } from './person.edges';
import { QUARTER_EDGES } from './quarter.edges';
import { TOPIC_EDGES } from './topic.edges';
import { UTTERANCE_EDGES } from './utterance.edges';
import { WARNING_EDGES } from './warning.edges';

/** Every edge of the graph by `Type.field`: what stands behind a field that is no stored column. */
const EDGES: Edges = {
  ...NODE_EDGES,
  ...COMPANY_EDGES,
  ...PERSON_EDGES,
  ...QUARTER_EDGES,
  ...EVENT_EDGES,
  ...DOCUMENT_EDGES,
  ...UTTERANCE_EDGES,
  ...EXCHANGE_EDGES,
  ...TOPIC_EDGES,
  ...METRIC_EDGES,
  ...FACT_EDGES,
  ...CLAIM_EDGES,
  ...AUDIT_ENTRY_EDGES,
  ...GROUP_EDGES,
  ...WARNING_EDGES,
};

const known = new Map<string, Edge>(Object.entries(EDGES));

for (const [name, part] of Object.entries(PARTS)) known.set(`Connection.${name}`, part);

/**
 * Edges that rooms above the reader bring: they read something that the reader does not know, and answer by its edges. Once, before anything
 * is planned; throws where a name is taken.
 */
export function addEdges(edges: Edges): void {
  for (const [name, edge] of Object.entries(edges)) {
    if (known.has(name)) throw new Error(`there are two edges ${name}`);
    known.set(name, edge);
  }
}

/** By `Type.field`; what all connections have in common by `Connection.field`. */
export function findEdge(name: string): Edge | undefined {
  return known.get(name);
}
