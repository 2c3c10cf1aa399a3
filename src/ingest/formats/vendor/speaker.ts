import { Section, SpeakerRole } from '../../../domain/utterance-enums';

/** The role that a vendor's own word for a speaker names; null where it says nothing of it. */
export function roleNamed(word: string | null): SpeakerRole | null {
  if (word === null) return null;
  if (/\boperator\b|\bmoderator\b|\bconference call host\b/i.test(word)) return SpeakerRole.OPERATOR;
  if (/\banalysts?\b/i.test(word)) return SpeakerRole.ANALYST;
  if (/\binvestor relations\b|^IR$/i.test(word)) return SpeakerRole.IR;
  if (/\bexecutives?\b|\bmanagement\b|\bchief\b|\bC[EFOT]O\b|\bpresident\b|\bcompany representative\b/i.test(word))
    return SpeakerRole.EXECUTIVE;
  return null;
}

/** The part of a call that a vendor's own word names; questions and answers as a whole are no single part. */
export function sectionNamed(word: string | null): Section | null {
  if (word === null) return null;
  if (/operator/i.test(word)) return Section.OPERATOR;
  if (/question.*answer|q\s*(?:&|_?and_?|\/)\s*a/i.test(word)) return null;
  if (/question/i.test(word)) return Section.QUESTION;
  if (/answer/i.test(word)) return Section.ANSWER;
  return /present|prepared|management[_ ]discussion|\bmd&?a\b|remarks/i.test(word) ? Section.PREPARED_REMARKS : null;
}

/** Labels that stand for nobody: a machine's number for a voice. */
export const isNumbered = (label: string): boolean => /^(?:spk|speaker|spkr|s)?[\s_#-]*\d{1,4}$/i.test(label.trim());

/** Seconds of a vendor's clock as whole milliseconds. */
export const milliseconds = (seconds: number | null | undefined): number | null =>
  typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : null;

/** `Arden Research - Analyst` is a firm and a part in one string; which is which tells the word for the part. */
export function firmAndTitle(words: string | null): { readonly firm: string | null; readonly title: string | null } {
  const parts = (words ?? '').split(/\s+[-–—|]+\s+|,\s+/).filter(Boolean);
  if (parts.length !== 2) return { firm: null, title: words };
  const [first, second] = parts as [string, string];
  if (/\banalyst\b/i.test(second) && !/\banalyst\b/i.test(first)) return { firm: first, title: second };
  return /\banalyst\b/i.test(first) && !/\banalyst\b/i.test(second)
    ? { firm: second, title: first }
    : { firm: null, title: words };
}
