import type { ExtractedEvent, ExtractedSpeaker, Extraction } from './extraction';
import { FaultList } from './fault';
import type { FiledFactRow } from './neutral-document';

/** Names are looked up by indexes whose rows Postgres limits to 2,704 bytes; nobody's name comes near a third of it. */
const LONGEST_NAME = 300;
const LONGEST_TITLE = 600;
/** A document is found again by its address. */
const LONGEST_URL = 2000;
const LONGEST_CODE = 60;
const LONGEST_UNIT = 200;
const LONGEST_DIMENSIONS = 1000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/**
 * What was read, without names in the prose that are none. Throws an ImportError where a name or a day that the document rests on
 * is beyond what any document has: those would only fail deeper down, where the reason is hard to tell.
 */
export function withinBounds(extraction: Extraction, source: string): Extraction {
  const faults = new FaultList();
  const { document, event, speakers, utterances, facts } = extraction;
  checkName(faults, 'document.publisher', document.publisher);
  checkName(faults, 'document.url', document.url, LONGEST_URL);
  checkDay(faults, 'document.publishedAt', document.publishedAt);
  if (event) checkEvent(faults, event);
  for (const [index, speaker] of speakers.entries()) checkSpeaker(faults, `speakers[${index}]`, speaker);
  for (const [index, { saidOn }] of utterances.entries()) checkDay(faults, `utterances[${index}].saidOn`, saidOn);
  for (const [index, fact] of facts.entries()) checkFact(faults, `facts[${index}]`, fact);
  faults.refuse(source);
  // A run of letters without a space is taken for a name at most; the document is not to blame for it.
  const mentions = extraction.mentions.filter(({ name }) => name.length <= LONGEST_NAME);
  return { ...extraction, mentions };
}

function checkEvent(faults: FaultList, { company, symbol, cik, date, startsAt }: ExtractedEvent): void {
  checkName(faults, 'event.company', company);
  checkName(faults, 'event.symbol', symbol, LONGEST_CODE);
  checkName(faults, 'event.cik', cik, LONGEST_CODE);
  checkDay(faults, 'event.date', date);
  checkDay(faults, 'event.startsAt', startsAt);
}

function checkSpeaker(faults: FaultList, path: string, { name, title, firm, aliases }: ExtractedSpeaker): void {
  checkName(faults, `${path}.name`, name);
  checkName(faults, `${path}.title`, title, LONGEST_TITLE);
  checkName(faults, `${path}.firm`, firm);
  for (const alias of aliases) checkName(faults, `${path}.aliases`, alias);
}

function checkFact(faults: FaultList, path: string, fact: FiledFactRow): void {
  checkName(faults, `${path}.taxonomy`, fact.taxonomy, LONGEST_CODE);
  checkName(faults, `${path}.concept`, fact.concept);
  checkName(faults, `${path}.unit`, fact.unit, LONGEST_UNIT);
  checkName(faults, `${path}.dimensions`, fact.dimensions.join(), LONGEST_DIMENSIONS);
}

function checkName(faults: FaultList, path: string, name: string | null, longest = LONGEST_NAME): void {
  if (name !== null && name.length > longest) {
    faults.add(path, `has ${name.length} characters; at most ${longest} are taken for one: ${name.slice(0, 40)}…`);
  }
}

/** `day` begins with YYYY-MM-DD. Quarters are reckoned around it, and calendars end where their years have four digits. */
function checkDay(faults: FaultList, path: string, day: string | null): void {
  const year = day === null ? FIRST_YEAR : Number(/^([+-]?\d+)-/.exec(day)?.[1]);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    faults.add(path, `is ${day?.slice(0, 40)}; years go from ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
}
