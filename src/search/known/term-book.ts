import type { MetricDefinition } from '../../domain/metric/metric-definition';
import type { TopicDefinition } from '../../language/topic/topic-definition';
import { foldTerm } from '../text/fold-text';
import { wordsOf } from '../text/word';
import type { NamedTerm, Term } from './known';
import { SPOKEN_METRICS } from './spoken-metrics';

/** The words that name topics and metrics, by their first one: what filters accept, and what the taxonomy tags by. */
export class TermBook {
  readonly #byFirst = new Map<string, NamedTerm[]>();

  addTopic(topic: TopicDefinition): void {
    const isOrganization = topic.isOrganization ?? false;
    const term: Term = { kind: 'topic', slug: topic.slug, isOrganization };
    // An organisation's name may be a word as well (Apple, Meta); any other topic is named in small letters.
    this.#add(term, topic.name, 1, isOrganization);
    if (!isOrganization) this.#add(term, topic.slug, 1, false);
    for (const alias of topic.aliases ?? []) this.#add(term, alias, 2, false);
    for (const words of [...(topic.terms ?? []), ...(topic.phrases ?? [])])
      if (!words.includes('…')) this.#add(term, words, 3, true);
    for (const words of topic.exclusions ?? [])
      if (!words.includes('…')) this.#add({ kind: 'neither' }, words, 4, true);
  }

  addMetric(metric: MetricDefinition): void {
    const term: Term = { kind: 'metric', name: metric.name };
    this.#add(term, metric.label, 1, false);
    this.#add(term, metric.name.replaceAll('_', ' '), 1, false);
    for (const alias of metric.aliases) this.#add(term, alias, 2, false);
    for (const [words, name] of SPOKEN_METRICS) if (name === metric.name) this.#add(term, words, 2, false);
  }

  startingWith(first: string): readonly NamedTerm[] {
    return this.#byFirst.get(first) ?? [];
  }

  #add(term: Term, spelled: string, rank: number, minded: boolean): void {
    const typed = wordsOf(spelled);
    const words = typed.map(({ folded }) => foldTerm(folded));
    const [first] = words;
    if (first === undefined) return;
    const named = { words, capitals: typed.map(({ isCapital }) => minded && isCapital), rank, term };
    const list = this.#byFirst.get(first);
    if (list) list.push(named);
    else this.#byFirst.set(first, [named]);
  }
}
