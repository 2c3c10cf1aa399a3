import { type Edges, edgesNamed, load } from '../edge';
import { mapNeeding } from '../need';
import type { Warning } from '../warning';

export const WARNING_EDGES: Edges = edgesNamed<Warning>('Warning', {
  // Loaded, although most are in memory: those that are not are then looked up for all warnings at once.
  candidates: load(['candidates'], (warnings) => ({
    statements: [],
    finish: () => mapNeeding(warnings, ({ candidates }) => candidates?.() ?? []),
  })),
});
