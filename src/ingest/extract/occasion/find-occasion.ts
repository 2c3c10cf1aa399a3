import type { NeutralDocument } from '../../neutral-document';
import type { Occasion } from '../finding';

/** The company, the period and the event that a document is about. */
export function findOccasion({ metadata }: NeutralDocument): Occasion {
  return {
    type: metadata.eventType,
    company: metadata.companyName,
    symbol: metadata.symbol,
    cik: metadata.cik,
    period: metadata.period,
    date: metadata.eventDate,
    startsAt: metadata.eventStartsAt,
    confidence: 1,
  };
}
