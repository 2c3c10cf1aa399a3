import type { Client } from 'pg';
import { calendarQuarterOf } from '../../domain/fiscal/calendar';
import { parsePeriod } from '../../domain/fiscal/period';
import type { NativeCompany, NativeFile } from '../formats/native-file';
import type { NameBook } from './name-book';
import { findOrInsert } from './writer';

/** Companies, people, offices, quarters and events of a file. What is stored already is left as it is. */
export async function persistReference(client: Client, file: NativeFile, names: NameBook): Promise<void> {
  for (const company of file.companies ?? []) await persistCompany(client, company);
  for (const { name, aliases = [] } of file.people ?? []) await findOrInsert(client, 'person', { name }, { aliases });
  for (const { name, kind } of file.firms ?? []) await findOrInsert(client, 'firm', { name }, { kind });
  for (const { person, company, title, role, from, to } of file.executives ?? []) {
    const key = {
      person_id: await names.person(person),
      company_id: await names.company(company),
      title,
      valid_from: from,
    };
    await findOrInsert(client, 'executive', key, { role, valid_to: to });
  }
  for (const { person, firm, title } of file.analysts ?? []) {
    await findOrInsert(client, 'analyst', {
      person_id: await names.person(person),
      firm_id: firm ? await names.firm(firm) : null,
      title: title ?? null,
    });
  }
  for (const { company, period, start, end } of file.quarters ?? []) {
    const { year, quarter } = parsePeriod(period);
    const calendar = calendarQuarterOf(start, end);
    await findOrInsert(
      client,
      'quarter',
      { company_id: await names.company(company), fiscal_year: year, fiscal_quarter: quarter },
      { start_date: start, end_date: end, calendar_year: calendar.year, calendar_quarter: calendar.quarter },
    );
  }
  for (const event of file.events ?? []) {
    const company = await names.company(event.company);
    const quarter = event.quarter ? (await names.quarter(company, event.quarter)).id : null;
    await findOrInsert(
      client,
      'event',
      { company_id: company, type: event.type, date: event.date },
      { quarter_id: quarter, status: event.status ?? 'ENDED', title: event.title, starts_at: event.startsAt },
    );
  }
}

async function persistCompany(client: Client, company: NativeCompany): Promise<void> {
  const id = await findOrInsert(
    client,
    'company',
    { slug: company.slug },
    {
      name: company.name,
      sector: company.sector,
      industry: company.industry,
      country: company.country,
      reporting_currency: company.currency,
      fiscal_year_end: company.fiscalYearEnd,
    },
  );
  for (const { name, from, to } of company.names ?? []) {
    await findOrInsert(client, 'company_name', { company_id: id, name, valid_from: from }, { valid_to: to });
  }
  for (const { symbol, exchange, from, to } of company.symbols ?? []) {
    await findOrInsert(
      client,
      'company_symbol',
      { company_id: id, symbol, exchange, valid_from: from },
      { valid_to: to },
    );
  }
  for (const { scheme, value, from, to } of company.identifiers ?? []) {
    await findOrInsert(
      client,
      'company_identifier',
      { company_id: id, scheme, value, valid_from: from },
      { valid_to: to },
    );
  }
}
