import type { Client } from 'pg';
import type { NativeDocument, NativeUtterance } from '../formats/native-file';
import { locate, locateAll } from '../locate';
import type { CodePointText, Span } from '../span';
import type { KnownQuarter, NameBook } from './name-book';
import { insertRows } from './writer';

export interface UtteranceContext {
  readonly id: number;
  readonly document: NativeDocument;
  readonly text: CodePointText;
  readonly path: string;
  readonly names: NameBook;
  /** The document's earlier revision, whose utterances give way. */
  readonly replaces: number | null;
}

interface Finding {
  readonly id: number;
  readonly score: number;
  readonly method: string;
  readonly spans: readonly Span[];
}

/** Writes a document's utterances in order of their places, with their topics, links and the counts that nodes carry. */
export async function persistUtterances(client: Client, context: UtteranceContext): Promise<void> {
  const { document, text, path, replaces } = context;
  if (replaces !== null) await client.query('DELETE FROM utterance WHERE document_id = $1', [replaces]);
  const placed = (document.utterances ?? [])
    .map((utterance, i) => ({
      utterance,
      path: `${path}.utterances[${i}]`,
      span: locate(text, utterance, `${path}.utterances[${i}]`),
    }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const ids = new Map<string, number>();
  for (const [position, { utterance, span, path: at }] of placed.entries()) {
    const topics = await findTopics(utterance, span, at, context);
    const row = await rowOf(client, utterance, span, position, topics, context);
    const [id] = (await insertRows(client, 'utterance', [row])) as [number];
    if (utterance.key) ids.set(utterance.key, id);
    await insertRows(
      client,
      'topic_mention',
      topics.map(({ id: topic, score, method, spans }) => ({
        utterance_id: id,
        topic_id: topic,
        score,
        method,
        spans: spans.flatMap(({ start, end }) => [start, end]),
      })),
    );
  }
  for (const { utterance } of placed) {
    const comment = ids.get(utterance.key ?? '');
    const rows = (utterance.discusses ?? []).flatMap((key, position) => ({
      comment_id: comment,
      statement_id: ids.get(key),
      position,
    }));
    await insertRows(client, 'comment_statement', rows);
  }
  await refreshCounts(client);
}

async function findTopics(
  utterance: NativeUtterance,
  span: Span,
  path: string,
  { text, names }: UtteranceContext,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [i, entry] of (utterance.topics ?? []).entries()) {
    const { topic, spans, score = 1, method = 'manual' } = typeof entry === 'string' ? { topic: entry } : entry;
    const where = spans ? locateAll(text, spans, `${path}.topics[${i}].spans`, span) : [span];
    findings.push({ id: await names.topic(topic), score, method, spans: where });
  }
  return findings.sort((a, b) => b.score - a.score);
}

async function rowOf(
  client: Client,
  u: NativeUtterance,
  span: Span,
  position: number,
  topics: readonly Finding[],
  { id, document, text, names }: UtteranceContext,
) {
  const isComment = u.kind !== undefined && u.kind !== 'STATEMENT';
  const onlyEvent = document.events?.length === 1 ? document.events[0] : undefined;
  const reference = u.event === undefined ? (u.kind === 'COMMENT' ? null : (onlyEvent ?? null)) : u.event;
  const event = reference ? await names.event(reference) : null;
  const slug = u.company ?? document.companies?.[0];
  const company = event?.company_id ?? (slug ? await names.company(slug) : null);
  const period = u.quarter ?? document.quarter;
  const quarter: KnownQuarter | null = period && company ? await names.quarter(company, period) : null;
  const speaker = u.speaker ? await names.person(u.speaker) : null;
  const firm = u.firm ? await names.firm(u.firm) : null;
  const { rows: analysts } =
    isComment && speaker
      ? await client.query('SELECT id FROM analyst WHERE person_id = $1 AND firm_id IS NOT DISTINCT FROM $2 LIMIT 1', [
          speaker,
          firm,
        ])
      : { rows: [] };
  const about = await Promise.all((u.about ?? []).map((about) => names.company(about)));
  const alternatives = await Promise.all((u.attribution?.alternatives ?? []).map((name) => names.person(name)));
  return {
    type: isComment ? 'AnalystComment' : 'Statement',
    document_id: id,
    document_kind: document.kind,
    company_id: company,
    event_id: event?.id ?? null,
    quarter_id: quarter?.id ?? null,
    fiscal_year: quarter?.fiscal_year ?? null,
    fiscal_quarter: quarter?.fiscal_quarter ?? null,
    calendar_year: quarter?.calendar_year ?? null,
    calendar_quarter: quarter?.calendar_quarter ?? null,
    speaker_id: speaker,
    speaker_label: u.label ?? u.speaker ?? '',
    speaker_role: u.role ?? (u.speaker ? (isComment ? 'ANALYST' : 'EXECUTIVE') : 'UNKNOWN'),
    section: u.section ?? (document.kind === 'NEWS_ARTICLE' || document.kind === 'NOTE' ? 'ARTICLE' : 'UNKNOWN'),
    directness: u.directness,
    turn: u.turn ?? null,
    position,
    said_on: u.saidOn ?? event?.date ?? null,
    said_at: u.saidAt ?? null,
    span_start: span.start,
    span_end: span.end,
    text: text.slice(span),
    topic_ids: topics.map((topic) => topic.id),
    sentiment_score: u.sentiment?.score ?? null,
    sentiment_label: u.sentiment?.label ?? null,
    sentiment_method: u.sentiment?.method ?? null,
    attribution_confidence: u.attribution?.confidence ?? 1,
    attribution_method: u.attribution?.method ?? 'MANUAL',
    alternative_speaker_ids: alternatives,
    start_ms: u.startMs ?? null,
    end_ms: u.endMs ?? null,
    is_forward_looking: u.forwardLooking ?? false,
    comment_kind: isComment ? u.kind : null,
    analyst_id: analysts[0]?.id ?? null,
    firm_id: firm,
    about_company_ids: isComment ? [...new Set([...(company ? [company] : []), ...about])] : [],
    rating: u.rating ?? null,
    price_target_amount: u.priceTarget ? String(u.priceTarget.amount) : null,
    price_target_currency: u.priceTarget?.currency ?? null,
  };
}

/** The counts that reference nodes carry; rows that are right already stay untouched and announce nothing. */
async function refreshCounts(client: Client): Promise<void> {
  await client.query(
    `UPDATE company c SET statement_count = n.n FROM (SELECT c.id, (SELECT count(*) FROM utterance u WHERE u.company_id = c.id AND u.type = 'Statement')::int AS n
     FROM company c) n WHERE n.id = c.id AND c.statement_count <> n.n`,
  );
  await client.query(
    `UPDATE person p SET utterance_count = n.n FROM (SELECT p.id, (SELECT count(*) FROM utterance u WHERE u.speaker_id = p.id)::int AS n
     FROM person p) n WHERE n.id = p.id AND p.utterance_count <> n.n`,
  );
  await client.query(
    `UPDATE topic t SET utterance_count = n.n FROM (SELECT t.id, (SELECT count(*) FROM topic_mention m WHERE m.topic_id = t.id)::int AS n
     FROM topic t) n WHERE n.id = t.id AND t.utterance_count <> n.n`,
  );
}
