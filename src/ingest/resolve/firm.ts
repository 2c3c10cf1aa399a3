import { findOrInsert, insertRows } from '../persist/writer';
import { bareCompanyName } from './company-name';
import type { Resolution } from './resolution';

/** Names are compared without spaces and legal forms: `J.P. Morgan`, `JP Morgan` and `JPMorgan` are one house. */
const compact = (name: string): string =>
  bareCompanyName(name.replace(/\s+(securities|research|capital markets)$/i, '')).replaceAll(' ', '');

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['VENTURE', /\b(ventures?|venture capital)\b/i],
  ['SELL_SIDE', /\b(securities|capital markets|bank|brokerage|investment banking|equities)\b/i],
  ['RESEARCH', /\bresearch\b/i],
  ['BUY_SIDE', /\b(asset management|investment management|advisors?|funds?)\b/i],
];

/**
 * The house that an outside voice speaks for, made only for voices whose words are kept as comments. Whoever asks on a call does so
 * for a broker, unless the name says otherwise.
 */
export async function resolveFirm(
  { client }: Resolution,
  name: string,
  { comments, asksOnCall }: { readonly comments: boolean; readonly asksOnCall: boolean },
): Promise<number | null> {
  const key = compact(name);
  const first = name
    .trim()
    .normalize('NFKD')
    .slice(0, 1)
    .toLowerCase()
    .replace(/[\\%_]/, '\\$&');
  const { rows } = await client.query<{ id: number; name: string }>(
    'SELECT id, name FROM firm WHERE search_key LIKE $1 ORDER BY id',
    [`${first}%`],
  );
  const known = rows.find((firm) => compact(firm.name) === key);
  if (known) return known.id;
  if (!comments) return null;
  const kind = KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? (asksOnCall ? 'SELL_SIDE' : 'OTHER');
  const [id] = (await insertRows(client, 'firm', [{ name: name.trim(), kind }])) as [number];
  return id;
}

/** The person as an analyst of a firm. */
export function resolveAnalyst(
  { client }: Resolution,
  personId: number,
  firmId: number | null,
  title: string | null,
): Promise<number> {
  return findOrInsert(client, 'analyst', { person_id: personId, firm_id: firmId }, { title });
}
