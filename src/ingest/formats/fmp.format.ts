import { z } from 'zod';
import { EventType } from '../../domain/event.entity';
import { ImportFormat } from '../../domain/import-format';
import { type NeutralDocument, NO_METADATA } from '../neutral-document';
import type { Source } from '../source';
import type { DocumentFormat } from './format';
import { composeTranscript } from './vendor/compose';
import { splitByLabels } from './vendor/content';
import { readMoment, readVendorPeriod } from './vendor/moment';
import { asList, conform, firstObject, jsonOf, name, refuse, text, token } from './vendor/vendor-json';

const TRANSCRIPT = z.object({
  symbol: name,
  ticker: name,
  year: token,
  fiscalYear: token,
  quarter: token,
  period: token,
  date: token,
  content: text,
});

/** Financial Modeling Prep, and Roic and OpenBB, which pass its form on: one string with `Name: text` lines. */
export const fmp: DocumentFormat = {
  name: ImportFormat.FMP,
  largest: 64 * 1024 * 1024,

  recognises(source) {
    const first = firstObject(source);
    if (!first || !('content' in first) || !('symbol' in first || 'ticker' in first)) return 0;
    if (first.content !== null && typeof first.content !== 'string') return 0;
    return ['year', 'fiscalYear', 'quarter', 'period'].some((key) => key in first) ? 0.97 : 0;
  },

  parse(source): NeutralDocument[] {
    return asList(jsonOf(source)).map(({ value, at }) => read(value, at, source));
  },
};

function read(value: unknown, at: string, source: Source): NeutralDocument {
  const path = (key: string) => (at ? `${at}.${key}` : key);
  if (Array.isArray(value)) refuse(source, at, 'is a row of the list of dates, not a transcript');
  const { symbol, ticker, year, fiscalYear, quarter, period, date, content } = conform(TRANSCRIPT, value, source, at);
  // The lists of dates and of symbols have no such key at all; a transcript that is not there yet has a null.
  if (content === null) refuse(source, path('content'), 'is missing or empty: there is no transcript in it');
  const moment = readMoment(date, source, path('date'));
  const metadata = {
    ...NO_METADATA,
    symbol: symbol ?? ticker,
    period: readVendorPeriod(year ?? fiscalYear, quarter ?? period, source, path('quarter')),
    eventType: EventType.EARNINGS_CALL,
    eventDate: moment?.day ?? null,
    eventStartsAt: moment?.instant ?? null,
  };
  return composeTranscript(source, ImportFormat.FMP, metadata, splitByLabels(content, path('content')));
}
