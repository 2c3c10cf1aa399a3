import type { Client } from 'pg';
import { parsePeriod } from '../../domain/fiscal/period';
import { keepMade } from '../persist/made-rows';
import type { NodeTable } from '../persist/unused-row';
import type { NameBook } from './name-book';
import type { NativeFile } from './schema';

/**
 * What a file names is its importer's from then on, and stays when the sample is removed or a document forgotten that may have brought it before. What
 * other documents need shows by what refers to it; a file may name what nothing refers to.
 */
export async function keepNodes(client: Client, file: NativeFile, names: NameBook): Promise<void> {
  const { companies = [], people = [], firms = [], executives = [], analysts = [], quarters = [], events = [] } = file;
  const idsOf = (things: readonly string[], find: (name: string) => Promise<number>) => Promise.all(things.map(find));
  const companyIds = (things: readonly { readonly company: string }[]) =>
    idsOf(
      things.map(({ company }) => company),
      names.company,
    );
  const personIds = (things: readonly { readonly person: string }[]) =>
    idsOf(
      things.map(({ person }) => person),
      names.person,
    );
  const named = {
    company: await idsOf(
      companies.map(({ slug }) => slug),
      names.company,
    ),
    person: await idsOf(
      people.map(({ name }) => name),
      names.person,
    ),
    firm: await idsOf(
      firms.map(({ name }) => name),
      names.firm,
    ),
  };
  const office = `SELECT e.id FROM executive e JOIN unnest($1::int[], $2::int[], $3::text[]) named(person, company, title)
    ON e.person_id = person AND e.company_id = company AND lower(e.title) = lower(named.title)`;
  const symbols = companies.flatMap(({ symbols: list = [] }, i) =>
    list.map(({ symbol }) => ({ company: named.company[i]!, code: symbol })),
  );
  const identifiers = companies.flatMap(({ identifiers: list = [] }, i) =>
    list.map(({ scheme, value }) => ({ company: named.company[i]!, scheme, code: value })),
  );
  const periods = quarters.map(({ period }) => parsePeriod(period));
  const found: readonly (readonly [table: NodeTable, sql: string, parameters: readonly unknown[]])[] = [
    ...Object.entries(named).map(
      ([table, ids]) => [table as NodeTable, 'SELECT unnest($1::int[]) AS id', [ids]] as const,
    ),
    // With whichever days and exchange they are stored: where a document told them first, its row stands for what the file says.
    [
      'company_symbol',
      'SELECT s.id FROM company_symbol s JOIN unnest($1::int[], $2::text[]) named(company, code) ON s.company_id = company AND s.symbol = code',
      [symbols.map(({ company }) => company), symbols.map(({ code }) => code)],
    ],
    [
      'company_identifier',
      `SELECT i.id FROM company_identifier i JOIN unnest($1::int[], $2::text[], $3::text[]) named(company, scheme, code)
       ON i.company_id = company AND i.scheme = named.scheme AND i.value = code`,
      [
        identifiers.map(({ company }) => company),
        identifiers.map(({ scheme }) => scheme),
        identifiers.map(({ code }) => code),
      ],
    ],
    [
      'executive',
      office,
      [await personIds(executives), await companyIds(executives), executives.map(({ title }) => title)],
    ],
    ['analyst', 'SELECT id FROM analyst WHERE person_id = ANY ($1)', [await personIds(analysts)]],
    [
      'quarter',
      `SELECT q.id FROM quarter q JOIN unnest($1::int[], $2::int[], $3::int[]) named(company, year, quarter)
       ON q.company_id = company AND q.fiscal_year = year AND q.fiscal_quarter = named.quarter`,
      [await companyIds(quarters), periods.map(({ year }) => year), periods.map(({ quarter }) => quarter)],
    ],
    [
      'event',
      `SELECT e.id FROM event e JOIN unnest($1::int[], $2::text[], $3::date[]) named(company, type, day)
       ON e.company_id = company AND e.type = named.type AND e.date = day`,
      [await companyIds(events), events.map(({ type }) => type), events.map(({ date }) => date)],
    ],
  ];
  for (const [table, sql, parameters] of found) {
    if ((parameters[0] as readonly unknown[]).length === 0) continue;
    const { rows } = await client.query<{ id: number }>(sql, [...parameters]);
    const ids = rows.map(({ id }) => id);
    await client.query('DELETE FROM sample_row WHERE kind = $1 AND id = ANY ($2)', [table, ids]);
    await keepMade(client, table, ids);
  }
}
