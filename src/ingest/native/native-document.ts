import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { DocumentKind, TextAccess } from '../../domain/document.entity';
import { parsePeriod } from '../../domain/fiscal/period';
import { ImportFormat } from '../../domain/import-format';
import { parseDecimal } from '../../domain/money/decimal';
import { CodePointText } from '../../language/span';
import { ImportError } from '../fault';
import type { DocumentRows, NewDocument, NewExchange, NewRendering, NewStatedValue } from '../persist/document-rows';
import { locate, locateAll } from './locate';
import { type NameBook, namedAt } from './name-book';
import { nativeClaimsOf } from './native-claim';
import { type NativeContext, type PlacedUtterance, placeUtterances, utteranceOf } from './native-utterance';
import type { NativeDocument, NativeValue } from './schema';

export const nativeKeyOf = (key: string): string => `native:${key}`;

/** Resolves a document of a NATIVE file: every name to its node, every place to its offsets. */
export async function resolveNativeDocument(
  client: Client,
  document: NativeDocument,
  path: string,
  names: NameBook,
): Promise<DocumentRows> {
  const text = new CodePointText(typeof document.text === 'string' ? document.text : document.text.join('\n\n'));
  const context: NativeContext = { document, text, path, names };
  const placed = placeUtterances(context);
  await learnNames(document, names);
  const utterances: DocumentRows['utterances'][number][] = [];
  for (const place of placed) utterances.push(await utteranceOf(place, context));
  const events: number[] = [];
  for (const [i, reference] of (document.events ?? []).entries())
    events.push((await namedAt(`${path}.events[${i}]`, names.event(reference))).id);
  const companies: number[] = [];
  for (const [i, slug] of (document.companies ?? []).entries())
    companies.push(await namedAt(`${path}.companies[${i}]`, names.company(slug)));
  const values: NewStatedValue[] = [];
  for (const [i, value] of (document.values ?? []).entries())
    values.push(await statedValueOf(value, `${path}.values[${i}]`, context));
  return {
    document: documentOf(document, text),
    events,
    companies,
    utterances,
    exchanges: await exchangesOf(placed, utterances, context),
    renderings: await renderingsOf(client, placed),
    links: linksOf(placed),
    mentions: await mentionsOf(context),
    values,
    claims: await nativeClaimsOf(client, context, placed, utterances),
  };
}

/** One question for all people, one for all firms. */
async function learnNames({ utterances = [], mentions = [], claims = [] }: NativeDocument, names: NameBook) {
  const told = (list: readonly (string | undefined)[]) => list.filter((name) => name !== undefined);
  await names.learn(
    'person',
    told([
      ...utterances.map(({ speaker }) => speaker),
      ...mentions.map(({ person }) => person),
      ...claims.map(({ assertedBy }) => assertedBy),
    ]),
  );
  await names.learn('firm', told(utterances.map(({ firm }) => firm)));
}

function documentOf(document: NativeDocument, text: CodePointText): NewDocument {
  const content = JSON.stringify(document);
  const given =
    document.raw && Buffer.from(document.raw.content, document.raw.encoding === 'BASE64' ? 'base64' : 'utf8');
  const raw = given ?? Buffer.from(content);
  return {
    kind: document.kind as DocumentKind,
    title: document.title,
    publisher: document.publisher ?? null,
    url: document.url ?? null,
    publishedAt: document.publishedAt ?? null,
    publishedAtText: document.publishedAtText ?? null,
    format: ImportFormat.NATIVE,
    sha256: digestOf(raw),
    contentDigest: digestOf(content),
    taxonomyVersion: null,
    topicsAbout: null,
    language: document.language ?? 'en',
    naturalKey: nativeKeyOf(document.key),
    text: text.value,
    length: text.length,
    raw,
    textAccess: (document.textAccess ?? null) as TextAccess | null,
  };
}

export const digestOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

function placesByKey(placed: readonly PlacedUtterance[]): Map<string, number> {
  return new Map(placed.flatMap(({ utterance }, i) => (utterance.key ? [[utterance.key, i] as const] : [])));
}

