import { Section } from '../../../domain/utterance-enums';

const PREPARED =
  /^(?:(?:management(?:'s)? )?(?:discussion|presentation)(?: section| and prepared remarks)?|prepared (?:remarks|comments|statements)|presentations?|opening (?:remarks|statements?)|call (?:transcript|start)|transcript|edited transcript|full (?:conference call )?transcript|operator message(?: operator)?)$/i;
const QUESTIONS =
  /^(?:questions?(?: ?(?:and|&|-and-|\/) ?answers?)?(?: section| session| period)?|q ?(?:&|and) ?a(?: section| session)?|question-and-answer(?: section| session)?|analysts? q ?(?:&|and) ?a)$/i;
const PEOPLE =
  /^(?:(?:company|corporate|call|conference call|other|call and webcast|conference|meeting)?(?: ?conference call)? ?(?:participants?|attendees|speakers)(?: list)?|executives?|analysts?|(?:company )?(?:representatives|management)|present from .{2,40}|list of participants|participants on (?:the|this) call|corporate executives|presenters?|conference call participants)$/i;
const END =
  /^(?:duration: ?\d+ (?:minutes?|hours?).{0,20}|call participants|more \S{1,40} analysis|all earnings call transcripts|disclaimer|definitions|edited transcript|this transcript (?:is|was|may)\b.{0,200}|this article is a transcript\b.{0,200}|copyright policy.{0,100}|read more .{0,80})$/i;

/** What a line is where it stands alone as a heading; `## Prepared Remarks:` too. */
export type Heading =
  | { readonly kind: 'SECTION'; readonly section: Section | null }
  | { readonly kind: 'PEOPLE'; readonly side: 'COMPANY' | 'OUTSIDE' | 'CALL' }
  | { readonly kind: 'END' };

/** Null: the line heads nothing. */
export function headingOf(line: string): Heading | null {
  if (line.length > 240) return null;
  const isMarked = /^#{1,6}\s/.test(line);
  const words = line
    .replace(/^#{1,6}\s+/, '')
    .replace(/^[*_\s[(=~-]+|[*_\s:\])=~-]+$/g, '')
    .trim();
  if (!words) return null;
  if (words.length < 60) {
    if (QUESTIONS.test(words) && (isMarked || words.length > 1)) return { kind: 'SECTION', section: Section.QUESTION };
    if (PEOPLE.test(words)) return { kind: 'PEOPLE', side: sideOf(words) };
    if (PREPARED.test(words)) return { kind: 'SECTION', section: Section.PREPARED_REMARKS };
  }
  return END.test(words) ? { kind: 'END' } : null;
}

/** `Conference Call Participants` are Seeking Alpha's analysts; `Call Participants` are everybody. */
function sideOf(words: string): 'COMPANY' | 'OUTSIDE' | 'CALL' {
  if (/compan|corporate|executive|management|present|representative/i.test(words)) return 'COMPANY';
  return /analyst|other|conference call/i.test(words) ? 'OUTSIDE' : 'CALL';
}
