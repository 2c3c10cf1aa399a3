import { EventType } from '../../domain/event.entity';
import { ImportFormat } from '../../domain/import-format';
import { type NeutralDocument, NO_METADATA } from '../neutral-document';
import type { DocumentFormat } from './format';
import { composeTranscript } from './vendor/compose';
import { CALL, type CallPayload, mergeLevels } from './vendor/earningscall-levels';
import { readMoment, readVendorPeriod } from './vendor/moment';
import { asList, conform, firstObject, jsonOf } from './vendor/vendor-json';

/**
 * EarningsCall: text alone, speakers, words with times, or the two sections, one a level. Levels of one call in one file are
 * merged. The company is in the address it was fetched from, not in the file: whoever imports it names it.
 */
export const earningscall: DocumentFormat = {
  name: ImportFormat.EARNINGSCALL,
  largest: 128 * 1024 * 1024,

  recognises(source) {
    const first = firstObject(source);
    if (!first) return 0;
    const { event } = first;
    if (event !== null && typeof event === 'object' && 'conference_date' in event) return 0.98;
    if ('speaker_name_map_v2' in first || 'prepared_remarks' in first) return 0.95;
    const keys = Object.keys(first);
    // Older files have the text and nothing besides.
    return keys.length === 1 && keys[0] === 'text' && typeof first.text === 'string' ? 0.6 : 0;
  },

  parse(source): NeutralDocument[] {
    const payloads = asList(jsonOf(source)).map(({ value, at }) => ({ call: conform(CALL, value, source, at), at }));
    return groupByEvent(payloads).map((levels) => {
      const event = levels.find(({ call }) => call.event)?.call.event ?? null;
      const [at] = levels.map((level) => level.at);
      const path = (key: string) => (at ? `${at}.${key}` : key);
      const moment = readMoment(event?.conference_date ?? null, source, path('event.conference_date'));
      const first = levels.map(({ call }) => call);
      const metadata = {
        ...NO_METADATA,
        symbol: first.map(({ symbol }) => symbol).find(Boolean) ?? null,
        companyName: first.map(({ company_name }) => company_name).find(Boolean) ?? null,
        period: readVendorPeriod(event?.year ?? null, event?.quarter ?? null, source, path('event.quarter')),
        eventType: EventType.EARNINGS_CALL,
        eventDate: moment?.day ?? null,
        eventStartsAt: moment?.instant ?? null,
      };
      return composeTranscript(source, ImportFormat.EARNINGSCALL, metadata, mergeLevels(levels, source));
    });
  },
};

/** Levels of one call stand together in a list; those of another call begin the next document. */
function groupByEvent(payloads: readonly CallPayload[]): CallPayload[][] {
  const groups = new Map<string, CallPayload[]>();
  payloads.forEach((payload, i) => {
    const { event } = payload.call;
    const key = event ? JSON.stringify([event.year, event.quarter, event.conference_date]) : `no event ${i}`;
    groups.set(key, [...(groups.get(key) ?? []), payload]);
  });
  return [...groups.values()];
}
