import type { MetricDefinition } from '../../domain/metric/metric-definition';
import type { TopicDefinition } from '../../language/topic/topic-definition';
import { wordsOf } from '../text/word';
import { companySpellings } from './company-spelling';
import type { KnownCompany, KnownFirm, KnownPerson } from './known';
import { NameBook } from './name-book';
import { TermBook } from './term-book';

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
