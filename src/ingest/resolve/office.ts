import { ExecutiveRole } from '../../domain/executive.entity';
import { insertRows } from '../persist/writer';
import { nameKey } from './name-key';
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
  const key = nameKey(title);
  return ROLES.find(([, pattern]) => pattern.test(key))?.[0] ?? ExecutiveRole.OTHER;
}

/**
 * Stores that somebody speaks in an office, where no office of that kind is known for the day. The days of a new one stay
 * open: a document tells that somebody is in office, not since when.
 */
export async function learnOffice(
  { client, day }: Resolution,
  personId: number,
  companyId: number,
  printed: string,
): Promise<void> {
  const title = printed.replace(/^(our|their|its|the)\s+/i, '').trim();
  const role = executiveRoleOf(title);
  const { rows } = await client.query<{ role: string; title: string; holds: boolean }>(
    `SELECT role, title, daterange(valid_from, valid_to, '[]') @> coalesce($3::date, current_date) AS holds
     FROM executive WHERE person_id = $1 AND company_id = $2`,
    [personId, companyId, day],
  );
  const isSame = (known: { role: string; title: string }) =>
    role === ExecutiveRole.OTHER ? nameKey(known.title) === nameKey(title) : known.role === role;
  // The same text with other days: what somebody stated about them is not stretched by a document.
  if (rows.some((known) => (known.holds && isSame(known)) || nameKey(known.title) === nameKey(title))) return;
  await insertRows(client, 'executive', [{ person_id: personId, company_id: companyId, title, role }]);
}
