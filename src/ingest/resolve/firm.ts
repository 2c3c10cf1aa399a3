import { bareCompanyName } from '../../language/name/company-name';
import { insertRows } from '../persist/writer';
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

/** A voice's house as it is printed, and what the voice does. */
export interface FirmClue {
  readonly name: string;
  readonly comments: boolean;
  readonly asksOnCall: boolean;
}

/**
 * The houses that outside voices speak for, in order. One is made only for voices whose words are kept as comments: what speaks before them for
 * a house that nobody knows has none. Whoever asks on a call does so for a broker, unless the name says otherwise.
 */
export async function resolveFirms(
  { client }: Resolution,
  clues: readonly (FirmClue | null)[],
): Promise<(number | null)[]> {
  const known = new Map<string, number>();
  for (const { id, name } of await readFirms(client, clues)) {
    const key = compact(name);
    if (!known.has(key)) known.set(key, id);
  }
  const made = new Map<string, { readonly name: string; readonly kind: string }>();
  const keys = clues.map((clue) => {
    if (clue === null) return null;
    const { name, comments, asksOnCall } = clue;
    const key = compact(name);
    if (known.has(key) || made.has(key)) return key;
    if (!comments) return null;
    const kind = KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? (asksOnCall ? 'SELL_SIDE' : 'OTHER');
    made.set(key, { name: name.trim(), kind });
    return key;
  });
  const ids = await insertRows(client, 'firm', [...made.values()]);
  for (const [i, key] of [...made.keys()].entries()) known.set(key, ids[i] as number);
  return keys.map((key) => (key === null ? null : (known.get(key) ?? null)));
}

/** Stored houses that begin with the same letter as one of the names: what is left out of a name stands behind its first letter. */
async function readFirms(client: Resolution['client'], clues: readonly (FirmClue | null)[]) {
  const letters = new Set(
    clues.flatMap((clue) => (clue === null ? [] : clue.name.trim().normalize('NFKD').slice(0, 1).toLowerCase())),
  );
  if (letters.size === 0) return [];
  const { rows } = await client.query<{ id: number; name: string }>(
    'SELECT id, name FROM firm WHERE left(search_key, 1) = ANY ($1) ORDER BY id',
    [[...letters]],
  );
  return rows;
}

/** People as analysts of a firm, in order; the first title that is told for one stays. */
export async function resolveAnalysts(
  { client }: Resolution,
  analysts: readonly { readonly personId: number; readonly firmId: number | null; readonly title: string | null }[],
): Promise<number[]> {
  if (analysts.length === 0) return [];
  const keyOf = (person: number, firm: number | null) => `${person} ${firm}`;
  const { rows } = await client.query<{ id: number; person_id: number; firm_id: number | null }>(
    'SELECT id, person_id, firm_id FROM analyst WHERE person_id = ANY ($1) ORDER BY id DESC',
    [[...new Set(analysts.map(({ personId }) => personId))]],
  );
  const known = new Map(rows.map(({ id, person_id, firm_id }) => [keyOf(person_id, firm_id), id]));
  const made = new Map<string, { person_id: number; firm_id: number | null; title: string | null }>();
  for (const { personId, firmId, title } of analysts) {
    const key = keyOf(personId, firmId);
    if (!known.has(key) && !made.has(key)) made.set(key, { person_id: personId, firm_id: firmId, title });
  }
  const ids = await insertRows(client, 'analyst', [...made.values()]);
  for (const [i, key] of [...made.keys()].entries()) known.set(key, ids[i] as number);
  return analysts.map(({ personId, firmId }) => known.get(keyOf(personId, firmId)) as number);
}
