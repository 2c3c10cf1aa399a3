import { EventType } from '../../domain/event.entity';
import type { ExtractedEvent } from '../extraction';
import type { KnownQuarter } from '../persist/document-rows';
import { fillRow, insertRows } from '../persist/writer';
import type { KnownCompany } from './company';
import { type Resolution, warn } from './resolution';

export interface KnownEvent {
  readonly id: number;
  readonly date: string;
  readonly title: string;
}

/** Sources of one call may print the day of another time zone, or of publication. */
const TOLERANCE_DAYS = 3;

/**
 * The occasion of speaking, made where it is not known. A company holds one earnings call a quarter; other occasions are told
 * apart by their kind and day. Null where there is none, or nothing tells its day.
 */
export async function resolveEvent(
  resolution: Resolution,
  company: KnownCompany,
  quarter: KnownQuarter | null,
  occasion: ExtractedEvent,
  publishedOn: string | null,
): Promise<KnownEvent | null> {
  const { client } = resolution;
  const { type, date, startsAt } = occasion;
  if (type === null) return null;
  const isCall = type === EventType.EARNINGS_CALL;
  const { rows } = await client.query<KnownEvent>(
    `SELECT id, date::text AS date, title FROM event WHERE company_id = $1 AND type = $2
       AND ((quarter_id = $3 AND $4) OR (abs(date - $5::date) <= $6 AND (NOT $4 OR quarter_id IS NULL OR $3::int IS NULL)))
     ORDER BY coalesce(abs(date - $5::date), 0), id LIMIT 1`,
    [company.id, type, quarter?.id ?? null, isCall, date, isCall ? TOLERANCE_DAYS : 0],
  );
  if (rows[0]) {
    await fillRow(client, 'event', rows[0].id, { quarter_id: quarter?.id, starts_at: startsAt });
    return rows[0];
  }
  const day = date ?? publishedOn;
  if (day === null) {
    const message = `nothing tells the day of the ${labelOf(type)}; its words belong to no event, its questions and answers to no exchange; name the day of publication to let it stand in (\`--published-at\`), and read it again (\`--again\`)`;
    warn(resolution, 'EVENT_WITHOUT_DAY', message);
    return null;
  }
  if (date === null) {
    warn(resolution, 'EVENT_DAY_ASSUMED', `the day of publication, ${day}, stands for the day of the ${labelOf(type)}`);
  }
  const period = quarter ? ` Q${quarter.fiscal_quarter} ${quarter.fiscal_year}` : '';
  const title = `${company.name}${period} ${labelOf(type)}`;
  const [id] = (await insertRows(client, 'event', [
    {
      company_id: company.id,
      quarter_id: quarter?.id ?? null,
      type,
      // Whatever is quoted or written down has happened.
      status: 'ENDED',
      title,
      date: day,
      starts_at: startsAt,
    },
  ])) as [number];
  return { id, date: day, title };
}

const labelOf = (type: string): string => type.toLowerCase().replaceAll('_', ' ');
