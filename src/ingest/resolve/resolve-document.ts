import { DocumentKind } from '../../domain/document.entity';
import { parsePeriod } from '../../domain/fiscal/period';
import type { Span } from '../../language/span';
import { taxonomyVersion } from '../../language/topic/topic-taxonomy';
import type { ExtractedEvent, Extraction } from '../extraction';
import type { ParseHints } from '../formats/format';
import type {
  DocumentRows,
  KnownQuarter,
  NewExchange,
  NewMention,
  NewRendering,
  NewUtterance,
} from '../persist/document-rows';
import type { StoredDocument } from '../persist/write-document';
import type { ReadDocument } from '../read-source';
import { resolveClaims } from './claim';
import { findMentioned, type KnownCompany, resolveCompany } from './company';
import { type KnownEvent, resolveEvent } from './event';
import { hintedCompany, isSame } from './hinted-company';
import { resolveHouses } from './houses';
import { type Identity, identify, type StoredRevision } from './identity';
import { MentionBook } from './mention-book';
import { findKnownPeople } from './person';
import { resolveQuarter } from './quarter';
import { quotedFrom, quotedIn } from './quoted-words';
import { type Resolution, warn } from './resolution';
import { compareSources, findFirstSource } from './second-source';
import { resolveSpeakers } from './speaker';
import { readTopics, type Setting, utteranceOf } from './utterance';

export interface ResolvedDocument {
  readonly rows: DocumentRows;
  readonly company: KnownCompany | null;
  /** The revision that it corrects. */
  readonly earlier: StoredDocument | null;
  /** How many passages another source of the same event told first. */
  readonly rendered: { readonly statements: number; readonly analystComments: number };
}

const NO_EVENT: ExtractedEvent = {
  type: null,
  company: null,
  symbol: null,
  cik: null,
  period: null,
  date: null,
  startsAt: null,
  confidence: 0,
};

/** How sure a document has to be of its occasion to be taken for another record of it. */
const LEAST_SURE = 0.3;

/**
 * Resolves what was read: names to known companies, people, offices and quarters, made where they are new. Needs the lock of
 * writers, since it writes what is new. `raw` is kept with the document where its text is not the source itself.
 */
