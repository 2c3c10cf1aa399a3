import { DocumentKind } from '../../domain/document.entity';
import { SpeakerRole } from '../../domain/utterance-enums';
import { bareCompanyName, canStandFor } from '../../language/name/company-name';
import { isFormerOffice } from '../../language/name/former-office';
import { CodePointText, type Span } from '../../language/span';
import type { ExtractedFigure, ExtractedSpeaker, ExtractedUtterance, Extraction } from '../extraction';
import type { ReadDocument } from '../read-source';
import { findMentioned, type KnownCompany, resolveCompany } from './company';
import { readCandidates } from './person';
import { type Resolution, warn } from './resolution';

/** Whose words and numbers are: of the document's company, of another one, or of nobody who is certain (null). */
export interface Houses {
  /** Of each speaker, in order. */
  readonly ofSpeakers: readonly (number | null)[];
  /** Whether somebody speaks for a company other than the document's, in an office there. */
  readonly isOfficer: readonly boolean[];
  ofUtterance(utterance: ExtractedUtterance): number | null;
  ofFigure(figure: ExtractedFigure): number | null;
  /** Companies besides the document's own whose symbols it prints. */
  readonly others: readonly number[];
}

const LISTED =
  /^(?:['’]s?)?[^\S\n]?\((?:NASDAQ|Nasdaq(?:GS|GM|CM)?|NYSE(?: American| Arca)?|AMEX|LSE|TSX|ASX|NSE|BSE|OTC\w{0,4}|XETRA|SIX|HKEX|SGX)\s?[:/]\s?([A-Z][A-Z0-9.-]{0,6})\)/;
const OFFICE =
  /\b(?:ceo|cfo|coo|cto|chief|chair(?:man|woman|person)?|founder|president|treasurer|controller|general counsel|head|director)\b/i;

/** Who speaks in these parts speaks for a company; whoever is described otherwise, or not at all, is nobody's unless known to be in office. */
const OWN_ROLES: readonly SpeakerRole[] = [SpeakerRole.EXECUTIVE, SpeakerRole.IR];
const OUTSIDERS: readonly SpeakerRole[] = [SpeakerRole.OTHER, SpeakerRole.JOURNALIST];
/** One of many who has no name: `a farmer near Ames`, `some customers`. */
const STRANGER = /^(?:an?|one|another|some|several|many|most|two|three|other)\s/i;

const SENTENCE_EDGE = /[.!?]["”’]?\s|\n/;

const PARTS: readonly string[] = ['SEGMENT', 'PRODUCT', 'REGION', 'PER_UNIT'];

interface Body {
  readonly name: string;
  readonly spans: readonly Span[];
  /** Null: no company that is known. */
  readonly companyId: number | null;
}

/**
 * In an article of several companies each speaker's company is that of their firm, each number's the one whose name stands before it. A
 * company besides the document's own is made only where its symbol is printed. What speaks for several is certain of none.
 */
export async function resolveHouses(
  resolution: Resolution,
  { neutral, extraction }: ReadDocument,
  company: KnownCompany | null,
): Promise<Houses> {
  const own = company?.id ?? null;
  const { speakers, mentions } = extraction;
  if (neutral.turns !== null || neutral.kind === DocumentKind.FILING || mentions.length === 0)
    return allOf(own, speakers);
  const text = new CodePointText(neutral.text);
  const named = mentions.filter(({ kind }) => kind === 'ORGANIZATION');
  const known = await findMentioned(
    resolution,
    named.map(({ name }) => name),
  );
  const isOwn = (name: string) => company !== null && isOne(name, company.name);
  const bodies: Body[] = [];
  const listed = new Set<number>();
  for (const { name, spans } of named) {
    const places = spans.map(([start, end]) => ({ start, end }));
    const symbol = symbolBehind(text, places);
    let companyId = isOwn(name) ? own : (known.get(name) ?? null);
    if (symbol !== null && companyId === null)
      companyId = (await resolveCompany(resolution, { company: name, symbol, cik: null }))?.id ?? null;
    if (symbol !== null && companyId !== null) listed.add(companyId);
    bodies.push({ name, spans: places, companyId });
  }
  // A listed one beside nobody who is known is not whom the text is about.
  const isShared = listed.size > 1 || (listed.size === 1 && (own === null || !listed.has(own)));
  const bodyOf = (name: string) =>
    bodies.find((body) => body.name === name) ?? bodies.find((body) => isOne(body.name, name));
  const houseOf = (speaker: ExtractedSpeaker): number | null => {
    const { name, role, title, firm, aliases } = speaker;
    const body = bodies.find((one) => one.name === name);
    if (body) return body.companyId ?? own;
    if (role === SpeakerRole.ANALYST) return own;
    if (isFormerOffice(title)) return null;
    if (firm !== null) return isOwn(firm) ? own : (bodyOf(firm)?.companyId ?? null);
    if (!OWN_ROLES.includes(role)) return officers.has(speaker) ? own : null;
    if (!isShared) return own;
    return companyBeside(text, placesOf(extraction, [name, ...aliases]), bodies);
  };
  const officers = await knownOfficers(resolution, speakers, own);
  const ofSpeakers = speakers.map(houseOf);
  const isOfficer = speakers.map(({ role, title, firm }, i) => {
    const id = ofSpeakers[i] ?? null;
    const isIn = role === SpeakerRole.EXECUTIVE || (role === SpeakerRole.OTHER && firm !== null);
    return id !== null && id !== own && listed.has(id) && isIn && OFFICE.test(title ?? '');
  });
  const ofUtterance = (u: ExtractedUtterance): number | null => {
    if (u.isComment && isShared) return onlyOne(bodies, u);
    if (u.speaker !== null) return ofSpeakers[u.speaker] ?? null;
    if (isShared) return onlyOne(bodies, u);
    return OUTSIDERS.includes(u.role) && STRANGER.test(u.label) ? null : own;
  };
  // `said Hank Bell, who farms 1,200 acres`
  const strangers = extraction.utterances.flatMap((u) => (u.mention && ofUtterance(u) === null ? [u.mention] : []));
  const isBesideStranger = (figure: ExtractedFigure): boolean => {
    if (strangers.length === 0) return false;
    const sentence = startOf(text, figure.start, SENTENCE_EDGE);
    return strangers.some(({ start, end }) => start >= sentence && end <= figure.start);
  };
  const ofFigure = (figure: ExtractedFigure): number | null => {
    const before = subjectOf(text, figure, bodies, isShared);
    // A part of the company is named like a body: `Instagram revenue`.
    if (before) return before.companyId ?? (PARTS.includes(figure.scope) && !isShared ? own : null);
    const quoted = figure.utterance === null ? null : extraction.utterances[figure.utterance];
    if (quoted && !quoted.isComment) return ofUtterance(quoted);
    return isShared || isBesideStranger(figure) ? null : own;
  };
  const open = [...new Set(speakers.filter((_, i) => own !== null && ofSpeakers[i] === null).map(({ name }) => name))];
  if (open.length > 0)
    warn(
      resolution,
      'OTHER_COMPANY',
      `nothing tells for certain which company ${open.slice(0, 10).join(', ')} spoke for; their words carry none, and no office is made of it`,
    );
  return { ofSpeakers, isOfficer, ofUtterance, ofFigure, others: [...listed].filter((id) => id !== own) };
}

/** Those who are in office at the company as it is known: an article need not say it of them. */
async function knownOfficers(
  resolution: Resolution,
  speakers: readonly ExtractedSpeaker[],
  own: number | null,
): Promise<ReadonlySet<ExtractedSpeaker>> {
  const untold = speakers.filter(({ role, firm }) => firm === null && !OWN_ROLES.includes(role));
  if (own === null || untold.length === 0) return new Set();
  const book = await readCandidates(resolution, untold, { companyId: own, eventId: null });
  return new Set(
    untold.filter((speaker) => {
      const fitting = book.fitting(speaker);
      return fitting.length > 0 && fitting.every(({ offices }) => offices.some((o) => o.companyId === own && o.holds));
    }),
  );
}

function allOf(own: number | null, speakers: readonly ExtractedSpeaker[]): Houses {
  return {
    ofSpeakers: speakers.map(() => own),
    isOfficer: speakers.map(() => false),
    ofUtterance: () => own,
    ofFigure: () => own,
    others: [],
  };
}

function isOne(name: string, other: string): boolean {
  const [one, two] = [bareCompanyName(name), bareCompanyName(other)];
  return one === two || canStandFor(one, two) || canStandFor(two, one);
}

/** The symbol that is printed behind a name. */
function symbolBehind(text: CodePointText, places: readonly Span[]): string | null {
  for (const { end } of places) {
    const symbol = LISTED.exec(text.slice({ start: end, end: Math.min(text.length, end + 40) }))?.[1];
    if (symbol) return symbol;
  }
  return null;
}

const placesOf = ({ mentions }: Extraction, names: readonly string[]): Span[] =>
  mentions.flatMap(({ kind, name, spans }) =>
    kind === 'PERSON' && names.includes(name) ? spans.map(([start, end]) => ({ start, end })) : [],
  );

/** The body whose name stands nearest before a place, within reach. */
function nearestBefore(place: Span, from: number, bodies: readonly Body[]): Body | null {
  let best: { readonly body: Body; readonly end: number } | null = null;
  for (const body of bodies)
    for (const { start, end } of body.spans)
      if (start >= from && end <= place.start && (best === null || end > best.end)) best = { body, end };
  return best?.body ?? null;
}

/** The one company that is named before somebody's first place in a paragraph; null where none is, or several may be meant. */
function companyBeside(text: CodePointText, places: readonly Span[], bodies: readonly Body[]): number | null {
  const first = [...places].sort((a, b) => a.start - b.start)[0];
  if (!first) return null;
  const paragraph = startOf(text, first.start, /\n/);
  const inside = bodies.filter(({ spans }) => spans.some(({ start, end }) => start >= paragraph && end <= first.start));
  const ids = new Set(inside.map(({ companyId }) => companyId));
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

/** Whose number it is by the name before it: one that its own words begin with, in an article of several also the nearest in the sentence. */
function subjectOf(
  text: CodePointText,
  figure: ExtractedFigure,
  bodies: readonly Body[],
  isShared: boolean,
): Body | null {
  const label = { start: figure.start, end: Math.min(figure.end, figure.start + 4) };
  const opening = bodies.find(({ spans }) => spans.some(({ start }) => start >= label.start && start < label.end));
  if (opening || !isShared) return opening ?? null;
  return nearestBefore(figure, startOf(text, figure.start, SENTENCE_EDGE), bodies);
}

function startOf(text: CodePointText, at: number, edge: RegExp): number {
  const from = Math.max(0, at - 600);
  const before = text.slice({ start: from, end: at });
  const last = [...before.matchAll(new RegExp(edge.source, 'g'))].at(-1);
  return last ? from + [...before.slice(0, last.index + last[0].length)].length : from;
}

/** The only company that a passage names. */
function onlyOne(bodies: readonly Body[], { start, end }: Span): number | null {
  const ids = new Set(
    bodies.flatMap(({ companyId, spans }) =>
      companyId !== null && spans.some((span) => span.start >= start && span.end <= end) ? [companyId] : [],
    ),
  );
  return ids.size === 1 ? ([...ids][0] as number) : null;
}
