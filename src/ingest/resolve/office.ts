import { ExecutiveRole } from '../../domain/executive.entity';
import { withoutFormer } from '../../language/name/former-office';
import { nameKey } from '../../language/name/name-key';
import { insertRows } from '../persist/writer';
import type { Resolution } from './resolution';

/** From the most telling on: a chairman and chief executive is the chief executive. */
const ROLES: readonly (readonly [ExecutiveRole, RegExp])[] = [
  [ExecutiveRole.CEO, /\b(ceo|chief executive|principal executive)\b/],
  [ExecutiveRole.CFO, /\b(cfo|chief (financial|finance) officer|finance (chief|director))\b/],
  [ExecutiveRole.COO, /\b(coo|chief operating officer|operating chief)\b/],
  [ExecutiveRole.CTO, /\b(cto|chief technolog\w+ officer|technology chief)\b/],
  [ExecutiveRole.IR, /\binvestor relations\b|\bir\b/],
  [ExecutiveRole.CHAIR, /\bchair(man|woman|person)?\b/],
  [ExecutiveRole.PRESIDENT, /(?<!vice[ -])\bpresident\b/],
];

export function executiveRoleOf(title: string): ExecutiveRole {
  const key = nameKey(withoutFormer(title));
  return ROLES.find(([, pattern]) => pattern.test(key))?.[0] ?? ExecutiveRole.OTHER;
}

interface Office {
  /** Null: the document has told it just now. */
  readonly id: number | null;
  readonly role: string;
  readonly title: string;
  readonly holds: boolean;
}

/** Somebody's office at the company of the document, as it is printed. */
export interface OfficeClue {
  readonly personId: number;
  readonly title: string;
}

/**
 * Stores that people speak in an office, where no office of that kind is known for the day. The days of a new one stay
 * open: a document tells that somebody is in office, not since when.
 */
export async function learnOffices(
  { client, day, told }: Resolution,
  companyId: number,
  clues: readonly OfficeClue[],
): Promise<void> {
  if (clues.length === 0) return;
  const { rows } = await client.query<{ id: number; person_id: number; role: string; title: string; holds: boolean }>(
    `SELECT id, person_id, role, title, daterange(valid_from, valid_to, '[]') @> coalesce($3::date, current_date) AS holds
     FROM executive WHERE person_id = ANY ($1) AND company_id = $2`,
    [[...new Set(clues.map(({ personId }) => personId))], companyId, day],
  );
  const known = new Map<number, Office[]>();
  const officesOf = (personId: number) => {
    const offices = known.get(personId) ?? [];
    known.set(personId, offices);
    return offices;
  };
  for (const { person_id, ...office } of rows) officesOf(person_id).push(office);
  const made: { person_id: number; company_id: number; title: string; role: ExecutiveRole }[] = [];
  for (const { personId, title: printed } of clues) {
    const title = printed.replace(/^(our|their|its|the)\s+/i, '').trim();
    const role = executiveRoleOf(title);
    const offices = officesOf(personId);
    const isSame = (other: { role: string; title: string }) =>
      role === ExecutiveRole.OTHER ? nameKey(other.title) === nameKey(title) : other.role === role;
    // The same text with other days: what somebody stated about them is not stretched by a document.
    const same = offices.find((other) => (other.holds && isSame(other)) || nameKey(other.title) === nameKey(title));
    if (same) {
      if (same.id !== null) told.push({ table: 'executive', id: same.id });
      continue;
    }
    offices.push({ id: null, role, title, holds: true });
    made.push({ person_id: personId, company_id: companyId, title, role });
  }
  await insertRows(client, 'executive', made);
}
