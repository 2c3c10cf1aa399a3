import { bareCompanyName, canStandFor, firstWord, slugOf } from '../../language/name/company-name';
import { nameKey } from '../../language/name/name-key';
import type { ExtractedEvent } from '../extraction';
import { insertRows } from '../persist/writer';
import { CompanyBook, type KnownCompany, type NamedCompany } from './company-book';
import { type Resolution, warn } from './resolution';

export type { KnownCompany } from './company-book';

export type CompanyClue = Pick<ExtractedEvent, 'company' | 'symbol' | 'cik'>;

/** Where a source tells a symbol and no exchange. */
export const UNKNOWN_EXCHANGE = 'UNKNOWN';

const SYMBOL = /^[A-Z]{1,5}(?:[.-][A-Z])?$/;

const COLUMNS = 'c.id, c.slug, c.name, c.fiscal_year_end';

/** The company that a document speaks of, made where none is known. Null where nothing names it, or several could be meant. */
export async function resolveCompany(resolution: Resolution, clue: CompanyClue): Promise<KnownCompany | null> {
  const found = await findByCode(resolution, clue);
  if (found) return learnCompany(resolution, found, clue);
  if (!clue.company) {
    if (!clue.symbol && !clue.cik) return null;
    return createCompany(resolution, { ...clue, company: clue.symbol ?? `CIK ${clue.cik}` });
  }
  const named = await findByName(resolution, clue.company);
  // Some sources print the symbol where the name belongs.
  if (named.length === 0 && SYMBOL.test(clue.company)) {
    const held = await findByCode(resolution, { ...clue, symbol: clue.company });
    if (held) return learnCompany(resolution, held, { ...clue, company: null });
  }
  if (named.length === 1 && (await mayBe(resolution, named[0]!, clue)))
    return learnCompany(resolution, named[0]!, clue);
  if (named.length > 1) {
    const names = named.map(({ name }) => name).join(', ');
    warn(
      resolution,
      'AMBIGUOUS_COMPANY',
      `"${clue.company}" may be ${names}; say which with \`--company\` (its symbol, CIK or slug), and read the document again (\`--again\`)`,
    );
    return null;
  }
  return createCompany(resolution, clue);
}

/** A company as whoever imports names it: by slug, symbol or CIK. Null where none is known. */
export async function findNamedCompany(resolution: Resolution, reference: string): Promise<KnownCompany | null> {
  const { rows } = await resolution.client.query<KnownCompany>(`SELECT ${COLUMNS} FROM company c WHERE slug = $1`, [
    reference.toLowerCase(),
  ]);
  if (rows[0]) return rows[0];
  const isCik = /^\d+$/.test(reference);
  return findByCode(resolution, {
    company: null,
    cik: isCik ? reference.replace(/^0+/, '') : null,
    symbol: isCik ? null : reference,
  });
}

/**
 * By CIK, else by the symbol as of the day: FB became META, and META was another issuer's before. A symbol that only documents
 * told may have held before the first of them.
 */
async function findByCode({ client, day }: Resolution, { cik, symbol }: CompanyClue): Promise<KnownCompany | null> {
  if (cik) {
    const { rows } = await client.query<KnownCompany>(
      `SELECT ${COLUMNS} FROM company c JOIN company_identifier i ON i.company_id = c.id WHERE i.scheme = 'CIK' AND i.value = $1`,
      [cik],
    );
    if (rows[0]) return rows[0];
  }
  if (!symbol) return null;
  const { rows } = await client.query<KnownCompany>(
    `SELECT DISTINCT ${COLUMNS} FROM company c JOIN company_symbol s ON s.company_id = c.id
     WHERE s.symbol = $1 AND (daterange(s.valid_from, s.valid_to, '[]') @> coalesce($2::date, current_date)
       OR (s.exchange = 'UNKNOWN' AND $2::date < s.valid_from))
       AND NOT EXISTS (SELECT FROM company_identifier i WHERE i.company_id = c.id AND i.scheme = 'CIK' AND i.value <> $3)`,
    [symbolOf(symbol).symbol, day, cik],
  );
  return rows.length === 1 ? rows[0]! : null;
}

/** Companies of that name, today's or an earlier one; else those for whose name it can stand, or whose name can stand for it. */
export async function findByName(resolution: Pick<Resolution, 'client'>, name: string): Promise<KnownCompany[]> {
  return (await readCompanies(resolution, [name])).find(name);
}

/** Those who may be meant by any of the names, by one question however many there are. */
async function readCompanies({ client }: Pick<Resolution, 'client'>, names: readonly string[]): Promise<CompanyBook> {
  const firsts = new Set(names.map((name) => firstWord(bareCompanyName(name))).filter(Boolean));
  if (firsts.size === 0) return new CompanyBook([]);
  // Ranges of the index, one for each beginning; no character sorts behind the last one of Unicode.
  const within = (key: string) => `${key} ~>=~ g.first AND ${key} ~<~ (g.first || chr(1114111))`;
  const { rows } = await client.query<NamedCompany>(
    `SELECT ${COLUMNS}, c.name AS known FROM unnest($1::text[]) g(first) JOIN company c ON ${within("earshot_search_key(c.name, '{}')")}
     UNION SELECT ${COLUMNS}, n.name FROM unnest($1::text[]) g(first) JOIN company_name n ON ${within("earshot_search_key(n.name, '{}')")}
       JOIN company c ON c.id = n.company_id
     ORDER BY 1`,
    [[...firsts].flatMap((first) => [first, `the ${first}`])],
  );
  return new CompanyBook(rows);
}

