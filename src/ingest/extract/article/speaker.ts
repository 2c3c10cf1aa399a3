import { SpeakerRole } from '../../../domain/utterance-enums';
import { isFormerOffice } from '../../../language/name/former-office';
import type { ExtractedSpeaker } from '../../extraction';
import type { Spoken } from '../finding';
import type { Entity } from './entity';

const COMPANY_OFFICE =
  /\b(?:ceo|cfo|coo|cto|cmo|cio|chief|chair(?:man|woman|person)?|founder|president|vice president|evp|svp|vp|treasurer|controller|general counsel|head|director|spokes(?:man|woman|person)|managing director|boss)\b/i;
const OUTSIDE =
  /\b(?:analysts?|strategist|economist|investor|portfolio manager|fund manager|managing partner|partner|research|investment officer|wealth|trader|consultant|shareholder|market)\b/i;
const PRESS = /\b(?:journalist|reporter|correspondent|columnist|editor|anchor|host|writer)\b/i;
const PUBLIC =
  /\b(?:president|senator|sen|representative|rep|governor|gov|minister|secretary|mayor|judge|candidate|nominee|lawmaker|congress(?:man|woman)|professor|prof|commissioner|attorney|regulator|activist|pope|general|ambassador|chancellor|del)\b/i;
const RELATIONS = /\binvestor relations\b/i;

/** The part in which each speaker speaks, seen from the document's company. */
export function rolesIn(mainBody: Entity | null): (speaker: Entity | null, label: string) => SpeakerRole {
  const main = mainBody?.name.toLowerCase().split(/\s+/)[0] ?? null;
  return (speaker, label) => {
    if (!speaker) return roleOfWords(label, null, main);
    if (speaker.kind === 'ORGANIZATION') return SpeakerRole.OTHER;
    const words = `${speaker.title ?? ''} ${[...speaker.nouns].join(' ')}`;
    const role = roleOfWords(words, speaker.firm, main);
    const isInOffice = role === SpeakerRole.EXECUTIVE || role === SpeakerRole.IR;
    return isInOffice && isFormerOffice(speaker.title) ? SpeakerRole.OTHER : role;
  };
}

function roleOfWords(words: string, firm: string | null, main: string | null): SpeakerRole {
  const isOutside = firm !== null && main !== null && firm.toLowerCase().split(/\s+/)[0] !== main;
  if (RELATIONS.test(words) && !isOutside) return SpeakerRole.IR;
  if (PRESS.test(words)) return SpeakerRole.JOURNALIST;
  if (OUTSIDE.test(words) && (isOutside || !COMPANY_OFFICE.test(words))) return SpeakerRole.ANALYST;
  if (COMPANY_OFFICE.test(words)) {
    if (isOutside) return SpeakerRole.OTHER;
    // A president without a firm presides over a country.
    if (main === null)
      return /\b(?:ceo|cfo|coo|chief (?:executive|financial|operating)|founder)\b/i.test(words)
        ? SpeakerRole.EXECUTIVE
        : SpeakerRole.OTHER;
    if (firm === null && PUBLIC.test(words) && !/\b(?:ceo|cfo|chief|founder|spokes)/i.test(words))
      return SpeakerRole.OTHER;
    return SpeakerRole.EXECUTIVE;
  }
  return words.trim() === '' ? SpeakerRole.UNKNOWN : SpeakerRole.OTHER;
}

/** A speaker as the document shows them; the company's own people have no firm. */
export function speakerOf(
  entity: Entity,
  role: SpeakerRole,
  mainBody: Entity | null,
  utterances: readonly Spoken[],
  number: number,
  text: string,
): ExtractedSpeaker {
  const own = utterances.filter(({ speaker }) => speaker === number);
  const printed = new Set([...entity.aliases, ...entity.mentions.map(({ start, end }) => text.slice(start, end))]);
  printed.delete(entity.name);
  const isOwn = role === SpeakerRole.EXECUTIVE || role === SpeakerRole.IR;
  return {
    name: entity.name,
    role,
    title: entity.title,
    firm: isOwn && mainBody ? null : entity.firm,
    aliases: [...printed],
    confidence: Math.max(0, ...own.map(({ confidence }) => confidence)),
  };
}
