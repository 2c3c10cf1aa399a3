import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { type Actor, processActor } from '../platform/actor';
import { EarshotError } from '../platform/errors';
import { inImport, withWriter } from './persist/import-lock';
import { joinMade } from './persist/made-rows';
import { findTwins, type MergedType, recordMerge, repoint, repointed, repointLists } from './persist/merge-rows';
import { recordChange } from './persist/record-change';

/**
 * Makes two stored companies one. Everything of the first belongs to the second: words, quarters, events, facts, offices; its id
 * leads to the second from then on. Refused where quarters of the two overlap without being the same.
 */
export function mergeCompanies(
  databaseUrl: string,
  oldId: number,
  newId: number,
  actor: Actor = processActor(),
): Promise<void> {
  return withWriter(databaseUrl, (client) =>
    inImport(client, async () => {
      await merge(client, oldId, newId);
      await recordChange(client, actor, {
        action: AuditAction.MERGE,
        subject: AuditSubject.COMPANY,
        ids: [oldId, newId],
        summary: { old: oldId, kept: newId },
      });
    }),
  );
}

async function merge(client: Client, oldId: number, newId: number): Promise<void> {
  const { rows } = await client.query<{ id: number }>('SELECT id FROM company WHERE id = ANY ($1)', [[oldId, newId]]);
  if (oldId === newId || rows.length < 2)
    throw new EarshotError('BAD_USER_INPUT', `Two companies are needed: ${oldId} and ${newId} are not.`);
  await mergeQuarters(client, oldId, newId);
  await mergeEvents(client, oldId, newId);
  await mergeOffices(client, oldId, newId);
  await mergeFacts(client, oldId, newId);
  await mergeNames(client, oldId, newId);
  await client.query(
    'DELETE FROM document_company o USING document_company n WHERE o.company_id = $1 AND n.company_id = $2 AND n.document_id = o.document_id',
    [oldId, newId],
  );
  await repoint(
    client,
    [
      ['document_company', 'company_id'],
      ['entity_mention', 'company_id'],
      ['claim', 'company_id'],
      ['stated_metric', 'company_id'],
      ['exchange', 'company_id'],
      ['topic_count', 'company_id'],
    ],
    oldId,
    newId,
  );
  // A comment is always about its company, which a constraint checks row by row: both change at once.
  await client.query(
    `UPDATE utterance SET company_id = $2, about_company_ids = ${repointed('about_company_ids')} WHERE company_id = $1`,
    [oldId, newId],
  );
  await repointLists(client, [['utterance', 'about_company_ids']], oldId, newId);
  await client.query(
    `UPDATE company n SET statement_count = n.statement_count + o.statement_count, sector = coalesce(n.sector, o.sector),
       industry = coalesce(n.industry, o.industry), country = coalesce(n.country, o.country),
       reporting_currency = coalesce(n.reporting_currency, o.reporting_currency), fiscal_year_end = coalesce(n.fiscal_year_end, o.fiscal_year_end)
     FROM company o WHERE o.id = $1 AND n.id = $2`,
    [oldId, newId],
  );
  await client.query('DELETE FROM company WHERE id = $1', [oldId]);
  await recordMerge(client, 'Company', oldId, newId);
}

async function mergeQuarters(client: Client, oldId: number, newId: number): Promise<void> {
  const same = 'n.fiscal_year = o.fiscal_year AND n.fiscal_quarter = o.fiscal_quarter';
  for (const { old, kept } of await findTwins(client, 'quarter', 'company_id', same, oldId, newId)) {
    await repoint(client, [['event', 'quarter_id']], old, kept);
    // Copies of the calendar period follow the quarter that stays.
    for (const table of ['utterance', 'exchange']) {
      await client.query(
        `UPDATE ${table} u SET quarter_id = q.id, calendar_year = q.calendar_year, calendar_quarter = q.calendar_quarter
         FROM quarter q WHERE u.quarter_id = $1 AND q.id = $2`,
        [old, kept],
      );
    }
    await client.query(
      `UPDATE topic_count n SET mentions = n.mentions + o.mentions, statements = n.statements + o.statements, comments = n.comments + o.comments
       FROM topic_count o WHERE o.quarter_id = $1 AND n.quarter_id = $2 AND n.topic_id = o.topic_id`,
      [old, kept],
    );
    await client.query(
      `INSERT INTO topic_count SELECT q.id, o.topic_id, q.company_id, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter,
         o.mentions, o.statements, o.comments FROM topic_count o JOIN quarter q ON q.id = $2 WHERE o.quarter_id = $1
       ON CONFLICT (quarter_id, topic_id) DO NOTHING`,
      [old, kept],
    );
    await client.query(
      `INSERT INTO topic_branch_count AS n SELECT topic_id, $2, mentions, statements, comments FROM topic_branch_count WHERE quarter_id = $1
       ON CONFLICT (topic_id, quarter_id) DO UPDATE SET mentions = n.mentions + excluded.mentions, statements = n.statements + excluded.statements,
         comments = n.comments + excluded.comments`,
      [old, kept],
    );
    await client.query(
      'UPDATE quarter n SET utterance_count = n.utterance_count + o.utterance_count FROM quarter o WHERE o.id = $1 AND n.id = $2',
      [old, kept],
    );
    await dropMerged(client, 'quarter', 'Quarter', old, kept);
  }
  const { rows } = await client.query(
    `SELECT FROM quarter o JOIN quarter n ON n.company_id = $2 AND daterange(o.start_date, o.end_date, '[]') && daterange(n.start_date, n.end_date, '[]')
     WHERE o.company_id = $1 LIMIT 1`,
    [oldId, newId],
  );
  if (rows.length > 0) {
    throw new EarshotError('BAD_USER_INPUT', 'The two companies count their quarters differently; they cannot be one.');
  }
  await repoint(client, [['quarter', 'company_id']], oldId, newId);
}

