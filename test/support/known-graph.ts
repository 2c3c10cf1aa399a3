import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePeriod } from '../../src/domain/fiscal/period';
import { METRICS } from '../../src/domain/metric-catalogue';
import { topicTaxonomy } from '../../src/language/topic/topic-taxonomy';
import { NameIndex } from '../../src/read/reference/name-index';
import { companyBook, firmBook, peopleByWord, termBook } from '../../src/search/known/graph-book';
import type { Known, KnownCompany, SimilarName } from '../../src/search/known/known';

interface GraphFile {
  readonly companies: readonly {
    readonly slug: string;
    readonly name: string;
    readonly names?: readonly string[];
    readonly symbols?: readonly (readonly [symbol: string, from: string | null, to: string | null])[];
    /** The newest reported quarter, fiscal and calendar. */
    readonly newest?: readonly [fiscal: string, calendar: string];
  }[];
  readonly people: readonly {
    readonly name: string;
    readonly aliases?: readonly string[];
    readonly offices?: readonly (readonly [company: string, role: string])[];
    readonly firm?: string;
  }[];
  readonly firms: readonly string[];
}

/** A small graph of names for tests of questions: what is known of it stands in test/unit/search/graph.json. */
export function readKnownGraph(): Known {
  const file: GraphFile = JSON.parse(readFileSync(join(__dirname, '../unit/search/graph.json'), 'utf8'));
  const companies = file.companies.map((company, i) => {
    const node: KnownCompany = {
      id: i + 1,
      slug: company.slug,
      name: company.name,
      speaks: company.newest !== undefined,
    };
    return { ...company, names: company.names ?? [], node };
  });
  const people = file.people.map(({ name, aliases = [] }, i) => ({ id: i + 1, name, aliases }));
  const companyNames = companyBook(companies);
  const firms = firmBook(file.firms.map((name, i) => ({ id: i + 1, name })));
  const byWord = peopleByWord(people);
  const terms = termBook(topicTaxonomy(), METRICS);
  const similar: SimilarName[] = [
    ...companies.flatMap(({ node, names }) =>
      [node.name, ...names].map((spelling) => ({ name: node.name, spelling, company: node })),
    ),
    ...people.flatMap((person) =>
      [person.name, ...person.aliases].map((spelling) => ({ name: person.name, spelling, person })),
    ),
    ...topicTaxonomy().flatMap(({ slug, name, aliases = [] }) =>
      [name, slug, ...aliases].map((spelling) => ({ name: slug, spelling, topic: slug })),
    ),
  ];
  const similarFirms = file.firms.map((name, i) => ({ name, spelling: name, firm: { id: i + 1, name } }));
  const firmIndex = new NameIndex(similarFirms.map(({ name }, id) => ({ id, name, weight: 0 })));
  const index = new NameIndex(similar.map(({ spelling }, id) => ({ id, name: spelling, weight: 0 })));
  const idOf = (slug: string) => companies.findIndex((company) => company.slug === slug) + 1;
  return {
    companyNames: (first) => companyNames.startingWith(first),
    companiesBySymbol: (symbol, day) => {
      const traded = companies.flatMap(({ node, symbols = [] }) =>
        symbols
          .filter(([known]) => known === symbol)
          .map(([, from, to]) => ({ node, holds: (from ?? '') <= day && day <= (to ?? '9999') })),
      );
      return traded.sort((a, b) => Number(b.holds) - Number(a.holds)).map(({ node }) => node);
    },
    firmNames: (first) => firms.startingWith(first),
    peopleWith: (words) => new Map(words.map((word) => [word, byWord.get(word) ?? []])),
    occupationOf: (id) => {
      const person = file.people[id - 1];
      return { companyIds: (person?.offices ?? []).map(([slug]) => idOf(slug)), isAnalyst: person?.firm !== undefined };
    },
    terms: (first) => terms.startingWith(first),
    similarNames: (word) => index.find(word, 5).map(({ id }) => similar[id] as SimilarName),
    similarFirms: (word) => firmIndex.find(word, 5).map(({ id }) => similarFirms[id] as SimilarName),
    reported: (id) => {
      const newest = companies[id - 1]?.newest;
      return newest ? { fiscal: parsePeriod(newest[0]), calendar: parsePeriod(newest[1]) } : null;
    },
    newestReported: () => parsePeriod('CY2024Q4'),
  };
}
