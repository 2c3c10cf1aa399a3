import { Document } from '../../domain/document.entity';
import { badInput } from '../../platform/errors';
import { type Edges, type Load, load, value } from '../edge';
import { resolveSymbols } from '../filter/resolve';
import { mapNeeding } from '../need';
import { day, fixed, ints, makeStatement, type Sql, sql, text, texts, Value } from '../sql/sql';
import { giveClass, rowsById } from './node.edges';
import { simpleConnection, term } from './simple-page';
import { type SpanParent, spansOf } from './source-span';
import { OF_DOCUMENT, utteranceConnection } from './utterance-connection';

/** Surroundings of a span are never longer than this, in code points. */
const LONGEST_SURROUNDING = 2_000;

/** Pieces of documents' texts, all in one statement. `full` pieces need FULL access, others all but NONE; null where refused. */
function slices(
  pieces: readonly { documentId: number; start: number; length: number }[],
  allowed: readonly string[],
): Load {
  const column = (pick: (piece: (typeof pieces)[number]) => number) => new Value(pieces.map(pick), 'int4[]');
  return {
    statements: [
      makeStatement(
        'slices of documents',
        sql`SELECT p.ord, CASE WHEN d.text_access = ANY (${texts(allowed)}) THEN substr(d.text, p.start + 1, p.length) END AS text
          FROM unnest(${column((p) => p.documentId)}, ${column((p) => p.start)}, ${column((p) => p.length)}) WITH ORDINALITY p(id, start, length, ord)
          JOIN document d ON d.id = p.id ORDER BY p.ord`,
      ),
    ],
    finish: ([rows = []]) => {
      const found = new Map(rows.map((row) => [Number(row.ord), row.text]));
      return pieces.map((_, i) => found.get(i + 1) ?? null);
    },
  };
}

function surrounding(spans: readonly SpanParent[], chars: number, before: boolean): Load {
  if (chars < 0 || chars > LONGEST_SURROUNDING) throw badInput('chars', `\`chars\` takes 0 to ${LONGEST_SURROUNDING}.`);
  const pieces = spans.map(({ documentId, start, end }) => {
    const from = before ? Math.max(0, start - chars) : end;
    return { documentId, start: from, length: before ? start - from : chars };
  });
  const batch = slices(pieces, ['FULL', 'EXCERPT']);
  return { ...batch, finish: (results) => batch.finish(results).map((piece) => piece ?? '') };
}

export const DOCUMENT_EDGES: Edges = {
  'Query.documents': simpleConnection('Query.documents', {
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
    where: ({ filter = {} }, op) => {
      const { symbols, kinds, publisher, from, to } = filter;
      const where: Sql[] = [fixed('u.superseded_by_id IS NULL')];
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
  'Document.text': load((documents, { start, end }) => {
    if (start != null && start < 0) throw badInput('start', '`start` is negative; offsets count from 0.');
    if (end != null && end < (start ?? 0)) throw badInput('end', '`end` lies before `start`.');
    const piece = (d: { id: number; length: number }) => {
      // Offsets far behind the end would leave the range of numbers that the database counts characters by.
      const from = Math.min(start ?? 0, d.length);
      return { documentId: d.id, start: from, length: Math.max(0, Math.min(end ?? d.length, d.length) - from) };
    };
    return slices(documents.map(piece), ['FULL']);
  }),
  'Document.events': load((documents, _, op) => ({
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
  'Document.mentions': load((documents, { kind }) => ({
    statements: [
      makeStatement(
        'mentions of documents',
        sql`SELECT document_id AS "documentId", kind, name, company_id AS "companyId", person_id AS "personId", count, spans FROM entity_mention
          WHERE document_id = ANY (${ints(documents.map((d) => d.id))}) AND kind = ANY (${texts(kind ? [kind] : ['ORGANIZATION', 'PERSON'])})
          ORDER BY count DESC, name, id`,
      ),
    ],
    finish: ([rows = []]) => documents.map((d) => rows.filter((row) => row.documentId === d.id)),
  })),
  'Document.utterances': utteranceConnection('Document.utterances', { kind: null, ...OF_DOCUMENT }),
  'Document.statements': utteranceConnection('Document.statements', { kind: 'Statement', ...OF_DOCUMENT }),
  'Document.analystComments': utteranceConnection('Document.analystComments', {
    kind: 'AnalystComment',
    ...OF_DOCUMENT,
  }),
  'EntityMention.company': value((mention, _, op) =>
    mention.companyId === null ? null : op.view.linked('company', mention.companyId),
  ),
  'EntityMention.person': value((mention, _, op) =>
    mention.personId === null ? null : op.view.linked('person', mention.personId),
  ),
  'EntityMention.spans': value((mention) => spansOf(mention.documentId, mention.spans)),
  'SourceSpan.document': load((spans: readonly SpanParent[]) => ({
    statements: [rowsById(Document, [...new Set(spans.map(({ documentId }) => documentId))])],
    finish: ([rows = []]) => {
      const found = new Map(rows.map((row) => [row.id, giveClass<Document>(Document, row)]));
      return spans.map(({ documentId }) => found.get(documentId));
    },
  })),
  'SourceSpan.text': load((spans: readonly SpanParent[]) => {
    if (spans.every(({ known }) => known !== undefined))
      return { statements: [], finish: () => spans.map(({ known }) => known) };
    return slices(
      spans.map(({ documentId, start, end }) => ({ documentId, start, length: end - start })),
      ['FULL', 'EXCERPT', 'NONE'],
    );
  }),
  'SourceSpan.before': load((spans, { chars }) => surrounding(spans, chars ?? 120, true)),
  'SourceSpan.after': load((spans, { chars }) => surrounding(spans, chars ?? 120, false)),
};
