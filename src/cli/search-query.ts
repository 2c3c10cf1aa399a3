import { SPOKEN, type Spoken } from './ask-query';

/** What `earshot search` asks of the graph. */
export const SEARCH_QUERY = `query Search($query: String!, $types: [SearchType!], $limit: Int!) {
  search(query: $query, types: $types, first: $limit) {
    totalCount totalCountIsExact
    warnings { message candidates }
    edges {
      score
      node {
        __typename
        ... on Statement { ...Spoken executive { title } }
        ... on AnalystComment { ...Spoken analyst { title firm { name } } }
        ... on Company { id name symbol }
        ... on Person { id name executiveRoles { title company { name } } }
        ... on Topic { id name slug description }
        ... on Document { id title publisher publishedAt }
      }
    }
  }
}
${SPOKEN}`;

export type FoundNode =
  | (Spoken & { readonly __typename: 'Statement' | 'AnalystComment' })
  | { readonly __typename: 'Company'; readonly id: string; readonly name: string; readonly symbol: string | null }
  | {
      readonly __typename: 'Person';
      readonly id: string;
      readonly name: string;
      readonly executiveRoles: readonly { readonly title: string; readonly company: { readonly name: string } }[];
    }
  | {
      readonly __typename: 'Topic';
      readonly id: string;
      readonly name: string;
      readonly slug: string;
      readonly description: string | null;
    }
  | {
      readonly __typename: 'Document';
      readonly id: string;
      readonly title: string;
      readonly publisher: string | null;
      readonly publishedAt: string | null;
    };

export interface SearchAnswer {
  readonly totalCount: number;
  readonly totalCountIsExact: boolean;
  readonly warnings: readonly { readonly message: string; readonly candidates: readonly string[] }[];
  readonly edges: readonly { readonly score: number; readonly node: FoundNode }[];
}
