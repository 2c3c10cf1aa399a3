import { CodePointText, type Span } from '../../language/span';
import type { Extraction } from '../extraction';
import { blankNames, blankSpans, overlaps, placesOf, spells } from '../persist/blank-words';
import { findRemoved, findRemovedIn, writtenForms } from '../persist/removed-person';
import type { ReadDocument } from '../read-source';
import { type Resolution, warn } from './resolution';

/** A document as it was read; whether words of it were left out, so that its bytes may not be kept either. */
export interface CheckedDocument extends ReadDocument {
  readonly isBlanked: boolean;
}

/**
 * Leaves out whoever was taken out: their words and names are blanked in the text, where all offsets stay, and their utterances,
 * figures and mentions are dropped. Names are all that a document tells of people, so a namesake is left out too; a warning says so.
 */
export async function leaveOutRemoved(resolution: Resolution, read: ReadDocument): Promise<CheckedDocument> {
  const { extraction, neutral } = read;
  const people = extraction.mentions.filter(({ kind }) => kind === 'PERSON').map(({ name }) => name);
  const { title, url } = extraction.document;
  const removed = new Set([
    ...(await findRemoved(resolution.client, [
      ...extraction.speakers.flatMap(({ name, aliases }) => [name, ...aliases]),
      ...people,
    ])),
    ...(await findRemovedIn(resolution.client, [neutral.text, title ?? ''])),
  ]);
  if (removed.size === 0) return { ...read, isBlanked: false };
  const isRemoved = extraction.speakers.map(({ name, aliases }) =>
    [name, ...aliases].some((form) => removed.has(form)),
  );
  const stays = (speaker: number | null): boolean => speaker === null || !isRemoved[speaker];
  const own = extraction.speakers.filter((_, i) => isRemoved[i]).flatMap(({ name, aliases }) => [name, ...aliases]);
  const others = [
    ...extraction.speakers.filter((_, i) => !isRemoved[i]).map(({ name }) => name),
    ...people.filter((name) => !removed.has(name)),
  ];
  const names = writtenForms([...new Set([...removed, ...own])], others);
  const spoken = extraction.utterances.filter(({ speaker }) => !stays(speaker));
  const spans: Span[] = [
    ...spoken,
    ...spoken.flatMap(({ mention }) => mention ?? []),
    ...extraction.figures.filter(({ assertedBy }) => !stays(assertedBy)),
    ...placesOf(neutral.text, names),
  ];
  const text = blankSpans(neutral.text, spans);
  warn(
    resolution,
    'PERSON_REMOVED',
    `${spoken.length} utterances of somebody who was taken out are left out, and the name with them; a namesake is left out too`,
  );
  return {
    neutral: { ...neutral, text },
    extraction: {
      ...withoutThem(extraction, stays, removed, spoken, new CodePointText(text)),
      document: {
        ...extraction.document,
        title: title && blankNames(title, names),
        url: url !== null && spells(url, names) ? null : url,
      },
    },
    isBlanked: true,
  };
}

/** What refers to speakers and utterances by their places refers to the new places. */
function withoutThem(
  extraction: Extraction,
  stays: (speaker: number | null) => boolean,
  removed: ReadonlySet<string>,
  blanked: readonly Span[],
  text: CodePointText,
): Extraction {
  const speakers = placesThatStay(extraction.speakers, (_, i) => stays(i));
  const utterances = placesThatStay(extraction.utterances, ({ speaker }) => stays(speaker));
  const speakerOf = (at: number | null) => (at === null ? null : (speakers.get(at) ?? null));
  const utteranceOf = (at: number | null) => (at === null ? null : (utterances.get(at) ?? null));
  return {
    ...extraction,
    speakers: extraction.speakers.filter((_, i) => speakers.has(i)),
    utterances: extraction.utterances
      .filter((_, i) => utterances.has(i))
      .map((utterance) => ({ ...utterance, text: text.slice(utterance), speaker: speakerOf(utterance.speaker) })),
    exchanges: extraction.exchanges.map(({ questions, answers }) => ({
      questions: questions.flatMap((at) => utteranceOf(at) ?? []),
      answers: answers.flatMap((at) => utteranceOf(at) ?? []),
    })),
    figures: extraction.figures
      .filter((figure) => stays(figure.assertedBy) && !blanked.some((span) => overlaps(span, figure)))
      .map((figure) => ({
        ...figure,
        text: text.slice(figure),
        assertedBy: speakerOf(figure.assertedBy),
        utterance: utteranceOf(figure.utterance),
      })),
    mentions: extraction.mentions.filter(({ kind, name }) => kind !== 'PERSON' || !removed.has(name)),
  };
}

/** The new place of everything that stays, by its old one. */
function placesThatStay<T>(list: readonly T[], stays: (item: T, at: number) => boolean): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const [at, item] of list.entries()) if (stays(item, at)) places.set(at, places.size);
  return places;
}
