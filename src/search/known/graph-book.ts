import type { MetricDefinition } from '../../domain/metric/metric-definition';
import type { TopicDefinition } from '../../domain/taxonomy/topic-definition';
import { foldText } from '../text/fold-text';
import { wordsOf } from '../text/word';
import { companySpellings } from './company-spelling';
import type { KnownCompany, KnownFirm, KnownPerson, SimilarName } from './known';
import { NameBook } from './name-book';
import { SimilarWords } from './similar-name';
import { TermBook } from './term-book';

/** Below this share of common runs of letters nobody takes one word for the other. */
const LEAST_SIMILARITY = 0.3;
const MOST_SIMILAR = 5;

/** Names of companies, with those they bore before. */
export function companyBook(
  companies: readonly { readonly node: KnownCompany; readonly names: readonly string[] }[],
): NameBook<KnownCompany> {
  const book = new NameBook<KnownCompany>();
  for (const { node, names } of companies) {
    for (const name of [node.name, ...names])
      for (const spelling of companySpellings(name)) book.add(node, spelling.name, spelling.rank);
    book.add(node, node.slug.replaceAll('-', ' '), 1);
  }
  return book;
}

export function firmBook(firms: readonly KnownFirm[]): NameBook<KnownFirm> {
  const book = new NameBook<KnownFirm>();
  for (const firm of firms) for (const { name } of companySpellings(firm.name).slice(0, 3)) book.add(firm, name, 1);
  return book;
}

/** People by each word of their names. */
export function peopleByWord(people: Iterable<KnownPerson>): Map<string, KnownPerson[]> {
  const byWord = new Map<string, KnownPerson[]>();
  for (const person of people)
    for (const word of new Set(
      [person.name, ...person.aliases].flatMap((name) => wordsOf(name).map(({ folded }) => folded)),
    )) {
      const list = byWord.get(word);
      if (list) list.push(person);
      else byWord.set(word, [person]);
    }
  return byWord;
}

export function termBook(topics: readonly TopicDefinition[], metrics: readonly MetricDefinition[]): TermBook {
  const book = new TermBook();
  for (const topic of topics) book.addTopic(topic);
  for (const metric of metrics) book.addMetric(metric);
  return book;
}

/** The words of names, for those that are typed with a slip. */
export class SimilarNames {
  readonly #words = new SimilarWords<SimilarName>();

  addCompany(company: KnownCompany, names: readonly string[]): void {
    for (const word of wordsOfNames(names)) this.#words.add(word, { name: company.name, word, similarity: 1, company });
  }

  addPerson(person: KnownPerson): void {
    for (const word of wordsOfNames([person.name, ...person.aliases]))
      this.#words.add(word, { name: person.name, word, similarity: 1, person });
  }

  addTopic({ slug, name, aliases = [] }: Pick<TopicDefinition, 'slug' | 'name' | 'aliases'>): void {
    for (const word of wordsOfNames([slug, name, ...aliases]))
      this.#words.add(word, { name: slug, word, similarity: 1, topic: slug });
  }

  near(typed: string): SimilarName[] {
    return this.#words
      .near(foldText(typed), LEAST_SIMILARITY, MOST_SIMILAR)
      .map(({ node, similarity }) => ({ ...node, similarity }));
  }
}

function wordsOfNames(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => wordsOf(name).map(({ folded }) => folded)).filter((word) => word.length > 1));
}
