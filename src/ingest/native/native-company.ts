import type { Client } from 'pg';
import { ImportError } from '../fault';
import { fillRow, findOrInsert, type NewRow } from '../persist/writer';
import type { NameBook } from './name-book';
import type { NativeCompany } from './schema';

/** Writes a company with its names, symbols and identifiers over time. */
export async function persistCompany(
  client: Client,
  company: NativeCompany,
  path: string,
  names: NameBook,
): Promise<void> {
  const id = await findCompany(client, company);
  names.nameCompany(company.slug, id);
  await fillRow(client, 'company', id, {
    sector: company.sector,
    industry: company.industry,
    country: company.country,
    reporting_currency: company.currency,
    fiscal_year_end: company.fiscalYearEnd,
  });
  for (const [i, { name, from, to }] of (company.names ?? []).entries()) {
    const key = { company_id: id, name, valid_from: from };
    await persistSpan(client, 'company_name', key, { valid_to: to }, `${path}.names[${i}]`);
  }
  for (const [i, { symbol, exchange, from, to }] of (company.symbols ?? []).entries()) {
    // What a document told without the exchange gives way to what the file knows.
    await client.query("DELETE FROM company_symbol WHERE company_id = $1 AND symbol = $2 AND exchange = 'UNKNOWN'", [
      id,
      symbol,
    ]);
    const key = { company_id: id, symbol, exchange, valid_from: from };
    await persistSpan(client, 'company_symbol', key, { valid_to: to }, `${path}.symbols[${i}]`);
  }
  for (const [i, { scheme, value, from, to }] of (company.identifiers ?? []).entries()) {
    const key = { company_id: id, scheme, value, valid_from: from };
    await persistSpan(client, 'company_identifier', key, { valid_to: to }, `${path}.identifiers[${i}]`);
  }
}

/** By its slug, else by an identifier: another source may have stored it under another slug. */
async function findCompany(client: Client, company: NativeCompany): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT id FROM company WHERE slug = $1
     UNION ALL
     SELECT i.company_id FROM company_identifier i JOIN unnest($2::text[], $3::text[]) g(scheme, value) USING (scheme, value)
     LIMIT 1`,
    [
      company.slug,
      (company.identifiers ?? []).map(({ scheme }) => scheme),
      (company.identifiers ?? []).map(({ value }) => value),
    ],
  );
  if (rows[0]) return rows[0].id;
  return findOrInsert(client, 'company', { slug: company.slug }, { name: company.name });
}

/** A name, symbol or identifier with its days. One that holds already is kept; one that another company holds is a fault. */
async function persistSpan(client: Client, table: string, key: NewRow, rest: NewRow, path: string): Promise<void> {
  await client.query('SAVEPOINT span');
  try {
    const id = await findOrInsert(client, table, key, rest);
    await fillRow(client, table, id, rest);
    await client.query('RELEASE SAVEPOINT span');
  } catch (error) {
    if ((error as { code?: string }).code !== '23P01') throw error;
    await client.query('ROLLBACK TO SAVEPOINT span');
    const { company_id, valid_from, ...same } = key;
    const where = Object.keys(same).map((column, i) => `${column} = $${i + 2}`);
    const { rows } = await client.query(
      `SELECT FROM ${table} WHERE company_id = $1 AND ${where.join(' AND ')}
         AND daterange(valid_from, valid_to, '[]') && daterange($${where.length + 2}::date, $${where.length + 3}::date, '[]')`,
      [company_id, ...Object.values(same), valid_from ?? null, rest.valid_to ?? null],
    );
    // The same thing with other days: what is stored stays.
    if (rows.length > 0) return;
    throw new ImportError([{ path, message: 'overlaps the days of another one that is stored' }]);
  }
}
