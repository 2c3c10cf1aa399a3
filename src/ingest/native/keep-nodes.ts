import type { Client } from 'pg';
import { parsePeriod } from '../../domain/fiscal/period';
import type { NameBook } from './name-book';
import type { NativeFile } from './schema';

/**
 * What a file names is its importer's from then on, and stays when the sample is removed, which may have brought it before. What
 * other documents need shows by what refers to it; a file may name what nothing refers to.
 */
export async function keepNodes(client: Client, file: NativeFile, names: NameBook): Promise<void> {
  const { rows } = await client.query('SELECT FROM sample_row LIMIT 1');
  if (rows.length === 0) return;
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
  for (const [kind, ids] of Object.entries(named))
    await client.query('DELETE FROM sample_row WHERE kind = $1 AND id = ANY ($2)', [kind, ids]);
  await client.query(
    `DELETE FROM sample_row s USING executive e, unnest($1::int[], $2::int[], $3::text[]) named(person, company, title)
     WHERE s.kind = 'executive' AND s.id = e.id AND e.person_id = person AND e.company_id = company AND lower(e.title) = lower(named.title)`,
    [await personIds(executives), await companyIds(executives), executives.map(({ title }) => title)],
  );
  await client.query(
    "DELETE FROM sample_row s USING analyst a WHERE s.kind = 'analyst' AND s.id = a.id AND a.person_id = ANY ($1)",
    [await personIds(analysts)],
  );
  const periods = quarters.map(({ period }) => parsePeriod(period));
  await client.query(
    `DELETE FROM sample_row s USING quarter q, unnest($1::int[], $2::int[], $3::int[]) named(company, year, quarter)
     WHERE s.kind = 'quarter' AND s.id = q.id AND q.company_id = company AND q.fiscal_year = year AND q.fiscal_quarter = named.quarter`,
    [await companyIds(quarters), periods.map(({ year }) => year), periods.map(({ quarter }) => quarter)],
  );
  await client.query(
    `DELETE FROM sample_row s USING event e, unnest($1::int[], $2::text[], $3::date[]) named(company, type, day)
     WHERE s.kind = 'event' AND s.id = e.id AND e.company_id = company AND e.type = named.type AND e.date = day`,
    [await companyIds(events), events.map(({ type }) => type), events.map(({ date }) => date)],
  );
}