async function exchangesOf(
  placed: readonly PlacedUtterance[],
  utterances: DocumentRows['utterances'],
  { document, path, names }: NativeContext,
): Promise<NewExchange[]> {
  const places = placesByKey(placed);
  const exchanges: NewExchange[] = [];
  for (const [i, exchange] of (document.exchanges ?? []).entries()) {
    const at = `${path}.exchanges[${i}]`;
    const reference = exchange.event ?? (document.events?.length === 1 ? document.events[0] : undefined);
    if (!reference) fail(`${at}.event`, 'is missing, and the document has not exactly one event');
    const event = await namedAt(`${at}.event`, names.event(reference));
    const placesOf = (keys: readonly string[], list: string, type: string) =>
      keys.map((key, k) => {
        const place = places.get(key);
        if (place === undefined)
          fail(`${at}.${list}[${k}]`, `names the utterance "${key}", which is not in the document`);
        if (utterances[place]?.type !== type)
          fail(`${at}.${list}[${k}]`, `"${key}" is not of the kind that belongs there`);
        return place;
      });
    const questions = placesOf(exchange.questions, 'questions', 'AnalystComment');
    const answers = placesOf(exchange.answers ?? [], 'answers', 'Statement');
    const quarter = utterances[questions[0] ?? -1]?.quarter ?? null;
    exchanges.push({
      eventId: event.id,
      companyId: event.company_id,
      quarter,
      saidOn: event.date,
      questions,
      answers,
    });
  }
  return exchanges;
}

/** What a comment discusses, by keys of the same document. */
function linksOf(placed: readonly PlacedUtterance[]): DocumentRows['links'] {
  const places = placesByKey(placed);
  return placed.flatMap(({ utterance, path }, comment) =>
    [...new Set(utterance.discusses ?? [])].map((key, position) => {
      const statement = places.get(key);
      if (statement === undefined)
        fail(`${path}.discusses`, `names the utterance "${key}", which is not in the document`);
      return { comment, statement, position };
    }),
  );
}

/** The same words in other NATIVE documents, which have to be stored before or stand earlier in the file. */
async function renderingsOf(client: Client, placed: readonly PlacedUtterance[]): Promise<NewRendering[]> {
  const found: NewRendering[] = [];
  const texts = new Map<string, { readonly id: number; readonly text: CodePointText }>();
  for (const [place, { utterance, path }] of placed.entries()) {
    for (const [i, rendering] of (utterance.renderings ?? []).entries()) {
      const at = `${path}.renderings[${i}]`;
      const other = texts.get(rendering.document) ?? (await textOf(client, rendering.document));
      if (!other) fail(`${at}.document`, `names the document "${rendering.document}", which is not known`);
      texts.set(rendering.document, other);
      found.push({
        utterance: { place },
        documentId: other.id,
        ...locate(other.text, rendering, at),
      });
    }
  }
  return found;
}

async function textOf(client: Client, key: string): Promise<{ id: number; text: CodePointText } | null> {
  const { rows } = await client.query<{ id: number; text: string }>(
    'SELECT id, text FROM document WHERE natural_key = $1 AND superseded_by_id IS NULL',
    [nativeKeyOf(key)],
  );
  return rows[0] ? { id: rows[0].id, text: new CodePointText(rows[0].text) } : null;
}

/** Of names that stand everywhere in a text each mention lists all places; a text has fewer names than letters. */
const MOST_PLACES = 200_000;

async function mentionsOf({ document, text, path, names }: NativeContext): Promise<DocumentRows['mentions']> {
  const found: DocumentRows['mentions'][number][] = [];
  let places = 0;
  for (const [i, mention] of (document.mentions ?? []).entries()) {
    const spans = locateAll(text, mention.spans ?? [mention.name], `${path}.mentions[${i}].spans`);
    places += spans.length;
    if (places > MOST_PLACES)
      fail(`${path}.mentions`, `have more than ${MOST_PLACES} places; a mention of a name is enough`);
    found.push({
      kind: mention.kind as 'ORGANIZATION' | 'PERSON',
      name: mention.name,
      companyId: mention.company
        ? await namedAt(`${path}.mentions[${i}].company`, names.company(mention.company))
        : null,
      personId: mention.person ? await namedAt(`${path}.mentions[${i}].person`, names.person(mention.person)) : null,
      spans,
    });
  }
  return found;
}

async function statedValueOf(value: NativeValue, path: string, context: NativeContext): Promise<NewStatedValue> {
  const { document, text, names } = context;
  const slug = value.company ?? document.companies?.[0];
  if (!slug) fail(`${path}.company`, 'is missing, and the document names no company');
  const metricId = await namedAt(`${path}.metric`, names.metric(value.metric));
  const period = parsePeriod(value.period);
  return {
    ...locate(text, value, path),
    companyId: await namedAt(`${path}.company`, names.company(slug)),
    metricId,
    fiscalYear: period.year,
    fiscalQuarter: period.quarter,
    basis: value.basis ?? (await names.basis(metricId)),
    value: parseDecimal(String(value.value)) ?? fail(path, `${value.value} is no number`),
    unit: value.unit,
    currency: value.currency ?? null,
    statedOn: (document.publishedAt ?? new Date().toISOString()).slice(0, 10),
  };
}

function fail(path: string, message: string): never {
  throw new ImportError([{ path, message }]);
}
