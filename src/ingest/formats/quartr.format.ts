import { z } from 'zod';
import { EventType } from '../../domain/event.entity';
import { ImportFormat } from '../../domain/import-format';
import { type NeutralDocument, NO_METADATA } from '../neutral-document';
import type { Source } from '../source';
import type { DocumentFormat } from './format';
import { composeTranscript } from './vendor/compose';
import { readMoment, readVendorPeriod } from './vendor/moment';
import { turnsOfVoices, type VoicePerson } from './vendor/paragraph-turns';
import { isLiveTranscript, readLive } from './vendor/quartr-live';
import { milliseconds } from './vendor/speaker';
import { conform, count, firstObject, jsonOf, name, refuse, text, token } from './vendor/vendor-json';

const CONTENT = z.object({
  speaker_mapping: z
    .array(z.object({ speaker: token, speaker_data: z.object({ name, role: name, company: name }).nullish() }))
    .nullish(),
  transcript: z.object({
    text,
    paragraphs: z
      .array(
        z.object({ speaker: token, start: count, end: count, text, sentences: z.array(z.object({ text })).nullish() }),
      )
      .nullish(),
  }),
});
const DETAILS = z.object({ date: token, fiscalPeriod: token, fiscalYear: token, title: name });

/** Quartr: paragraphs with numbered voices and, since April 2025, who they are; Yahoo wraps the same. Live ones come as lines. */
export const quartr: DocumentFormat = {
  name: ImportFormat.QUARTR,
  largest: 128 * 1024 * 1024,

  recognises(source) {
    if (isLiveTranscript(source)) return 0.95;
    const first = firstObject(source);
    if (!first) return 0;
    if ('transcriptContent' in first) return 0.98;
    const { transcript } = first;
    if (transcript === null || typeof transcript !== 'object' || Array.isArray(transcript)) return 0;
    return 'paragraphs' in transcript || 'number_of_speakers' in transcript ? 0.98 : 0;
  },

  parse(source): NeutralDocument[] {
    if (isLiveTranscript(source))
      return [composeTranscript(source, ImportFormat.QUARTR, NO_METADATA, ...readLive(source))];
    const value = jsonOf(source) as { transcriptContent?: unknown; transcriptMetadata?: unknown };
    const isWrapped = value !== null && typeof value === 'object' && 'transcriptContent' in value;
    const at = isWrapped ? 'transcriptContent' : '';
    const content = conform(CONTENT, isWrapped ? value.transcriptContent : value, source, at);
    const details =
      isWrapped && value.transcriptMetadata
        ? conform(DETAILS, value.transcriptMetadata, source, 'transcriptMetadata')
        : null;
    return [composeTranscript(source, ImportFormat.QUARTR, metadataOf(details, source), turnsOf(content, at, source))];
  },
};

function turnsOf({ transcript, speaker_mapping }: z.output<typeof CONTENT>, at: string, source: Source) {
  const path = `${at ? `${at}.` : ''}transcript`;
  const { paragraphs } = transcript;
  if (!paragraphs?.length) {
    if (transcript.text === null)
      refuse(source, `${path}.paragraphs`, 'is missing or empty: there is no transcript in it');
    return [{ label: null, pieces: [transcript.text], path: `${path}.text` }];
  }
  const people = new Map<string, VoicePerson>();
  for (const { speaker, speaker_data } of speaker_mapping ?? []) {
    if (speaker !== null && speaker_data) people.set(String(speaker), speaker_data);
  }
  const pieces = paragraphs.map((paragraph, i) => ({
    voice: paragraph.speaker,
    words: paragraph.text ?? (paragraph.sentences ?? []).map((sentence) => sentence.text ?? '').join(' '),
    startMs: milliseconds(paragraph.start),
    endMs: milliseconds(paragraph.end),
    path: `${path}.paragraphs[${i}]`,
  }));
  return turnsOfVoices(pieces, people);
}

function metadataOf(details: z.output<typeof DETAILS> | null, source: Source) {
  if (!details) return NO_METADATA;
  const moment = readMoment(details.date, source, 'transcriptMetadata.date');
  const isEarnings = details.title !== null && /\bearnings\b|\bQ[1-4]\b|\bresults\b/i.test(details.title);
  return {
    ...NO_METADATA,
    title: details.title,
    period: readVendorPeriod(details.fiscalYear, details.fiscalPeriod, source, 'transcriptMetadata.fiscalPeriod'),
    eventType: isEarnings ? EventType.EARNINGS_CALL : null,
    eventDate: moment?.day ?? null,
    eventStartsAt: moment?.instant ?? null,
  };
}