/** Calls about one quarter, and other occasions of one kind and day, are one event. */
async function mergeEvents(client: Client, oldId: number, newId: number): Promise<void> {
  const same = "n.type = o.type AND (n.date = o.date OR (n.type = 'EARNINGS_CALL' AND n.quarter_id = o.quarter_id))";
  for (const { old, kept } of await findTwins(client, 'event', 'company_id', same, oldId, newId)) {
    await client.query(
      'DELETE FROM document_event o USING document_event n WHERE o.event_id = $1 AND n.event_id = $2 AND n.document_id = o.document_id',
      [old, kept],
    );
    await client.query(
      'UPDATE exchange SET event_id = $2, position = position + (SELECT coalesce(max(position) + 1, 0) FROM exchange WHERE event_id = $2) WHERE event_id = $1',
      [old, kept],
    );
    await repoint(
      client,
      [
        ['document_event', 'event_id'],
        ['utterance', 'event_id'],
      ],
      old,
      kept,
    );
    await dropMerged(client, 'event', 'Event', old, kept);
  }
  await repoint(client, [['event', 'company_id']], oldId, newId);
}

async function mergeOffices(client: Client, oldId: number, newId: number): Promise<void> {
  const same =
    "n.person_id = o.person_id AND lower(n.title) = lower(o.title) AND daterange(n.valid_from, n.valid_to, '[]') && daterange(o.valid_from, o.valid_to, '[]')";
  for (const { old, kept } of await findTwins(client, 'executive', 'company_id', same, oldId, newId)) {
    await dropMerged(client, 'executive', 'Executive', old, kept);
  }
  await repoint(client, [['executive', 'company_id']], oldId, newId);
}

/** A filing of a number that both have stays once; which of the rest is current is for the second company's own to say. */
async function mergeFacts(client: Client, oldId: number, newId: number): Promise<void> {
  // The same part of the company, or the whole of it.
  const samePart = 'n.dimensions = o.dimensions';
  await client.query(
    `DELETE FROM fact o USING fact n WHERE o.company_id = $1 AND n.company_id = $2 AND (n.taxonomy, n.concept, n.unit, n.period_end) = (o.taxonomy, o.concept, o.unit, o.period_end)
       AND n.period_start IS NOT DISTINCT FROM o.period_start AND (n.accession, n.form, n.filed_at, n.value) = (o.accession, o.form, o.filed_at, o.value) AND ${samePart}`,
    [oldId, newId],
  );
  await client.query(
    `UPDATE fact o SET is_current = false, superseded_by_id = n.id FROM fact n
     WHERE o.company_id = $1 AND o.is_current AND n.company_id = $2 AND n.is_current
       AND (n.taxonomy, n.concept, n.unit, n.period_end) = (o.taxonomy, o.concept, o.unit, o.period_end) AND n.period_start IS NOT DISTINCT FROM o.period_start AND ${samePart}`,
    [oldId, newId],
  );
  await repoint(client, [['fact', 'company_id']], oldId, newId);
}

/** Names and symbols whose days are taken at the second company go; its own name at the time stays known by it. */
async function mergeNames(client: Client, oldId: number, newId: number): Promise<void> {
  const overlap = "daterange(n.valid_from, n.valid_to, '[]') && daterange(o.valid_from, o.valid_to, '[]')";
  await client.query(
    `DELETE FROM company_name o USING company_name n WHERE o.company_id = $1 AND n.company_id = $2 AND ${overlap}`,
    [oldId, newId],
  );
  const same = `n.symbol = o.symbol AND ${overlap}`;
  for (const { old, kept } of await findTwins(client, 'company_symbol', 'company_id', same, oldId, newId)) {
    await joinMade(client, 'company_symbol', old, kept);
    await client.query('DELETE FROM company_symbol WHERE id = $1', [old]);
  }
  await repoint(
    client,
    [
      ['company_name', 'company_id'],
      ['company_symbol', 'company_id'],
      ['company_identifier', 'company_id'],
    ],
    oldId,
    newId,
  );
}

async function dropMerged(client: Client, table: string, type: MergedType, old: number, kept: number): Promise<void> {
  await client.query(`DELETE FROM ${table} WHERE id = $1`, [old]);
  await recordMerge(client, type, old, kept);
}