/** A company of that name with another CIK is another company. */
async function mayBe({ client }: Resolution, company: KnownCompany, { cik }: CompanyClue): Promise<boolean> {
  if (!cik) return true;
  const { rows } = await client.query(
    "SELECT FROM company_identifier WHERE company_id = $1 AND scheme = 'CIK' AND value <> $2",
    [company.id, cik],
  );
  return rows.length === 0;
}

export async function createCompany(resolution: Resolution, clue: CompanyClue): Promise<KnownCompany> {
  const { client } = resolution;
  const base = slugOf(clue.company as string);
  const { rows } = await client.query<{ slug: string }>('SELECT slug FROM company WHERE slug = $1 OR slug LIKE $2', [
    base,
    `${base}-%`,
  ]);
  const taken = new Set(rows.map(({ slug }) => slug));
  let slug = base;
  for (let n = 2; taken.has(slug); n++) slug = `${base}-${n}`;
  const name = (clue.company as string).trim();
  const [id] = (await insertRows(client, 'company', [{ slug, name }])) as [number];
  return learnCompany(resolution, { id, slug, name, fiscal_year_end: null }, clue);
}

/** What a source tells of a company beyond its name: its number, and the symbol that holds at least since the document's day. */
export async function learnCompany(
  resolution: Resolution,
  company: KnownCompany,
  { cik, symbol, company: name }: CompanyClue,
): Promise<KnownCompany> {
  const { client, day, told } = resolution;
  if (cik) {
    const { rows } = await client.query<{ id: number }>(
      `WITH known AS (SELECT id, company_id FROM company_identifier WHERE scheme = 'CIK' AND (company_id = $1 OR value = $2)), made AS (
         INSERT INTO company_identifier (company_id, scheme, value) SELECT $1, 'CIK', $2 WHERE NOT EXISTS (SELECT FROM known))
       SELECT id FROM known WHERE company_id = $1`,
      [company.id, cik],
    );
    for (const { id } of rows) told.push({ table: 'company_identifier', id });
  }
  // A name that only may stand for the company's is no proof whose the symbol is; a number of a register is.
  const isNamed = !name || cik !== null || bareCompanyName(name) === bareCompanyName(company.name);
  if (symbol && day && isNamed) await learnSymbol(resolution, company, symbol, day);
  // A register's full name replaces the short one under which an article made the company.
  if (cik && name && canStandFor(bareCompanyName(company.name), bareCompanyName(name))) {
    await client.query('UPDATE company SET name = $2 WHERE id = $1', [company.id, name.trim()]);
    return { ...company, name: name.trim() };
  }
  return company;
}

async function learnSymbol(
  { client, told }: Resolution,
  company: KnownCompany,
  printed: string,
  day: string,
): Promise<void> {
  const { symbol, exchange } = symbolOf(printed);
  const { rows } = await client.query<{ id: number; exchange: string; covers: boolean }>(
    `SELECT id, exchange, daterange(valid_from, valid_to, '[]') @> $3::date AS covers FROM company_symbol WHERE company_id = $1 AND symbol = $2
     ORDER BY valid_from`,
    [company.id, symbol, day],
  );
  for (const { id } of rows) told.push({ table: 'company_symbol', id });
  if (rows.some(({ covers }) => covers)) return;
  // Unknown days of an assumed row reach back as far as documents do; days that somebody states are never stretched.
  const assumed = rows.find((row) => row.exchange === UNKNOWN_EXCHANGE);
  const { rows: others } = await client.query(
    `SELECT FROM company_symbol WHERE symbol = $1 AND company_id <> $2 AND coalesce(valid_to, 'infinity') >= $3::date`,
    [symbol, company.id, day],
  );
  if (others.length > 0) return;
  if (assumed) await client.query('UPDATE company_symbol SET valid_from = $2 WHERE id = $1', [assumed.id, day]);
  else if (rows.length === 0)
    await insertRows(client, 'company_symbol', [{ company_id: company.id, symbol, exchange, valid_from: day }]);
}

/** `NASDAQ:META`, `META`. */
export function symbolOf(printed: string): { symbol: string; exchange: string } {
  const [, exchange, symbol = printed] = /^([A-Za-z ]+):\s*(\S+)$/.exec(printed.trim()) ?? [];
  return { symbol: symbol.trim().toUpperCase(), exchange: exchange?.trim().toUpperCase() || UNKNOWN_EXCHANGE };
}

/** Known companies by the names under which a text mentions them. Nothing is made for a mention. */
export async function findMentioned(resolution: Resolution, names: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const book = await readCompanies(resolution, names);
  for (const name of new Set(names)) {
    const companies = book.find(name);
    const exact = companies.filter(
      ({ slug, name: known }) => slug === slugOf(name) || nameKey(known) === nameKey(name),
    );
    const one = companies.length === 1 ? companies[0] : exact.length === 1 ? exact[0] : undefined;
    if (one) found.set(name, one.id);
  }
  return found;
}
