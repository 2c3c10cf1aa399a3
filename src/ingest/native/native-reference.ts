import type { Client } from 'pg';
import { calendarQuarterOf } from '../../domain/fiscal/calendar';
import { parsePeriod } from '../../domain/fiscal/period';
import { ImportError } from '../fault';
import { fillRow, findOrInsert } from '../persist/writer';
import { type NameBook, namedAt } from './name-book';
import { persistCompany } from './native-company';
import type { NativeFile } from './schema';

/**
 * Companies, people, offices, quarters and events of a file. What is stored already is filled where it is empty and never
 * overridden: another source may know better, and two files must give the same whichever comes first.
 */
export async function persistReference(client: Client, file: NativeFile, names: NameBook): Promise<void> {
  for (const [i, company] of (file.companies ?? []).entries())
    await persistCompany(client, company, `companies[${i}]`, names);
  await persistPeople(client, file.people ?? [], names);
  await names.findOrMake(
    client,
    'firm',
    (file.firms ?? []).map(({ name, kind }) => ({ name, kind })),
  );
  await persistOffices(client, file, names);
  for (const [i, { person, firm, title }] of (file.analysts ?? []).entries()) {
    await findOrInsert(client, 'analyst', {
      person_id: await namedAt(`analysts[${i}].person`, names.person(person)),
      firm_id: firm ? await namedAt(`analysts[${i}].firm`, names.firm(firm)) : null,
      title: title ?? null,
    });
  }
  await persistQuarters(client, file, names);
  for (const [i, event] of (file.events ?? []).entries()) {
    const company = await namedAt(`events[${i}].company`, names.company(event.company));
    const quarter = event.quarter
      ? (await namedAt(`events[${i}].quarter`, names.quarter(company, event.quarter))).id
      : null;
    const id = await findOrInsert(
      client,
      'event',
      { company_id: company, type: event.type, date: event.date },
      { quarter_id: quarter, status: event.status ?? 'ENDED', title: event.title, starts_at: event.startsAt },
    );
    await fillRow(client, 'event', id, { quarter_id: quarter, starts_at: event.startsAt });
  }
}

async function persistPeople(
  client: Client,
  people: NonNullable<NativeFile['people']>,
  names: NameBook,
): Promise<void> {
  const told = people.map(({ name, aliases = [] }) => ({ name, aliases }));
  for (const { name, aliases } of await names.findOrMake(client, 'person', told)) {
    if (aliases.length > 0) await learnAliases(client, await names.person(name), aliases);
  }
}

async function learnAliases(client: Client, id: number, aliases: readonly string[]): Promise<void> {
  await client.query(
    `UPDATE person p SET aliases = p.aliases || a.more FROM (SELECT array_agg(alias ORDER BY place) AS more
       FROM unnest($2::text[]) WITH ORDINALITY AS given(alias, place) JOIN person o ON o.id = $1
       WHERE alias <> o.name AND alias <> ALL (o.aliases)) a WHERE p.id = $1 AND a.more IS NOT NULL`,
    [id, aliases],
  );
}

async function persistOffices(client: Client, file: NativeFile, names: NameBook): Promise<void> {
  for (const [i, { person, company, title, role, from, to }] of (file.executives ?? []).entries()) {
    const personId = await namedAt(`executives[${i}].person`, names.person(person));
    const companyId = await namedAt(`executives[${i}].company`, names.company(company));
    const key = { person_id: personId, company_id: companyId, title };
    // An office known without its days, from a document, gets them here, and the title as the company prints it: an article has words of its own
    // for it. Not where the person speaks for the company after the last day: that is another office, or the same once more.
    const { rowCount } = await client.query(
      `UPDATE executive SET valid_from = $4, valid_to = coalesce(valid_to, $5), title = $3 WHERE $4::date IS NOT NULL AND id =
         (SELECT id FROM executive WHERE person_id = $1 AND company_id = $2 AND valid_from IS NULL
            AND (lower(title) = lower($3) OR (role = $6 AND role <> 'OTHER' AND valid_to IS NULL))
            AND NOT EXISTS (SELECT FROM utterance WHERE speaker_id = $1 AND company_id = $2 AND said_on > $5)
          ORDER BY lower(title) <> lower($3), id LIMIT 1)`,
      [...Object.values(key), from ?? null, to ?? null, role],
    );
    if (rowCount === 0) await findOrInsert(client, 'executive', { ...key, valid_from: from }, { role, valid_to: to });
  }
}

async function persistQuarters(client: Client, file: NativeFile, names: NameBook): Promise<void> {
  for (const [i, { company, period, start, end }] of (file.quarters ?? []).entries()) {
    const { year, quarter } = parsePeriod(period);
    const calendar = calendarQuarterOf(start, end);
    const days = {
      start_date: start,
      end_date: end,
      calendar_year: calendar.year,
      calendar_quarter: calendar.quarter,
    };
    const companyId = await namedAt(`quarters[${i}].company`, names.company(company));
    const key = { company_id: companyId, fiscal_year: year, fiscal_quarter: quarter };
    await refuseOverlap(client, `quarters[${i}]`, Object.values(key), start, end);
    const id = await findOrInsert(client, 'quarter', key, days);
    await client.query(
      `UPDATE quarter SET start_date = $2, end_date = $3, calendar_year = $4, calendar_quarter = $5, is_assumed = false
       WHERE id = $1 AND is_assumed`,
      [id, ...Object.values(days)],
    );
  }
}

/** Two quarters of a company have no day in common. One whose days are known already keeps them, whatever the file says. */
async function refuseOverlap(client: Client, path: string, key: unknown[], start: string, end: string): Promise<void> {
  const { rows } = await client.query<{ period: string; days: string }>(
    `SELECT 'FY' || fiscal_year || 'Q' || fiscal_quarter AS period, start_date || ' to ' || end_date AS days FROM quarter
     WHERE company_id = $1 AND (fiscal_year, fiscal_quarter) <> ($2, $3) AND daterange(start_date, end_date, '[]') && daterange($4, $5, '[]')
       AND NOT EXISTS (SELECT FROM quarter WHERE company_id = $1 AND (fiscal_year, fiscal_quarter) = ($2, $3) AND NOT is_assumed)
     ORDER BY start_date LIMIT 1`,
    [...key, start, end],
  );
  const [other] = rows;
  if (other)
    throw new ImportError([{ path, message: `has days of ${other.period}, which is stored as ${other.days}` }]);
}
