import { SpeakerRole } from '../../domain/utterance-enums';
import { isNobody } from '../../language/name/person-words';
import type { ExtractedSpeaker, Extraction } from '../extraction';
import { resolveAnalysts, resolveFirms } from './firm';
import type { Houses } from './houses';
import { learnOffices } from './office';
import { type Circle, type ResolvedPerson, readCandidates, resolvePeople } from './person';
import type { Resolution } from './resolution';

/** One of an extraction's speakers, as the database knows them. */
export interface ResolvedSpeaker {
  readonly personId: number | null;
  readonly alternatives: readonly number[];
  readonly firmId: number | null;
  /** Set where the speaker is an outside voice that is known by name. */
  readonly analystId: number | null;
}

/** The speakers of a document, in order, with their offices and firms learned. Asks as often for a thousand as for one. */
export async function resolveSpeakers(
  resolution: Resolution,
  { speakers, utterances, mentions }: Extraction,
  circle: Circle,
  houses: Houses,
): Promise<ResolvedSpeaker[]> {
  if (speakers.length === 0) return [];
  const candidates = await readCandidates(resolution, speakers, circle);
  // Organisations and documents speak, too; they are nobody's person.
  const named = (kind: string) => new Set(mentions.filter((mention) => mention.kind === kind).map(({ name }) => name));
  const [organisations, people] = [named('ORGANIZATION'), named('PERSON')];
  const isPerson = ({ name, role }: ExtractedSpeaker): boolean => {
    const isBody = organisations.has(name) && !people.has(name);
    return role !== SpeakerRole.OPERATOR && !isBody && !isNobody(name);
  };
  const speakersWho = (does: (utterance: Extraction['utterances'][number]) => boolean) =>
    new Set(utterances.filter(does).map(({ speaker }) => speaker));
  const [comment, ask] = [
    speakersWho(({ isComment }) => isComment),
    speakersWho(({ section }) => section === 'QUESTION'),
  ];
  const firms = await resolveFirms(
    resolution,
    speakers.map((speaker, i) =>
      speaker.firm && isPerson(speaker)
        ? { name: speaker.firm, comments: comment.has(i), asksOnCall: ask.has(i) }
        : null,
    ),
  );
  const found = await resolvePeople(
    resolution,
    speakers.map((speaker, i) => (isPerson(speaker) ? { speaker, firmId: firms[i] ?? null } : null)),
    candidates,
    circle,
  );
  await learnParts(resolution, speakers, found, houses);
  const isAnalyst = (i: number): boolean =>
    speakers[i]?.role === SpeakerRole.ANALYST || (comment.has(i) && firms[i] !== null);
  const analysts = found.flatMap(({ id: personId }, i) =>
    personId !== null && isAnalyst(i)
      ? [{ i, personId, firmId: firms[i] ?? null, title: titleOf(speakers[i] as ExtractedSpeaker) }]
      : [],
  );
  const ids = await resolveAnalysts(resolution, analysts);
  const analystIds = new Map(analysts.map(({ i }, place) => [i, ids[place] as number]));
  return found.map(({ id, alternatives }, i) => ({
    personId: id,
    alternatives,
    firmId: firms[i] ?? null,
    analystId: analystIds.get(i) ?? null,
  }));
}

async function learnParts(
  resolution: Resolution,
  speakers: readonly ExtractedSpeaker[],
  found: readonly ResolvedPerson[],
  { ofSpeakers, isOfficer }: Houses,
): Promise<void> {
  const clues = speakers.flatMap(({ role, title, firm }, i) => {
    const isOwn = (role === SpeakerRole.EXECUTIVE || role === SpeakerRole.IR) && firm === null;
    const personId = found[i]?.id ?? null;
    const companyId = ofSpeakers[i] ?? null;
    return (isOwn || isOfficer[i]) && title && companyId !== null && personId !== null
      ? [{ personId, companyId, title }]
      : [];
  });
  for (const companyId of new Set(clues.map((clue) => clue.companyId)))
    await learnOffices(
      resolution,
      companyId,
      clues.filter((clue) => clue.companyId === companyId),
    );
}

/** `Analyst` says no more than the role does. */
const titleOf = ({ title }: ExtractedSpeaker): string | null => (title && !/^analyst$/i.test(title) ? title : null);
