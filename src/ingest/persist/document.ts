import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { parsePeriod } from '../../domain/fiscal/period';
import { parseDecimal } from '../../domain/money/decimal';
import type { NativeDocument, NativeValue } from '../formats/native-file';
import { locate, locateAll } from '../locate';
import { CodePointText } from '../span';
import type { NameBook } from './name-book';
import { persistUtterances } from './utterance';
import { insertRows } from './writer';

/** Writes a document with everything in it. Unchanged: it is there already, byte for byte; a corrected one is a new revision. */
export async function persistDocument(
  client: Client,
  document: NativeDocument,
  path: string,
  names: NameBook,
): Promise<'created' | 'updated' | 'unchanged'> {
  const raw = JSON.stringify(document);
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const naturalKey = `native:${document.key}`;
  const { rows } = await client.query(
    'SELECT id, sha256, revision FROM document WHERE natural_key = $1 AND superseded_by_id IS NULL FOR UPDATE',
    [naturalKey],
  );
  const earlier = rows[0];
  if (earlier?.sha256 === sha256) return 'unchanged';
  const text = new CodePointText(typeof document.text === 'string' ? document.text : document.text.join('\n\n'));
  const columns = {
    kind: document.kind,
    title: document.title,
    publisher: document.publisher,
    url: document.url,
    published_at: document.publishedAt,
    published_at_text: document.publishedAtText,
    format: 'NATIVE',
    sha256,
    language: document.language ?? 'en',
    natural_key: naturalKey,
    revision: (earlier?.revision ?? 0) + 1,
    length: text.length,
    text: text.value,
    raw: Buffer.from(raw),
    text_access: document.textAccess ?? 'FULL',
  };
  if (earlier) {
    // One document of a key is current at any moment: the old revision steps aside before the new one comes.
    await client.query('UPDATE document SET superseded_by_id = id WHERE id = $1', [earlier.id]);
  }
  const [id] = (await insertRows(client, 'document', [columns])) as [number];
  if (earlier) await client.query('UPDATE document SET superseded_by_id = $1 WHERE id = $2', [id, earlier.id]);
  const events = await Promise.all((document.events ?? []).map((reference) => names.event(reference)));
  await insertRows(
    client,
    'document_event',
    events.map((event) => ({ document_id: id, event_id: event.id })),
  );
  const companies = await Promise.all((document.companies ?? []).map((slug) => names.company(slug)));
  await insertRows(
    client,
    'document_company',
    companies.map((company) => ({ document_id: id, company_id: company })),
  );
  await persistUtterances(client, { id, document, text, path, names, replaces: earlier?.id ?? null });
  await persistMentions(client, id, document, text, path, names);
  for (const [i, value] of (document.values ?? []).entries())
    await persistValue(client, id, document, value, text, `${path}.values[${i}]`, names);
  return earlier ? 'updated' : 'created';
}

async function persistMentions(
  client: Client,
  id: number,
  document: NativeDocument,
  text: CodePointText,
  path: string,
  names: NameBook,
): Promise<void> {
  for (const [i, mention] of (document.mentions ?? []).entries()) {
    const spans = locateAll(text, mention.spans ?? [mention.name], `${path}.mentions[${i}].spans`);
    await insertRows(client, 'entity_mention', [
      {
        document_id: id,
        kind: mention.kind,
        name: mention.name,
        company_id: mention.company ? await names.company(mention.company) : null,
        person_id: mention.person ? await names.person(mention.person) : null,
        count: spans.length,
        spans: spans.flatMap(({ start, end }) => [start, end]),
      },
    ]);
  }
}

async function persistValue(
  client: Client,
  id: number,
  document: NativeDocument,
  value: NativeValue,
  text: CodePointText,
  path: string,
  names: NameBook,
): Promise<void> {
  const span = locate(text, value, path);
  const period = parsePeriod(value.period);
  const { rows } = await client.query('SELECT id, basis FROM metric WHERE id = $1', [await names.metric(value.metric)]);
  await insertRows(client, 'stated_metric', [
    {
      company_id: await names.company(value.company ?? document.companies?.[0] ?? ''),
      metric_id: rows[0].id,
      fiscal_year: period.year,
      fiscal_quarter: period.quarter,
      basis: value.basis ?? rows[0].basis,
      value: parseDecimal(String(value.value)),
      unit: value.unit,
      currency: value.currency,
      document_id: id,
      span_start: span.start,
      span_end: span.end,
      stated_on: (document.publishedAt ?? new Date().toISOString()).slice(0, 10),
    },
  ]);
}
