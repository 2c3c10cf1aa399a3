import { z } from 'zod';
import { EventType } from '../../domain/event.entity';
import { ImportFormat } from '../../domain/import-format';
import { SpeakerRole } from '../../domain/utterance-enums';
import { type NeutralDocument, NO_METADATA } from '../neutral-document';
import type { DocumentFormat } from './format';
import { composeTranscript } from './vendor/compose';
import { readMoment } from './vendor/moment';
import { roleNamed, sectionNamed } from './vendor/speaker';
import { conform, firstObject, jsonOf, name, text, token } from './vendor/vendor-json';

const EVENT = z.object({ name, datetime: token });
const TRANSCRIPT = z.object({
  name,
  datetime: token,
  event: EVENT.nullish(),
  transcript: z.array(z.object({ person_name: name, text, component_type: name })).min(1, 'is empty'),
});

/** S&P Kensho's kfinance: components with the person and the kind of each. */
export const spKfinance: DocumentFormat = {
  name: ImportFormat.SP_KFINANCE,
  largest: 64 * 1024 * 1024,

  recognises(source) {
    const first = firstObject(source);
    const component = Array.isArray(first?.transcript) ? first.transcript[0] : null;
    return component !== null && typeof component === 'object' && 'component_type' in component ? 0.98 : 0;
  },

  parse(source): NeutralDocument[] {
    const found = conform(TRANSCRIPT, jsonOf(source), source);
    const turns = found.transcript.map((component, i) => {
      const kind = component.component_type;
      const isPart = /^operator$/i.test(component.person_name ?? '');
      return {
        label: component.person_name,
        name: isPart ? null : component.person_name,
        // "Question" is asked by an analyst, "Answer" given by the company, as S&P uses the words.
        role: roleNamed(kind) ?? roleNamed(component.person_name) ?? roleOfKind(kind),
        section: sectionNamed(kind),
        pieces: [component.text ?? ''],
        path: `transcript[${i}].text`,
      };
    });
    const title = found.event?.name ?? found.name;
    const moment = readMoment(found.event?.datetime ?? found.datetime, source, 'datetime');
    const metadata = {
      ...NO_METADATA,
      title,
      eventType: title !== null && /\bearnings call\b/i.test(title) ? EventType.EARNINGS_CALL : null,
      eventDate: moment?.day ?? null,
      eventStartsAt: moment?.instant ?? null,
    };
    return [composeTranscript(source, ImportFormat.SP_KFINANCE, metadata, turns)];
  },
};

function roleOfKind(kind: string | null): SpeakerRole | null {
  if (kind === null) return null;
  if (/^question$/i.test(kind)) return SpeakerRole.ANALYST;
  return /^answer$|^presenter speech$/i.test(kind) ? SpeakerRole.EXECUTIVE : null;
}
