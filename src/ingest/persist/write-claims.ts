import type { Client } from 'pg';
import { copyRows, takeIds } from './copy';
import { type DocumentRows, type ImportCounts, type NewClaim, noCounts } from './document-rows';
import { shownLabel, shownSubject } from './text-access';
import type { WordsPlace } from './write-utterances';

const COLUMNS = [
  'id',
  'kind',
  'company_id',
  'metric_id',
  'metric_label',
  'label_words',
  'scope',
  'subject',
  'subject_words',
  'replaces_id',
  'period',
  'compared_to',
  'fiscal_year',
  'fiscal_quarter',
  'calendar_year',
  'calendar_quarter',
  'asserted',
  'low',
  'high',
  'is_guidance',
  'unit',
  'currency',
  'qualifier',
  'directness',
  'utterance_id',
  'asserted_by_id',
  'publisher',
  'document_id',
  'span_start',
  'span_end',
  'confidence',
] as const;

/** Writes a document's claims. Those that the earlier revision made in the same words, with the same reading, keep their ids. */
export async function writeClaims(
  client: Client,
  { claims, document }: DocumentRows,
  { documentId, excerpt }: Omit<WordsPlace, 'exchangeIds'>,
  utteranceIds: readonly number[],
  earlierDocument: number | null,
): Promise<ImportCounts> {
  const text = claims.length > 0 ? [...document.text] : [];
  const wordsOf = ({ start, end }: NewClaim) => text.slice(start, end).join('');
  const known = earlierDocument === null ? new Map<string, number[]>() : await takeEarlier(client, earlierDocument);
  const counts = noCounts();
  const matches = claims.map((claim) => known.get(identityOf(claim, wordsOf(claim)))?.shift() ?? null);
  const fresh = await takeIds(client, 'claim', matches.filter((id) => id === null).length);
  let next = 0;
  const ids = matches.map((id) => id ?? fresh[next++]!);
  await copyRows(
    client,
    'claim',
    COLUMNS,
    claims.map((claim, i) => {
      counts[matches[i] === null ? 'created' : 'unchanged']++;
      const shown = shownLabel(claim.metricLabel, claim, excerpt);
      return [
        ids[i]!,
        claim.kind,
        claim.companyId,
        claim.metricId,
        shown.label,
        shown.words,
        claim.scope,
        shownSubject(claim.subjectWords, wordsOf(claim), shown, excerpt),
        claim.subjectWords,
        claim.replaces === null ? null : ids[claim.replaces]!,
        claim.period,
        claim.comparedTo,
        claim.fiscalYear,
        claim.fiscalQuarter,
        claim.calendarYear,
        claim.calendarQuarter,
        claim.asserted,
        claim.low,
        claim.high,
        claim.isGuidance,
        claim.unit,
        claim.currency,
        claim.qualifier,
        claim.directness,
        claim.utterance === null ? null : (utteranceIds[claim.utterance] ?? null),
        claim.assertedById,
        document.publisher,
        documentId,
        claim.start,
        claim.end,
        claim.confidence,
      ];
    }),
  );
  return counts;
}

/** Removes the earlier revision's claims and tells what their ids stood for. */
async function takeEarlier(client: Client, documentId: number): Promise<Map<string, number[]>> {
  const { rows } = await client.query(
    `DELETE FROM claim c USING document d WHERE c.document_id = $1 AND d.id = c.document_id
     RETURNING c.id, c.kind, c.company_id, c.metric_id, coalesce(c.label_words, c.metric_label) AS metric_label, c.scope, c.subject_words, c.period, c.compared_to, trim_scale(c.asserted)::text AS asserted, trim_scale(c.low)::text AS low,
       trim_scale(c.high)::text AS high, c.is_guidance, c.unit, c.qualifier, c.directness, c.asserted_by_id, substr(d.text, c.span_start + 1, c.span_end - c.span_start) AS words`,
    [documentId],
  );
  const known = new Map<string, number[]>();
  for (const row of rows.sort((a, b) => Number(a.id) - Number(b.id))) {
    const key = JSON.stringify([
      row.kind,
      row.company_id,
      row.metric_id,
      row.metric_label,
      row.scope,
      row.subject_words,
      row.period,
      row.compared_to,
      row.asserted,
      row.low,
      row.high,
      row.is_guidance,
      row.unit,
      row.qualifier,
      row.directness,
      row.asserted_by_id,
      row.words,
    ]);
    const same = known.get(key);
    if (same) same.push(Number(row.id));
    else known.set(key, [Number(row.id)]);
  }
  return known;
}

function identityOf(claim: NewClaim, words: string): string {
  return JSON.stringify([
    claim.kind,
    claim.companyId,
    claim.metricId,
    claim.metricLabel,
    claim.scope,
    claim.subjectWords,
    claim.period,
    claim.comparedTo,
    claim.asserted,
    claim.low,
    claim.high,
    claim.isGuidance,
    claim.unit,
    claim.qualifier,
    claim.directness,
    claim.assertedById,
    words,
  ]);
}
