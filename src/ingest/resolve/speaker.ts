import { SpeakerRole } from '../../domain/utterance-enums';
import type { ExtractedSpeaker, Extraction } from '../extraction';
import { resolveAnalyst, resolveFirm } from './firm';
import { learnOffice } from './office';
import { type Circle, readCandidates, resolvePerson } from './person';
import { isNobody } from './person-name';
import type { Resolution } from './resolution';

/** One of an extraction's speakers, as the database knows them. */
export interface ResolvedSpeaker {
  readonly personId: number | null;
  readonly alternatives: readonly number[];
  readonly firmId: number | null;
  /** Set where the speaker is an outside voice that is known by name. */
  readonly analystId: number | null;
}

const NOBODY: ResolvedSpeaker = { personId: null, alternatives: [], firmId: null, analystId: null };

/** The speakers of a document, in order, with their offices and firms learned. */
export async function resolveSpeakers(
  resolution: Resolution,
  { speakers, utterances, mentions }: Extraction,
  circle: Circle,
): Promise<ResolvedSpeaker[]> {
  if (speakers.length === 0) return [];
  const candidates = await readCandidates(resolution, speakers, circle);
  // Organisations and documents speak, too; they are nobody's person.
  const named = (kind: string) => new Set(mentions.filter((mention) => mention.kind === kind).map(({ name }) => name));
  const [organisations, people] = [named('ORGANIZATION'), named('PERSON')];
  const resolved: ResolvedSpeaker[] = [];
  for (const [i, speaker] of speakers.entries()) {
    const isBody = organisations.has(speaker.name) && !people.has(speaker.name);
    if (speaker.role === SpeakerRole.OPERATOR || isBody || isNobody(speaker.name)) {
      resolved.push(NOBODY);
      continue;
    }
    const comments = utterances.some((utterance) => utterance.speaker === i && utterance.isComment);
    const asks = { comments, asksOnCall: asksOnCall(i, utterances) };
    const firmId = speaker.firm ? await resolveFirm(resolution, speaker.firm, asks) : null;
    const person = await resolvePerson(resolution, speaker, firmId, candidates, circle);
    if (person.id !== null) await learnPart(resolution, person.id, speaker, circle);
    const isAnalyst = person.id !== null && (speaker.role === SpeakerRole.ANALYST || (comments && firmId !== null));
    resolved.push({
      personId: person.id,
      alternatives: person.alternatives,
      firmId,
      analystId: isAnalyst ? await resolveAnalyst(resolution, person.id as number, firmId, titleOf(speaker)) : null,
    });
  }
  return resolved;
}

const asksOnCall = (speaker: number, utterances: Extraction['utterances']): boolean =>
  utterances.some((utterance) => utterance.speaker === speaker && utterance.section === 'QUESTION');

async function learnPart(
  resolution: Resolution,
  personId: number,
  { role, title, firm }: ExtractedSpeaker,
  { companyId }: Circle,
): Promise<void> {
  const isOwn = role === SpeakerRole.EXECUTIVE || role === SpeakerRole.IR;
  if (isOwn && title && firm === null && companyId !== null) await learnOffice(resolution, personId, companyId, title);
}

/** `Analyst` says no more than the role does. */
const titleOf = ({ title }: ExtractedSpeaker): string | null => (title && !/^analyst$/i.test(title) ? title : null);
