import type { Client } from 'pg';
import type { DocumentKind } from '../domain/document.entity';
import type { EventType } from '../domain/event.entity';
import { printGlobalId } from '../domain/global-id';
import type { SpeakerRole } from '../domain/utterance-enums';

/** Where a document was filed, and what of it stayed open: what whoever imports it wants to look over. */
export interface FiledDocument {
  /** Global id; null where nothing was kept. */
  readonly id: string | null;
  readonly key: number;
  readonly kind: DocumentKind;
  readonly title: string;
  /** The day of speaking, else of publication; null where nothing tells it. */
  readonly day: string | null;
  /** Those that its words and numbers are filed under. */
  readonly companies: readonly { readonly name: string; readonly symbol: string | null }[];
  /** Canonical, `FY2024Q4`. */
  readonly quarters: readonly string[];
  readonly events: readonly { readonly type: EventType; readonly title: string; readonly date: string }[];
  /** Whoever speaks in it, those with most to say first; known ones by their names, others by their labels. */
  readonly speakers: readonly FiledSpeaker[];
  /** Passages that carry no speaker, no company or no quarter, and numbers without a company. */
  readonly open: {
    readonly speaker: number;
    readonly company: number;
    readonly quarter: number;
    readonly claims: number;
  };
}

export interface FiledSpeaker {
  readonly name: string;
  /** False: nobody is known by the label. */
  readonly isKnown: boolean;
  readonly role: SpeakerRole;
  /** The office on the day, or the firm. */
  readonly title: string | null;
  readonly passages: number;
}

const SQL = `
  WITH said AS (SELECT * FROM utterance WHERE document_id = $1),
  own AS (
    SELECT company_id FROM said WHERE company_id IS NOT NULL UNION SELECT company_id FROM claim WHERE document_id = $1 AND company_id IS NOT NULL
    UNION SELECT e.company_id FROM document_event d JOIN event e ON e.id = d.event_id WHERE d.document_id = $1),
  spoke AS (
    SELECT coalesce(p.name, s.speaker_label) AS name, p.id IS NOT NULL AS "isKnown", min(s.speaker_role) AS role, count(*)::int AS passages, min(s.position) AS first,
      coalesce((SELECT string_agg(DISTINCT x.title, ', ') FROM executive x WHERE x.person_id = p.id AND x.company_id = ANY (array_agg(s.company_id))
        AND daterange(x.valid_from, x.valid_to, '[]') @> coalesce(min(s.said_on), current_date)), min(f.name)) AS title
    FROM said s LEFT JOIN person p ON p.id = s.speaker_id LEFT JOIN firm f ON f.id = s.firm_id
    WHERE s.speaker_role <> 'OPERATOR' AND (p.id IS NOT NULL OR s.speaker_label <> '') GROUP BY p.id, coalesce(p.name, s.speaker_label))
  SELECT d.kind, d.title,
    coalesce((SELECT min(said_on) FROM said)::text, (d.published_at AT TIME ZONE 'UTC')::date::text) AS day,
    coalesce((SELECT json_agg(json_build_object('name', c.name, 'symbol', (SELECT y.symbol FROM company_symbol y WHERE y.company_id = c.id
      AND daterange(y.valid_from, y.valid_to, '[]') @> coalesce((SELECT min(said_on) FROM said), current_date) ORDER BY y.id LIMIT 1)) ORDER BY c.id) FROM company c JOIN own ON own.company_id = c.id), '[]') AS companies,
    coalesce((SELECT json_agg(DISTINCT 'FY' || fiscal_year || 'Q' || fiscal_quarter) FROM said WHERE quarter_id IS NOT NULL), '[]') AS quarters,
    coalesce((SELECT json_agg(json_build_object('type', e.type, 'title', e.title, 'date', e.date) ORDER BY e.date, e.id)
      FROM document_event x JOIN event e ON e.id = x.event_id WHERE x.document_id = d.id), '[]') AS events,
    coalesce((SELECT json_agg(json_build_object('name', name, 'isKnown', "isKnown", 'role', role, 'title', title, 'passages', passages) ORDER BY passages DESC, first) FROM spoke), '[]') AS speakers,
    (SELECT json_build_object('speaker', count(*) FILTER (WHERE speaker_id IS NULL AND speaker_role <> 'OPERATOR'), 'company', count(*) FILTER (WHERE company_id IS NULL),
      'quarter', count(*) FILTER (WHERE quarter_id IS NULL), 'claims', (SELECT count(*) FROM claim WHERE document_id = $1 AND company_id IS NULL)) FROM said) AS open
  FROM document d WHERE d.id = $1`;

/** Reads where a document was filed, in the transaction that has written it or later. */
export async function readFiled(client: Client, documentId: number, isKept: boolean): Promise<FiledDocument> {
  const { rows } = await client.query<Omit<FiledDocument, 'id' | 'key'>>({
    name: 'earshot_filed',
    text: SQL,
    values: [documentId],
  });
  return { id: isKept ? printGlobalId('Document', documentId) : null, key: documentId, ...rows[0]! };
}

/** A query that shows what documents have become, to be pasted into the explorer. */
export function filedQuery(ids: readonly string[]): string {
  const list = ids.map((id) => JSON.stringify(id)).join(', ');
  return `{ nodes(ids: [${list}]) { ... on Document { title kind publishedAt companies { name } events { title date } utterances(first: 20) { totalCount nodes { speakerLabel speaker { name } company { name } quarter { label } text } } claims(first: 20) { totalCount nodes { metricLabel asserted unit period } } } } }`;
}
