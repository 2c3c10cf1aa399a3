import { z } from 'zod';
import { EventType } from '../../domain/event.entity';
import { ImportFormat } from '../../domain/import-format';
import { SpeakerRole } from '../../domain/utterance-enums';
import { type NeutralDocument, NO_METADATA } from '../neutral-document';
import type { DocumentFormat } from './format';
import { composeTranscript } from './vendor/compose';
import { readMoment, readVendorPeriod } from './vendor/moment';
import { firmAndTitle, roleNamed, sectionNamed } from './vendor/speaker';
import { conform, firstObject, jsonOf, name, text, token } from './vendor/vendor-json';

const TRANSCRIPT = z.object({
  symbol: name,
  year: token,
  quarter: token,
  time: token,
  title: name,
  participant: z.array(z.object({ name, description: name, role: name })).nullish(),
  transcript: z
    .array(z.object({ name, speech: z.union([z.array(text), text.transform((words) => [words])]), session: name }))
    .min(1, 'is empty'),
});

/** Finnhub: turns as lists of paragraphs, and the participants with what they are. */
export const finnhub: DocumentFormat = {
  name: ImportFormat.FINNHUB,
  largest: 64 * 1024 * 1024,

  recognises(source) {
    const first = firstObject(source);
    if (!first || !Array.isArray(first.transcript)) return 0;
    const turn = first.transcript[0];
    if ('participant' in first) return 0.97;
    return typeof turn === 'object' && turn !== null && 'speech' in turn ? 0.95 : 0;
  },

  parse(source): NeutralDocument[] {
    const found = conform(TRANSCRIPT, jsonOf(source), source);
    const people = new Map((found.participant ?? []).map((person) => [person.name?.toLowerCase(), person]));
    const turns = found.transcript.map((turn, i) => {
      const person = people.get(turn.name?.toLowerCase());
      const isPart = turn.name !== null && /^operator$/i.test(turn.name);
      const role = roleNamed(isPart ? turn.name : (person?.role ?? null)) ?? roleNamed(person?.description ?? null);
      // Of the company's own people the description is the title alone, or the company and the title.
      const { firm, title } =
        role === SpeakerRole.ANALYST
          ? firmAndTitle(person?.description ?? null)
          : { firm: null, title: person?.description ?? null };
      return {
        label: turn.name,
        name: isPart ? null : turn.name,
        title: isPart ? null : title,
        firm,
        role,
        section: sectionNamed(turn.session),
        pieces: turn.speech.map((words) => words ?? ''),
        path: `transcript[${i}].speech`,
      };
    });
    const moment = readMoment(found.time, source, 'time');
    const metadata = {
      ...NO_METADATA,
      title: found.title,
      symbol: found.symbol,
      period: readVendorPeriod(found.year || null, found.quarter || null, source, 'quarter'),
      // The vendor has other occasions too; only the title tells.
      eventType: found.title === null || /\bearnings\b|\bresults\b/i.test(found.title) ? EventType.EARNINGS_CALL : null,
      eventDate: moment?.day ?? null,
      eventStartsAt: moment?.instant ?? null,
    };
    return [composeTranscript(source, ImportFormat.FINNHUB, metadata, turns)];
  },
};
