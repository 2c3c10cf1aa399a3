import type { Metric } from '../../domain/metric.entity';
import type { Operation } from '../../read/operation';
import { interpret } from '../../search/ask/interpret';
import type { Interpretation as Reading } from '../../search/ask/interpretation';
import { writeBox } from '../../search/ask/write-box';
import { Interpretation } from '../types/interpretation';
import { knownGraph } from './known-graph';

/** What a question in plain words was read as; its lists are opened by the edges. */
export class Answer {
  constructor(
    readonly interpretation: Interpretation,
    readonly reading: Reading,
    /** The day by the end of which all has to be known, where one was given. */
    readonly asOf: string | null,
  ) {}
}

export interface AskArgs {
  readonly question: string;
  /** YYYY-MM-DD. */
  readonly asOf?: string;
}

/** Reads the question; the same answer for the same question of one request. May throw NeedLookup. */
export function answerOf(op: Operation, { question, asOf }: AskArgs): Answer {
  const day = asOf ?? op.today;
  return op.memo(`ask ${asOf} ${question}`, () => {
    const known = knownGraph(op);
    const reading = interpret(question, day, known);
    return new Answer(describe(op, reading, writeBox(reading, known)), reading, asOf ?? null);
  });
}

function describe({ view }: Operation, reading: Reading, query: string): Interpretation {
  const topics = (slugs: readonly string[]) =>
    slugs.flatMap((slug) => view.all('topic').find((topic) => topic.slug === slug) ?? []);
  const orNull = <T>(list: readonly T[]) => (list.length > 0 ? list : null);
  return Object.assign(new Interpretation(), {
    ...reading,
    companies: reading.companies.map(({ id }) => view.linked('company', id)),
    excludedCompanies: reading.excludedCompanies.map(({ id }) => view.linked('company', id)),
    people: reading.people.map(({ id }) => view.linked('person', id)),
    excludedPeople: reading.excludedPeople.map(({ id }) => view.linked('person', id)),
    firms: reading.firms.map(({ id }) => view.linked('firm', id)),
    topics: topics(reading.topics),
    excludedTopics: topics(reading.excludedTopics),
    executiveRoles: orNull(reading.executiveRoles),
    excludedRoles: orNull(reading.excludedRoles),
    sections: orNull(reading.sections),
    directness: orNull(reading.directness),
    metrics: reading.metrics.flatMap(
      (name) => view.all('metric').find((metric) => metric.name === name) ?? [],
    ) as Metric[],
    query,
  });
}