export async function resolveDocument(
  resolution: Resolution,
  { neutral, extraction }: ReadDocument,
  raw: Buffer | null,
  hints: ParseHints,
  stored: StoredRevision | null = null,
): Promise<ResolvedDocument> {
  const occasion = extraction.event ?? NO_EVENT;
  const company = await companyOf(resolution, occasion, hints);
  const period = periodOf(resolution, occasion.period ?? hints.period);
  const quarter = company && period ? await resolveQuarter(resolution, company, period) : null;
  const event = company ? await resolveEvent(resolution, company, quarter, occasion, publicationDay(neutral)) : null;
  const identity: Identity = stored
    ? { naturalKey: stored.naturalKey, earlier: stored }
    : await identify(resolution.client, extraction, neutral.text, company?.slug ?? null, resolution.day);
  const circle = { companyId: company?.id ?? null, eventId: event?.id ?? null };
  const houses = await resolveHouses(resolution, { neutral, extraction }, company);
  const speakers = await resolveSpeakers(resolution, extraction, circle, houses);
  const mentions = await mentionsOf(resolution, extraction, speakers);
  const mentioned = new MentionBook(mentions);
  if (extraction.utterances.length + extraction.figures.length > 0)
    tellOpen(resolution, company !== null || mentioned.companies.length > 0, company !== null && period === null);
  const isTranscript = neutral.kind === DocumentKind.TRANSCRIPT;
  const setting: Setting = {
    companyId: company?.id ?? null,
    event,
    startsAt: occasion.startsAt,
    quarter,
    isTranscript,
    speakers,
    topics: await readTopics(resolution, extraction.utterances),
    mentioned,
    houses,
  };
  const all = extraction.utterances.map((utterance) => utteranceOf(utterance, setting));
  const claims = await resolveClaims(resolution, extraction, houses, speakers);
  const first =
    event && (!isTranscript || occasion.confidence >= LEAST_SURE)
      ? await findFirstSource(resolution, event.id, identity.earlier?.id ?? null)
      : null;
  const second =
    first === null || !isTranscript
      ? null
      : await compareSources(resolution, first, neutral.text, all, extraction.utterances);
  const places = all.map((_, i) => i).filter((i) => second === null || second.isOwn[i]);
  const placeOf = new Map(places.map((from, to) => [from, to]));
  const quoted = await quotationsOf(resolution, all, first, isTranscript, event);
  const { document } = extraction;
  const rows: DocumentRows = {
    document: {
      kind: neutral.kind,
      title: document.title ?? event?.title ?? titleOf(company, occasion.period, neutral),
      publisher: document.publisher,
      url: document.url,
      publishedAt: document.publishedAt,
      publishedAtText: document.publishedAtText,
      format: neutral.format,
      sha256: document.sha256,
      contentDigest: null,
      taxonomyVersion: taxonomyVersion(),
      topicsAbout: occasion.company,
      language: document.language ?? 'en',
      naturalKey: identity.naturalKey,
      text: neutral.text,
      length: document.characters,
      raw,
      textAccess: hints.textAccess ?? null,
    },
    events: event ? [event.id] : [],
    companies: [...new Set([...(company ? [company.id] : []), ...houses.others, ...mentioned.companies])],
    utterances: places.map((place) => all[place]!),
    exchanges: event ? exchangesOf(extraction, all, placeOf, event, company!, quarter) : [],
    renderings: second?.renderings ?? quoted,
    links: [],
    mentions,
    values: [],
    // Numbers in words that the first source told are its claims already.
    claims: claims.flatMap((claim) => {
      const place = claim.utterance === null ? null : placeOf.get(claim.utterance);
      return place === undefined ? [] : [{ ...claim, utterance: place }];
    }),
  };
  const rendered = (type: NewUtterance['type']) => all.filter((u, i) => u.type === type && !placeOf.has(i)).length;
  return {
    rows,
    company,
    earlier: identity.earlier,
    rendered: { statements: rendered('Statement'), analystComments: rendered('AnalystComment') },
  };
}

/** Articles that quote a call tell its words again, whichever of the two came first. */
async function quotationsOf(
  resolution: Resolution,
  utterances: readonly NewUtterance[],
  transcript: number | null,
  isTranscript: boolean,
  event: KnownEvent | null,
): Promise<NewRendering[]> {
  if (!isTranscript) return transcript === null ? [] : quotedFrom(resolution, transcript, utterances);
  return event && transcript === null ? quotedIn(resolution, event.id, utterances) : [];
}

/** Records of a call are published when it has been held; an article may come long after. */
function publicationDay({ kind, metadata }: ReadDocument['neutral']): string | null {
  if (kind !== DocumentKind.TRANSCRIPT) return null;
  return metadata.publishedOn ?? metadata.publishedAt?.slice(0, 10) ?? null;
}

/** What the source says, else what whoever imports it says. */
async function companyOf(
  resolution: Resolution,
  occasion: ExtractedEvent,
  hints: ParseHints,
): Promise<KnownCompany | null> {
  const { createCompany: made = null } = hints;
  // A company is made for a document that leaves it open, or states the same.
  const isOther =
    made !== null &&
    occasion.symbol !== null &&
    occasion.symbol !== made.symbol &&
    !(occasion.company !== null && isSame(occasion.company, made.name));
  const hinted = isOther ? null : await hintedCompany(resolution, hints);
  if (occasion.company === null && occasion.symbol === null && occasion.cik === null) {
    return hinted;
  }
  // A name alone may be anybody's; a company that was named for the import and bears it is the one.
  if (hinted && occasion.cik === null && occasion.symbol === null) return hinted;
  const stated = await resolveCompany(resolution, occasion);
  if (stated && (isOther || (hinted && hinted.id !== stated.id))) {
    const given = isOther ? made.name : (hinted?.name ?? '');
    const message = `it states by symbol or CIK that it is about ${stated.name}; that it be of ${given} was not used`;
    warn(resolution, 'HINT_NOT_USED', message);
  }
  return stated ?? hinted;
}

