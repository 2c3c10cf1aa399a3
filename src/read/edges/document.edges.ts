import { Document, TextAccess } from '../../domain/document.entity';
import { EntityMention } from '../../domain/entity-mention.entity';
import { cutWords, ELLIPSIS, parseExcerpt } from '../../domain/excerpt';
import { badInput } from '../../platform/errors';
import type { Row } from '../client-pool';
import { type Edges, edges, edgesNamed, load, value, WHOLE } from '../edge';
import { refuseReversedDays } from '../filter/bounds';
import { type DocumentWords, documentsWith } from '../filter/document-words';
import type { DocumentFilter } from '../filter/noun-filter';
import { resolveSymbols } from '../filter/resolve';
import type { Given, Load } from '../load';
import { mapNeeding } from '../need';
import { day, fixed, ints, makeStatement, type Sql, sql, text, texts, Value } from '../sql/sql';
import { giveClass, rowsById } from './node.edges';
import { simpleConnection, term } from './simple-page';
import { type SpanParent, spansOf } from './source-span';
import { OF_DOCUMENT, utteranceConnection } from './utterance-connection';

/** Surroundings of a span are never longer than this, in code points. */
const LONGEST_SURROUNDING = 2_000;

interface Piece {
  readonly documentId: number;
  readonly start: number;
  readonly length: number;
}

/** What a piece reads where nothing of it is left out, or only a part is. */
interface Slice {
  readonly text: string;
  readonly isEmpty: boolean;
}

/**
 * Pieces of documents' texts, all in one statement, cut to what each document gives out. No more of a text travels than lies between
 * the first and the last character that may be given out; the rest is cut away here, since each slice costs Postgres a walk through the text.
 */
function slices<T>(pieces: readonly Piece[], make: (slice: Slice | null) => T): Load {
  const column = (pick: (piece: Piece) => number) => new Value(pieces.map(pick), 'int4[]');
  return {
    statements: [
      makeStatement(
        'slices of documents',
        sql`SELECT p.ord, v.first, v.last, v.shown::text AS shown, CASE WHEN d.excerpt IS NULL THEN substr(d.text, v.first + 1, v.last - v.first)
            ELSE substr(d.text, lower(v.shown) + 1, upper(v.shown) - lower(v.shown)) END AS text
          FROM unnest(${column((p) => p.documentId)}, ${column((p) => p.start)}, ${column((p) => p.length)}) WITH ORDINALITY p(id, start, length, ord)
          JOIN document d ON d.id = p.id
          CROSS JOIN LATERAL (SELECT least(p.start, d.length) AS first, least(p.start::int8 + p.length, d.length)::int4 AS last) e
          CROSS JOIN LATERAL (SELECT e.first, e.last, d.excerpt * int4multirange(int4range(e.first, e.last)) AS shown) v ORDER BY p.ord`,
      ),
    ],
    finish: ([rows = []]) => {
      const found = new Map(rows.map((row) => [Number(row.ord), sliceOf(row)]));
      return pieces.map((_, i) => make(found.get(i + 1) ?? null));
    },
  };
}

function sliceOf(row: Row): Slice {
  const text = (row.text as string | null) ?? '';
  if (row.shown === null) return { text, isEmpty: text === '' };
  const shown = parseExcerpt(row.shown as string);
  const [first, last] = [row.first as number, row.last as number];
  if (shown.length === 0) return { text: first < last ? ELLIPSIS : '', isEmpty: true };
  const [from, to] = [shown[0]?.start as number, shown.at(-1)?.end as number];
  return {
    text: `${from > first ? ELLIPSIS : ''}${cutWords(text, from, shown)}${to < last ? ELLIPSIS : ''}`,
    isEmpty: false,
  };
}

function surrounding(spans: readonly SpanParent[], chars: number, before: boolean): Load {
  if (chars < 0 || chars > LONGEST_SURROUNDING) throw badInput('chars', `\`chars\` takes 0 to ${LONGEST_SURROUNDING}.`);
  const pieces = spans.map(({ documentId, start, end }) => {
    const from = before ? Math.max(0, start - chars) : end;
    return { documentId, start: from, length: before ? start - from : chars };
  });
  return slices(pieces, (slice) => (slice === null || slice.isEmpty ? '' : slice.text));
}

