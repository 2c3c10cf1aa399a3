import { z } from 'zod';
import { EventType } from '../../domain/event.entity';
import { ImportFormat } from '../../domain/import-format';
import { SpeakerRole } from '../../domain/utterance-enums';
import { type NeutralDocument, NO_METADATA } from '../neutral-document';
import type { DocumentFormat } from './format';
import { composeTranscript } from './vendor/compose';
import { readVendorPeriod } from './vendor/moment';
import { roleNamed } from './vendor/speaker';
import { conform, firstObject, jsonOf, name, text, token } from './vendor/vendor-json';

const TRANSCRIPT = z.object({
  symbol: name,
  quarter: token,
  // Sentiment is the vendor's reading of the words, not what was said.
  transcript: z.array(z.object({ speaker: name, title: name, content: text })).min(1, 'is empty'),
});

/** Alpha Vantage: turns with speaker and title. It tells neither the day of the call nor its sections. */
export const alphaVantage: DocumentFormat = {
  name: ImportFormat.ALPHA_VANTAGE,
  largest: 64 * 1024 * 1024,

  recognises(source) {
    const first = firstObject(source);
    if (!first || !('symbol' in first) || !('quarter' in first) || !Array.isArray(first.transcript)) return 0;
    const turn = first.transcript[0];
    return turn === undefined || (typeof turn === 'object' && turn !== null && 'content' in turn) ? 0.97 : 0;
  },

  parse(source): NeutralDocument[] {
    const { symbol, quarter, transcript } = conform(TRANSCRIPT, jsonOf(source), source);
    const turns = transcript.map(({ speaker, title, content }, i) => {
      // The operator comes with the title "Operator", whatever the name.
      const role = roleNamed(title) ?? roleNamed(speaker);
      const isPart = speaker !== null && role === SpeakerRole.OPERATOR && /operator/i.test(speaker);
      return {
        label: speaker,
        name: isPart ? null : speaker,
        title,
        role,
        pieces: [content ?? ''],
        path: `transcript[${i}].content`,
      };
    });
    const metadata = {
      ...NO_METADATA,
      symbol,
      period: readVendorPeriod(null, quarter, source, 'quarter'),
      eventType: EventType.EARNINGS_CALL,
    };
    return [composeTranscript(source, ImportFormat.ALPHA_VANTAGE, metadata, turns)];
  },
};