/** What nothing has told stays open; whoever imports may know it. */
function tellOpen(resolution: Resolution, hasCompany: boolean, lacksQuarter: boolean): void {
  const again = 'name it, and read the document again (`--again`)';
  if (!hasCompany)
    warn(
      resolution,
      'NO_COMPANY',
      `nothing tells which company it is about; ${again}: \`--company\`, or \`--create-company\` for a new one`,
    );
  if (lacksQuarter)
    warn(
      resolution,
      'NO_QUARTER',
      `nothing tells which quarter its words are about; they carry none; ${again}: \`--period\``,
    );
  if (resolution.day === null)
    warn(
      resolution,
      'NO_DAY',
      `nothing tells the day of speaking or of publication; names hold as of today; ${again}: \`--published-at\``,
    );
}

function periodOf(resolution: Resolution, text: string | null) {
  if (text === null) return null;
  try {
    return parsePeriod(text);
  } catch (error) {
    warn(resolution, 'UNKNOWN_PERIOD', (error as Error).message);
    return null;
  }
}

async function mentionsOf(
  resolution: Resolution,
  { mentions, speakers }: Extraction,
  resolved: readonly { readonly personId: number | null }[],
): Promise<NewMention[]> {
  const organisations = mentions.filter(({ kind }) => kind === 'ORGANIZATION').map(({ name }) => name);
  const companies = await findMentioned(resolution, organisations);
  const strangers = mentions.filter(({ kind }) => kind === 'PERSON').map(({ name }) => name);
  const people = new Map(await findKnownPeople(resolution, strangers));
  for (const [i, { name, aliases }] of speakers.entries()) {
    const id = resolved[i]?.personId;
    if (id) for (const known of [name, ...aliases]) people.set(known, id);
  }
  const byName = new Map<string, NewMention & { readonly spans: Span[] }>();
  for (const { name, kind, spans } of mentions) {
    const key = `${kind} ${name}`;
    const places = spans.map(([start, end]) => ({ start, end }));
    const known = byName.get(key);
    if (known) {
      for (const place of places) known.spans.push(place);
      continue;
    }
    byName.set(key, {
      kind,
      name,
      companyId: kind === 'ORGANIZATION' ? (companies.get(name) ?? null) : null,
      personId: kind === 'PERSON' ? (people.get(name) ?? null) : null,
      spans: places,
    });
  }
  return [...byName.values()];
}

/** A second record of a call tells no exchange again; one whose words are all its own does. */
function exchangesOf(
  { exchanges }: Extraction,
  all: readonly NewUtterance[],
  placeOf: ReadonlyMap<number, number>,
  event: KnownEvent,
  company: KnownCompany,
  quarter: KnownQuarter | null,
): NewExchange[] {
  return exchanges.flatMap(({ questions, answers }) => {
    const inPlace = (list: readonly number[], type: NewUtterance['type']) =>
      list.flatMap((i) => (all[i]?.type === type && placeOf.has(i) ? [placeOf.get(i) as number] : []));
    const asked = inPlace(questions, 'AnalystComment');
    if (asked.length === 0) return [];
    return [
      {
        eventId: event.id,
        companyId: company.id,
        quarter,
        saidOn: event.date,
        questions: asked,
        answers: inPlace(answers, 'Statement'),
      },
    ];
  });
}

/** For a document that has no title: what it is of, else its first words. */
function titleOf(company: KnownCompany | null, period: string | null, { kind, text }: ReadDocument['neutral']): string {
  if (company) return [company.name, period, kind.toLowerCase().replaceAll('_', ' ')].filter(Boolean).join(' ');
  const line = text
    .split('\n')
    .map((l) => l.trim())
    .find((l) => l !== '');
  return (line ?? 'Untitled').slice(0, 120);
}
