import { DocumentKind } from '../../../domain/document.entity';

const WIRE = /\/PRNewswire\/|\(?BUSINESS WIRE\)?|GLOBE NEWSWIRE|ACCESSWIRE|FOR IMMEDIATE RELEASE|\bpress release\b/i;
const ANNOUNCES = /\btoday (?:announced|reported|released|posted)\b|\bannounced today\b/i;
const ABOUT = /^[^\S\n]*About [\p{Lu}][\p{L}\p{N}&.,'’ -]{1,60}[^\S\n]*$/mu;
const CAUTION = /forward[\s-]looking statements/i;
const CONTACT = /^[^\S\n]*(?:investor(?:s| relations)?|media|press)(?: contacts?)?\s*:?[^\S\n]*$/imu;

/** A company's own release speaks of "today", of itself ("About …") and of its caution; an article does not. */
export function kindOfText(text: string): DocumentKind {
  const [opening, closing] = [text.slice(0, 3000), text.slice(-200_000)];
  if (/\/PRNewswire\/|BUSINESS WIRE|GLOBE NEWSWIRE|FOR IMMEDIATE RELEASE/.test(opening))
    return DocumentKind.PRESS_RELEASE;
  const signs = [
    WIRE.test(opening),
    ANNOUNCES.test(opening),
    ABOUT.test(closing),
    CAUTION.test(closing),
    CONTACT.test(closing),
  ];
  return signs.filter(Boolean).length >= 3 ? DocumentKind.PRESS_RELEASE : DocumentKind.NEWS_ARTICLE;
}