export const DOCUMENT_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    documents: simpleConnection('Query.documents', {
      entity: Document,
      scope: null,
      keys: () => [],
      order: [
        {
          expression: "coalesce(u.published_at, '-infinity'::timestamptz)",
          type: 'timestamptz',
          descending: true,
          property: 'publishedAt',
          key: (row) => row.publishedAt ?? '-infinity',
        },
        term('u.id', 'id', 'int4', true),
      ],
      where: ({ filter = {} }: { filter?: Given<DocumentFilter> & DocumentWords }, op) => {
        const { symbols, kinds, publisher, from, to } = filter;
        refuseReversedDays(['filter.from', from], ['filter.to', to]);
        const where: Sql[] = [fixed('u.superseded_by_id IS NULL'), ...documentsWith(filter)];
        if (symbols) {
          const ids = resolveSymbols(op, symbols);
          if (ids.length === 0) return null;
          where.push(
            sql`EXISTS (SELECT FROM document_company c WHERE c.document_id = u.id AND c.company_id = ANY (${ints(ids)}))`,
          );
        }
        if (kinds) where.push(sql`u.kind = ANY (${texts(kinds)})`);
        if (publisher != null) where.push(sql`lower(u.publisher) = lower(${text(publisher)})`);
        if (from) where.push(sql`u.published_at >= ${day(from)}::timestamp AT TIME ZONE 'UTC'`);
        if (to) where.push(sql`u.published_at < (${day(to)} + 1)::timestamp AT TIME ZONE 'UTC'`);
        return where;
      },
    }),
  }),
  ...edges(Document, {
    text: load(WHOLE, (documents, { start, end }: { start?: number; end?: number }) => {
      if (start != null && start < 0) throw badInput('start', '`start` is negative; offsets count from 0.');
      if (end != null && end < (start ?? 0)) throw badInput('end', '`end` lies before `start`.');
      const piece = (d: { id: number; length: number }) => {
        // Offsets far behind the end would leave the range of numbers that the database counts characters by.
        const from = Math.min(start ?? 0, d.length);
        return { documentId: d.id, start: from, length: Math.max(0, Math.min(end ?? d.length, d.length) - from) };
      };
      const batch = slices((documents as readonly Document[]).map(piece), (slice) => slice?.text ?? null);
      const isGiven = documents.map(({ textAccess }) => textAccess !== TextAccess.NONE);
      return { ...batch, finish: (results) => batch.finish(results).map((text, i) => (isGiven[i] ? text : null)) };
    }),
    events: load(WHOLE, (documents, _, op) => ({
      statements: [
        makeStatement(
          'events of documents',
          sql`SELECT document_id, event_id FROM document_event WHERE document_id = ANY (${ints(documents.map((d) => d.id))}) ORDER BY event_id`,
        ),
      ],
      finish: ([rows = []]) => {
        const events = mapNeeding(rows, (row) => op.view.linked('event', Number(row.event_id)));
        return documents.map((d) => events.filter((_event, i) => rows[i]?.document_id === d.id));
      },
    })),
    companies: load(WHOLE, (documents, _, op) => ({
      statements: [
        makeStatement(
          'companies of documents',
          // What most of its words are filed under comes first; those that it only names have none.
          sql`SELECT c.document_id, c.company_id FROM document_company c
            LEFT JOIN LATERAL (SELECT count(*) AS said FROM utterance u WHERE u.document_id = c.document_id AND u.company_id = c.company_id) s ON true
            WHERE c.document_id = ANY (${ints(documents.map((d) => d.id))}) ORDER BY c.document_id, s.said DESC, c.company_id`,
        ),
      ],
      finish: ([rows = []]) => {
        const companies = mapNeeding(rows, (row) => op.view.linked('company', Number(row.company_id)));
        return documents.map((d) => companies.filter((_company, i) => rows[i]?.document_id === d.id));
      },
    })),
    mentions: load(WHOLE, (documents, { kind }: { kind?: string }) => ({
      statements: [
        makeStatement(
          'mentions of documents',
          sql`SELECT m.document_id AS "documentId", m.kind, m.name, m.company_id AS "companyId", m.person_id AS "personId", m.count, m.spans
          FROM entity_mention m JOIN document d ON d.id = m.document_id
          WHERE m.document_id = ANY (${ints(documents.map((d) => d.id))}) AND m.kind = ANY (${texts(kind ? [kind] : ['ORGANIZATION', 'PERSON'])})
            AND (d.excerpt IS NULL OR EXISTS (SELECT FROM generate_subscripts(m.spans, 1) i
              WHERE i % 2 = 1 AND m.spans[i] < m.spans[i + 1] AND d.excerpt @> int4range(m.spans[i], m.spans[i + 1])))
          ORDER BY m.count DESC, m.name, m.id`,
        ),
      ],
      finish: ([rows = []]) => documents.map((d) => rows.filter((row) => row.documentId === d.id)),
    })),
    utterances: utteranceConnection('Document.utterances', { kind: null, ...OF_DOCUMENT }),
    statements: utteranceConnection('Document.statements', { kind: 'Statement', ...OF_DOCUMENT }),
    analystComments: utteranceConnection('Document.analystComments', {
      kind: 'AnalystComment',
      ...OF_DOCUMENT,
    }),
  }),
  ...edges(EntityMention, {
    company: value(WHOLE, (mention, _, op) =>
      mention.companyId === null ? null : op.view.linked('company', mention.companyId),
    ),
    person: value(WHOLE, (mention, _, op) =>
      mention.personId === null ? null : op.view.linked('person', mention.personId),
    ),
    spans: value(WHOLE, (mention) => spansOf(mention.documentId, mention.spans)),
  }),
  ...edgesNamed<SpanParent>('SourceSpan', {
    document: load(WHOLE, (spans) => ({
      statements: [rowsById(Document, [...new Set(spans.map(({ documentId }) => documentId))])],
      finish: ([rows = []]) => {
        const found = new Map(rows.map((row) => [row.id, giveClass<Document>(Document, row)]));
        return spans.map(({ documentId }) => found.get(documentId));
      },
    })),
    text: load(WHOLE, (spans) => {
      if (spans.every(({ known }) => known !== undefined))
        return { statements: [], finish: () => spans.map(({ known }) => known) };
      return slices(
        spans.map(({ documentId, start, end }) => ({ documentId, start, length: end - start })),
        (slice) => slice?.text ?? null,
      );
    }),
    before: load(WHOLE, (spans, { chars }: { chars?: number }) => surrounding(spans, chars ?? 120, true)),
    after: load(WHOLE, (spans, { chars }: { chars?: number }) => surrounding(spans, chars ?? 120, false)),
  }),
};
