// What is asked. A scenario has sets of variables (all contestants get the same, in turn), and for each contestant the body of its
// request and how its answer is read into the form of Earshot's: before anything is measured, the answers have to be the same.
import { onServer } from './data.mjs';

const label = (q) => ({ label: q.label });
const speaker = (person) => (person ? { name: person.name } : null);

export const SCENARIOS = [
  {
    name: 'first',
    title: 'Q1 the first question: quotes of a person on a topic in a quarter, nested',
    sets: (url) =>
      onServer(
        url,
        `SELECT s.symbol, u.fiscal_year AS year, u.fiscal_quarter AS quarter, p.name AS speaker,
           ARRAY['synthetic-topic-1', 'synthetic-topic-5', 'synthetic-topic-9'] AS topics, ARRAY['DIRECT_QUOTE', 'TRANSCRIPT'] AS directness
         FROM utterance u JOIN company_symbol s ON s.company_id = u.company_id JOIN person p ON p.id = u.speaker_id
         WHERE u.type = 'Statement' AND u.directness IN ('DIRECT_QUOTE', 'TRANSCRIPT')
           AND u.topic_ids && ARRAY(SELECT id FROM topic WHERE slug IN ('synthetic-topic-1', 'synthetic-topic-2', 'synthetic-topic-3', 'synthetic-topic-5', 'synthetic-topic-9'))
         GROUP BY 1, 2, 3, 4 HAVING count(*) BETWEEN 2 AND 4 ORDER BY md5(s.symbol || p.name || u.fiscal_year || u.fiscal_quarter) LIMIT 100`,
      ),
    earshot: ({ symbol, year, quarter, speaker, topics, directness }) => ({
      query: `query First($symbol: String!, $period: PeriodRef!, $speaker: String!, $topics: [String!]!, $directness: [Directness!]!) {
        company(symbol: $symbol) { name quarter(period: $period) { label
          statements(filter: { speakerName: $speaker, topics: $topics, directness: $directness }) {
            totalCount nodes { text saidOn executive { title person { name } } } } } } }`,
      variables: { symbol, period: `${year}Q${quarter}`, speaker, topics, directness },
    }),
    postgraphile: ({ symbol, ...variables }) => ({
      query: `query First($symbol: String!, $year: Int!, $quarter: Int!, $speaker: String!, $topics: [String!]!, $directness: [String!]!) {
        companyOfSymbol(wanted: $symbol) { name quartersByCompanyId(condition: { fiscalYear: $year, fiscalQuarter: $quarter }, first: 1) { nodes { label
          statementsBy(speaker: $speaker, topics: $topics, directness: $directness, first: 20) {
            totalCount nodes { text saidOn office { title personByPersonId { name } } } } } } } }`,
      variables: { symbol, ...variables },
    }),
    readPostgraphile: ({ companyOfSymbol: { name, quartersByCompanyId } }) => {
      const [q] = quartersByCompanyId.nodes;
      const { totalCount, nodes } = q.statementsBy;
      const node = ({ text, saidOn, office }) => ({
        text,
        saidOn,
        executive: office && { title: office.title, person: { name: office.personByPersonId.name } },
      });
      return { company: { name, quarter: { label: q.label, statements: { totalCount, nodes: nodes.map(node) } } } };
    },
  },
  {
    name: 'quarters',
    title: "Q2 a company's eight quarters with ten statements each, three levels",
    sets: (url) => onServer(url, 'SELECT symbol FROM company_symbol ORDER BY md5(symbol) LIMIT 60'),
    earshot: (variables) => ({
      query: `query Quarters($symbol: String!) { company(symbol: $symbol) { name quarters(first: 8) { nodes { label startDate endDate
        statements(first: 10) { nodes { text saidOn directness speaker { name } } } } } } }`,
      variables,
    }),
    postgraphile: (variables) => ({
      query: `query Quarters($symbol: String!) { companyOfSymbol(wanted: $symbol) { name
        latestQuarters(first: 8) { nodes { label startDate endDate
          statements(first: 10) { nodes { text saidOn directness personBySpeakerId { name } } } } } } }`,
      variables,
    }),
    readPostgraphile: ({ companyOfSymbol: { name, latestQuarters } }) => ({
      company: {
        name,
        quarters: {
          nodes: latestQuarters.nodes.map(({ statements, ...quarter }) => ({
            ...quarter,
            statements: {
              nodes: statements.nodes.map(({ personBySpeakerId, ...node }) => ({
                ...node,
                speaker: speaker(personBySpeakerId),
              })),
            },
          })),
        },
      },
    }),
  },
  {
    name: 'topics',
    title: 'Q3 a page of twenty on a topic and its sub-topics at a company, flat',
    sets: (url) =>
      onServer(
        url,
        `SELECT symbol, ARRAY['synthetic-topic-' || t] AS topics FROM company_symbol, generate_series(1, 3) t WHERE symbol LIKE 'SYN%' ORDER BY md5(symbol || t) LIMIT 100`,
      ),
    earshot: (variables) => ({
      query: `query Topics($symbol: String!, $topics: [String!]!) { statements(first: 20, filter: { symbols: [$symbol], topics: $topics }) {
        nodes { text saidOn directness speaker { name } company { name symbol } quarter { label } } } }`,
      variables,
    }),
    postgraphile: ({ symbol, topics }) => ({
      // A statement by the company's key: its symbol is not a column of the table that holds the words.
      query: `query Topics($id: Int!, $topics: [String!]!) { statementsAbout(companyId: $id, topics: $topics, first: 20) {
        nodes { text saidOn directness personBySpeakerId { name } companyByCompanyId { name ticker } quarterByQuarterId { label } } } }`,
      variables: { id: Number(symbol.slice(3)), topics },
    }),
    readPostgraphile: ({ statementsAbout }) => ({
      statements: {
        nodes: statementsAbout.nodes.map(
          ({ personBySpeakerId, companyByCompanyId: { name, ticker }, quarterByQuarterId, ...node }) => ({
            ...node,
            speaker: speaker(personBySpeakerId),
            company: { name, symbol: ticker },
            quarter: label(quarterByQuarterId),
          }),
        ),
      },
    }),
  },
  {
    name: 'lookup',
    title: 'Q5 one company by its symbol',
    sets: (url) => onServer(url, 'SELECT symbol FROM company_symbol ORDER BY md5(symbol) LIMIT 100'),
    earshot: (variables) => ({
      query: 'query Lookup($symbol: String!) { company(symbol: $symbol) { slug name sector } }',
      variables,
    }),
    postgraphile: (variables) => ({
      query: 'query Lookup($symbol: String!) { companyOfSymbol(wanted: $symbol) { slug name sector } }',
      variables,
    }),
    readPostgraphile: ({ companyOfSymbol }) => ({ company: companyOfSymbol }),
  },
];
