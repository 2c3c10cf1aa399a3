import { readWords, type Stated, statedKinds } from '../../../domain/metric/metric-definition';
import { METRICS } from '../../../domain/metric-catalogue';
import { tokensOf } from './token';
import { UNMEASURED } from './unmeasured';

export interface Measure {
  /** Name in the metric catalogue; null: the words are known to name something that the catalogue does not have. */
  readonly metric: string | null;
  /** The catalogue's name where the words say adjusted, non-GAAP, core. */
  readonly adjusted: string | null;
  readonly states: readonly Stated[];
  /** The words name a loss: the number of the metric is negative. */
  readonly isLoss: boolean;
}

interface Branch {
  measure: Measure | null;
  readonly next: Map<string, Branch>;
}

/** Phrases as a tree of tokens, since a word after the other is looked up in it; made once from the catalogue's entries. */
const ROOT: Branch = { measure: null, next: new Map() };

for (const [stated, phrases] of UNMEASURED)
  for (const phrase of phrases) addPhrase(phrase, { metric: null, adjusted: null, states: [stated], isLoss: false });
for (const metric of METRICS) {
  // An adjusted metric is named by the words of its twin: said adjusted once more it stays what it is.
  const adjusted = metric.adjusted ?? (metric.name.startsWith('adjusted_') ? metric.name : null);
  const measure = { metric: metric.name, adjusted, states: statedKinds(metric), isLoss: false };
  for (const phrase of readWords(metric)) addPhrase(phrase, measure);
  for (const phrase of metric.losses ?? []) addPhrase(phrase, { ...measure, isLoss: true });
}

function addPhrase(phrase: string, measure: Measure): void {
  let branch = ROOT;
  for (const { lower } of tokensOf(phrase, { start: 0, end: phrase.length })) {
    const next = branch.next.get(lower) ?? { measure: null, next: new Map() };
    branch.next.set(lower, next);
    branch = next;
  }
  branch.measure = measure;
}

/** The longest known phrase that begins at a token: its measure and the index after its last token. */
export function measureAt(
  tokens: readonly { readonly lower: string }[],
  from: number,
): { readonly measure: Measure; readonly to: number } | null {
  let branch: Branch | undefined = ROOT;
  let found: { measure: Measure; to: number } | null = null;
  for (let at = from; at < tokens.length; at += 1) {
    branch = branch.next.get(tokens[at]?.lower ?? '');
    if (!branch) break;
    if (branch.measure) found = { measure: branch.measure, to: at + 1 };
  }
  return found;
}
