import { z } from 'zod';
import { EventType } from '../../domain/event.entity';
import { ImportFormat } from '../../domain/import-format';
import { SpeakerRole } from '../../domain/utterance-enums';
import { type NeutralDocument, NO_METADATA } from '../neutral-document';
import type { Source } from '../source';
import type { DocumentFormat } from './format';
import { composeTranscript, type VendorTurn } from './vendor/compose';
import { splitByLabels } from './vendor/content';
import { readMoment, readVendorPeriod } from './vendor/moment';
import { roleNamed } from './vendor/speaker';
import { asList, conform, firstObject, jsonOf, name, refuse, text, token } from './vendor/vendor-json';

const PERSON = z.object({ name, role: name, company: name });
const TRANSCRIPT = z.object({
  date: token,
  timestamp: token,
  ticker: name,
  cik: token,
  year: token,
  quarter: token,
  transcript: text,
  participants: z.array(PERSON).nullish(),
  transcript_split: z.array(z.object({ speaker: name, role: name, company: name, text })).nullish(),
});
type Transcript = z.output<typeof TRANSCRIPT>;
type Person = z.output<typeof PERSON>;

/** API Ninjas: one string with labels; on higher tiers also turns and the people with their parts. */
export const apiNinjas: DocumentFormat = {
  name: ImportFormat.API_NINJAS,
  largest: 64 * 1024 * 1024,

  recognises(source) {
    const first = firstObject(source);
    if (!first || !('transcript' in first || 'transcript_split' in first)) return 0;
    if (Array.isArray(first.transcript)) return 0;
    if ('earnings_timing' in first || 'transcript_split' in first) return 0.97;
    return typeof first.transcript === 'string' && ('cik' in first || 'ticker' in first) ? 0.9 : 0;
  },

  parse(source): NeutralDocument[] {
    return asList(jsonOf(source)).map(({ value, at }) => read(conform(TRANSCRIPT, value, source, at), at, source));
  },
};

function read(found: Transcript, at: string, source: Source): NeutralDocument {
  const path = (key: string) => (at ? `${at}.${key}` : key);
  const people = found.participants ?? [];
  const turns = found.transcript_split?.length
    ? found.transcript_split.map(
        ({ text: words, ...turn }, i): VendorTurn => ({
          ...personOf({ name: turn.speaker, role: turn.role, company: turn.company }, people),
          pieces: [words ?? ''],
          path: path(`transcript_split[${i}].text`),
        }),
      )
    : found.transcript === null
      ? refuse(source, path('transcript'), 'is missing or empty: there is no transcript in it')
      : splitByLabels(found.transcript, path('transcript')).map((turn) => ({
          ...turn,
          ...(turn.name ? personOf({ name: turn.name, role: turn.title ?? null, company: null }, people) : {}),
          label: turn.label,
        }));
  const stamp = readMoment(found.timestamp, source, path('timestamp'));
  const moment = readMoment(found.date, source, path('date'));
  const cik = found.cik === null ? null : String(found.cik).replace(/^0+(?=\d)/, '');
  const metadata = {
    ...NO_METADATA,
    symbol: found.ticker,
    cik: cik !== null && /^\d{1,10}$/.test(cik) ? cik : null,
    period: readVendorPeriod(found.year, found.quarter, source, path('quarter')),
    eventType: EventType.EARNINGS_CALL,
    eventDate: moment?.day ?? stamp?.day ?? null,
    // Midnight is a day without a time, written as an instant.
    eventStartsAt:
      [moment?.instant, stamp?.instant].find((instant) => instant && !instant.includes('T00:00:00')) ?? null,
  };
  return composeTranscript(source, ImportFormat.API_NINJAS, metadata, turns);
}

/** What the turn and the list of people say of a speaker together. The company's own people have no firm. */
function personOf(
  said: Person,
  people: readonly Person[],
): Pick<VendorTurn, 'label' | 'name' | 'title' | 'firm' | 'role'> {
  const listed = people.find(
    (person) => person.name !== null && person.name.toLowerCase() === said.name?.toLowerCase(),
  );
  const title = said.role ?? listed?.role ?? null;
  const role = roleNamed(title) ?? roleNamed(said.name);
  const isPart = role === SpeakerRole.OPERATOR && /operator/i.test(said.name ?? '');
  const firm = role === SpeakerRole.ANALYST ? (said.company ?? listed?.company ?? null) : null;
  return { label: said.name, name: isPart ? null : said.name, title, firm, role };
}
