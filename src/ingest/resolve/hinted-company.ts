import { bareCompanyName, canStandFor } from '../../language/name/company-name';
import { nameKey } from '../../language/name/name-key';
import { ImportError } from '../fault';
import type { ParseHints } from '../formats/format';
import { createCompany, findByName, findNamedCompany, type KnownCompany, learnCompany, symbolOf } from './company';
import { type Resolution, warn } from './resolution';

/**
 * The company that whoever imports has named, or wants made. Null where nobody has. A name that nobody bears is refused: a typing error
 * must not become a company.
 */
export async function hintedCompany(resolution: Resolution, hints: ParseHints): Promise<KnownCompany | null> {
  const { company, createCompany: wanted = null } = hints;
  if (wanted !== null) return madeCompany(resolution, wanted);
  if (company === null) return null;
  const known = (await findNamedCompany(resolution, company)) ?? (await bearerOf(resolution, company));
  if (known) return known;
  const candidates = await candidatesFor(resolution, company);
  const meant = candidates.length > 0 ? `; known are ${candidates.join(', ')}` : '';
  const message = `"${company}" is no symbol, CIK, slug or name of a company that is known${meant}; to make a new one, say so (\`createCompany\`, on the command line --create-company)`;
  throw new ImportError([{ path: 'company', message, code: 'UNKNOWN' }]);
}

/** The one company of exactly this name. */
async function bearerOf(resolution: Resolution, name: string): Promise<KnownCompany | null> {
  const named = (await findByName(resolution, name)).filter((known) => nameKey(known.name) === nameKey(name));
  return named.length === 1 ? named[0]! : null;
}

/** Made once: the next document of the same import finds it. */
async function madeCompany(
  resolution: Resolution,
  { name, symbol }: NonNullable<ParseHints['createCompany']>,
): Promise<KnownCompany> {
  const holder = symbol === null ? null : await findNamedCompany(resolution, symbol);
  if (holder && !isSame(holder.name, name)) {
    const message = `the symbol ${symbol} is that of ${holder.name}; name that with --company, or give the new company another symbol`;
    throw new ImportError([{ path: 'createCompany', message, code: 'AMBIGUOUS' }]);
  }
  const known = holder ?? (await bearerOf(resolution, name));
  const made = known
    ? await giveSymbol(resolution, known, symbol)
    : await createCompany(resolution, { company: name, symbol, cik: null });
  if (symbol !== null && resolution.day === null && !holder) {
    const advice = 'name the day of publication (`--published-at`), and read the document again (`--again`)';
    warn(
      resolution,
      'SYMBOL_WITHOUT_DAY',
      `the symbol ${symbol} is not kept: nothing tells since when it holds; ${advice}`,
    );
  }
  return made;
}

/** A company that was known without a symbol gets the one that whoever imports names; one that bears another is refused. */
async function giveSymbol(resolution: Resolution, known: KnownCompany, symbol: string | null): Promise<KnownCompany> {
  if (symbol === null) return known;
  const { rows } = await resolution.client.query<{ symbol: string }>(
    'SELECT symbol FROM company_symbol WHERE company_id = $1 ORDER BY valid_to DESC NULLS FIRST, valid_from DESC',
    [known.id],
  );
  const given = symbolOf(symbol).symbol;
  if (rows.length === 0 || rows.some((held) => held.symbol === given))
    return learnCompany(resolution, known, { company: null, symbol, cik: null });
  const message = `${known.name} is known by the symbol ${rows[0]!.symbol}; name it with --company, or give the new company a name of its own`;
  throw new ImportError([{ path: 'createCompany', message, code: 'AMBIGUOUS' }]);
}

export const isSame = (one: string, other: string): boolean => {
  const [a, b] = [bareCompanyName(one), bareCompanyName(other)];
  return a === b || canStandFor(a, b) || canStandFor(b, a);
};

/** Names that somebody may have meant, with their symbols. */
async function candidatesFor({ client }: Resolution, typed: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; symbol: string | null }>(
    `SELECT c.name, (SELECT s.symbol FROM company_symbol s WHERE s.company_id = c.id ORDER BY s.valid_to DESC NULLS FIRST, s.valid_from DESC LIMIT 1) AS symbol
     FROM company c CROSS JOIN LATERAL (SELECT greatest(similarity(c.name, $1), word_similarity($1, c.name), similarity(c.slug, $1),
       (SELECT max(similarity(s.symbol, $1)) FROM company_symbol s WHERE s.company_id = c.id)) AS likeness) l
     WHERE l.likeness > 0.3 ORDER BY l.likeness DESC, c.name LIMIT 5`,
    [typed],
  );
  return rows.map(({ name, symbol }) => (symbol === null ? name : `${name} (${symbol})`));
}
