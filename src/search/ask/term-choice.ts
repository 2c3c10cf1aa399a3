import type { Term } from '../known/known';
import type { Gathered, PlacedName } from './gather';
import type { ChosenNames } from './name-choice';

export interface SortedTerms {
  /** Numbers are asked for, not words. */
  readonly isNumbers: boolean;
  readonly topics: readonly string[];
  readonly excludedTopics: readonly string[];
  readonly metrics: readonly string[];
  /** Topics that are asked for and left out by another of their words, which cannot be: "capacity, not capacity utilisation". */
  readonly kept: readonly PlacedName[];
  /** Metrics that are no topic, in a question about words; and words that only look like a topic's. */
  readonly asText: readonly PlacedName[];
}

const isMetric = (term: Term): term is Extract<Term, { kind: 'metric' }> => term.kind === 'metric';
const isTopic = (term: Term): term is Extract<Term, { kind: 'topic' }> => term.kind === 'topic';

/** Words such as revenue name a topic and a metric: which one, the rest of the question tells. */
export function sortTerms(gathered: Gathered, chosen: ChosenNames): SortedTerms {
  const isNumbers = asksNumbers(gathered, chosen);
  const topics = new Set<string>();
  const excludedTopics = new Set<string>();
  const metrics = new Set<string>();
  const asText: PlacedName[] = [];
  for (const { place, terms: named } of chosen.terms) {
    const [ofTopics, ofMetrics] = [named.filter(isTopic), named.filter(isMetric)];
    if (isNumbers) for (const { name } of ofMetrics) metrics.add(name);
    else if (ofTopics.length > 0)
      for (const { slug } of ofTopics) (place.isNegated ? excludedTopics : topics).add(slug);
    else asText.push(place);
  }
  const isKept = ({ place, terms }: ChosenNames['terms'][number]) =>
    place.isNegated && terms.filter(isTopic).some(({ slug }) => topics.has(slug));
  const kept = isNumbers ? [] : chosen.terms.filter(isKept).map(({ place }) => place);
  for (const slug of topics) excludedTopics.delete(slug);
  return { isNumbers, kept, topics: [...topics], excludedTopics: [...excludedTopics], metrics: [...metrics], asText };
}

/**
 * A number is that of the company as a whole: words beside the metric that are not understood may name a part of it ("services revenue"), or
 * ask for more than a number ("revenue guidance"), so that words are searched then.
 */
function asksNumbers(gathered: Gathered, { companies, people, excludedPeople, terms, asText }: ChosenNames): boolean {
  if (terms.length === 0 || !terms.every(({ place, terms: named }) => !place.isNegated && named.some(isMetric)))
    return false;
  const { roles, directness, sections, quotations, unknown } = gathered;
  const ofWords = [people, excludedPeople, asText, gathered.asText, roles, directness, sections, quotations, unknown];
  if (ofWords.some((list) => list.length > 0)) return false;
  if (gathered.saidSomething || gathered.wantsAnalysts || gathered.wantsQuestions) return false;
  return gathered.wantsAmount || (companies.length > 0 && !gathered.isAbout);
}
