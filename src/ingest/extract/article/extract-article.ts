import { DocumentKind } from '../../../domain/document.entity';
import { AttributionMethod, Section } from '../../../domain/utterance-enums';
import type { NeutralDocument, ParseWarning } from '../../neutral-document';
import { confidenceOf } from '../confidence';
import type { Occasion, Speech, Spoken } from '../finding';
import type { Entity } from './entity';
import { mainBodyOf, mentionsOf } from './mention';
import { readSpeech } from './read-speech';
import { saidOn } from './said-on';
import { rolesIn, speakerOf } from './speaker';
import { LONGEST_PARAGRAPH, readStory } from './story';

/** Quotes, fragments and paraphrases of an article, with their speakers; everybody and every body it names. */
export function extractArticle(document: NeutralDocument, occasion: Occasion): Speech {
  const story = readStory(document);
  const mainBody = mainBodyOf(story, occasion);
  // A release is its company's own account; "the company announced" tells nothing beside it.
  const isOwnAccount = document.kind === DocumentKind.PRESS_RELEASE;
  // The prose of a report is the company's own account too; what it sets in quotation marks are terms.
  const isReport = document.kind === DocumentKind.FILING;
  const found = (isReport ? [] : readSpeech(story, mainBody)).filter(
    ({ directness, speaker }) => !(isOwnAccount && directness === 'PARAPHRASE' && speaker?.kind === 'ORGANIZATION'),
  );
  const roleOf = rolesIn(mainBody);
  const entities = [...new Set(found.flatMap(({ speaker }) => (speaker ? [speaker] : [])))];
  const number = new Map<Entity, number>(entities.map((entity, index) => [entity, index]));
  const utterances = found.map((utterance): Spoken => {
    const role = roleOf(utterance.speaker, utterance.label);
    const isQuoted = utterance.directness !== 'PARAPHRASE';
    const day = isQuoted
      ? saidOn(story.sentences[utterance.sentence], utterance.mention, document.metadata.publishedOn)
      : null;
    return {
      start: utterance.start,
      end: utterance.end,
      directness: utterance.directness,
      section: Section.ARTICLE,
      turn: null,
      speaker: utterance.speaker ? (number.get(utterance.speaker) as number) : null,
      label: utterance.label,
      mention: utterance.mention,
      role,
      confidence: utterance.speaker ? confidenceOf('speaker', utterance.rule) : 0,
      rule: utterance.rule,
      method: utterance.isByContext ? AttributionMethod.CONTEXT : AttributionMethod.QUOTE_VERB,
      isComment: role === 'ANALYST',
      saidOn: day === occasion.date ? null : day,
      startMs: null,
      endMs: null,
    };
  });
  const speakers = entities.map((entity) =>
    speakerOf(entity, roleOf(entity, ''), mainBody, utterances, number.get(entity) as number, story.text),
  );
  return {
    speakers,
    utterances,
    exchanges: [],
    questionsStartTurn: null,
    mentions: mentionsOf(story),
    warnings: cutShort(document),
  };
}

/** One warning for each paragraph that is too long to be read to its end, over the part that is left unread. */
const cutShort = ({ blocks }: NeutralDocument): ParseWarning[] =>
  blocks
    .filter(({ kind, start, end }) => (kind === 'PARAGRAPH' || kind === 'LIST_ITEM') && end - start > LONGEST_PARAGRAPH)
    .map(({ start, end }) => ({
      code: 'PARAGRAPH_CUT',
      message: `A paragraph is longer than ${LONGEST_PARAGRAPH} characters; the rest of it is not read for quotations`,
      start: start + LONGEST_PARAGRAPH,
      end,
    }));
