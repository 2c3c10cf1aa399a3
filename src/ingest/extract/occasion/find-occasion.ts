import { EventType } from '../../../domain/event.entity';
import type { NeutralDocument } from '../../neutral-document';
import type { Occasion } from '../finding';
import { findCompany } from './find-company';
import { findEvent } from './find-event';
import { findPeriod } from './find-period';
import { printIfKnown } from './resolve-period';
import { startOf } from './start-time';

/** The company, the period and the event that a document is about. Unknown is null: nothing is guessed. */
export function findOccasion(document: NeutralDocument): Occasion {
  const { metadata } = document;
  const company = findCompany(document);
  const event = findEvent(document);
  const period = findPeriod(document, event.date);
  const parts = [company, event, period].map(({ confidence }) => confidence).filter((confidence) => confidence > 0);
  return {
    // A summit that the news speak of is a company's occasion only where they speak of a company.
    type:
      event.type === EventType.CONFERENCE && !document.turns && !company.name && !company.symbol ? null : event.type,
    company: company.name,
    symbol: company.symbol,
    cik: metadata.cik,
    period: printIfKnown(period.period),
    date: event.date,
    // The time in an article's head is that of its publication.
    startsAt: metadata.eventStartsAt ?? (document.turns && event.date ? startOf(document.text, event.date) : null),
    // As sure as its least sure part.
    confidence: parts.length > 0 ? Math.min(...parts) : 0,
  };
}
