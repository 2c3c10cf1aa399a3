import { AnalystComment } from '../../domain/analyst-comment.entity';
import { Exchange } from '../../domain/exchange.entity';
import { Statement } from '../../domain/statement.entity';
import { TopicMention } from '../../domain/topic-mention.entity';
import { Utterance } from '../../domain/utterance.entity';
import { UtteranceRevision } from '../../domain/utterance-revision.entity';
import type { Row } from '../client-pool';
import { selectList } from '../dictionary';
import { type Edges, edges, edgesNamed, load, value, WHOLE } from '../edge';
import { holdsOn } from '../filter/holds-on';

import { nothing } from '../load';
import { bigints, fixed, makeStatement, sql } from '../sql/sql';
import { giveClass, rowsById } from './node.edges';
import { highestOffice } from './person.edges';
import { spansOf } from './source-span';
import { ROOT, utteranceConnection } from './utterance-connection';

function groupBy(rows: readonly Row[], property: string): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[property]);
    if (group) group.push(row);
    else groups.set(row[property], [row]);
  }
  return groups;
}

/** Rows of a table that belong to utterances, by utterance. */
function belonging<U extends { readonly id: number }>(
  utterances: readonly U[],
  label: string,
  body: (ids: ReturnType<typeof bigints>) => ReturnType<typeof sql>,
  make: (row: Row, utterance: U) => unknown,
) {
  return {
    statements: [makeStatement(label, body(bigints(utterances.map(({ id }) => id))))],
    finish: ([rows = []]: readonly (readonly Row[])[]) => {
      const groups = groupBy(rows, 'utteranceId');
      return utterances.map((utterance) => (groups.get(utterance.id) ?? []).map((row) => make(row, utterance)));
    },
  };
}

type SpannedWords = Pick<Utterance, 'documentId' | 'spanStart' | 'text' | 'isExcerpt'>;

const columns = (alias: string) => fixed(selectList(Utterance, alias));

/** What readers see of a mention; the rest is there to find it by. */
const MENTION = fixed(selectList(TopicMention, 'm', new Set(['utteranceId', 'topicId', 'score', 'method', 'spans'])));

export const UTTERANCE_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    statements: utteranceConnection('Query.statements', { kind: 'Statement', ...ROOT }),
    analystComments: utteranceConnection('Query.analystComments', { kind: 'AnalystComment', ...ROOT }),
    utterances: utteranceConnection('Query.utterances', { kind: null, ...ROOT }),
  }),
  ...edges(Utterance, {
    speaker: value(['speakerId'], (u, _, op) => (u.speakerId === null ? null : op.view.linked('person', u.speakerId))),
    company: value(['companyId'], (u, _, op) => (u.companyId === null ? null : op.view.linked('company', u.companyId))),
    quarter: value(['quarterId'], (u, _, op) => (u.quarterId === null ? null : op.view.linked('quarter', u.quarterId))),
    event: value(['eventId'], (u, _, op) => (u.eventId === null ? null : op.view.linked('event', u.eventId))),
    source: value(['documentId', 'spanStart', 'spanEnd', 'text'], (u) => ({
      documentId: u.documentId,
      start: u.spanStart,
      end: u.spanEnd,
      known: u.text,
    })),
    attribution: value(['attributionConfidence', 'attributionMethod', 'alternativeSpeakerIds'], (u) => ({
      confidence: u.attributionConfidence,
      method: u.attributionMethod,
      people: u.alternativeSpeakerIds,
    })),
    sentiment: value(['sentimentScore', 'sentimentLabel', 'sentimentMethod'], (u) =>
      u.sentimentScore === null
        ? null
        : { score: u.sentimentScore, label: u.sentimentLabel, method: u.sentimentMethod },
    ),
    topics: load(['id', 'topicIds', 'documentId', 'spanStart', 'text', 'isExcerpt'], (utterances) => {
      if (utterances.every(({ topicIds }) => topicIds.length === 0)) return nothing(utterances, () => []);
      return belonging(
        utterances,
        'topics of utterances',
        (ids) =>
          sql`SELECT ${MENTION} FROM topic_mention m WHERE m.utterance_id = ANY (${ids}) AND m.is_home ORDER BY m.score DESC, m.topic_id`,
        (row, utterance) => Object.assign(Object.setPrototypeOf(row, TopicMention.prototype), { utterance }),
      );
    }),
    revisions: load(['id', 'revision'], (utterances) => {
      if (utterances.every(({ revision }) => revision === 1)) return nothing(utterances, () => []);
      return belonging(
        utterances,
        'revisions of utterances',
        (ids) =>
          sql`SELECT ${fixed(selectList(UtteranceRevision, 'r'))} FROM utterance_revision r WHERE r.utterance_id = ANY (${ids}) ORDER BY r.revision DESC`,
        (row) => Object.setPrototypeOf(row, UtteranceRevision.prototype),
      );
    }),
  }),
  ...edgesNamed<{ people: readonly number[] }>('Attribution', {
    alternatives: value(['people'], ({ people }, _, op) => people.map((id) => op.view.linked('person', id))),
  }),
  ...edgesNamed<TopicMention & { readonly utterance: SpannedWords }>('TopicMention', {
    topic: value(['topicId'], (mention, _, op) => op.view.linked('topic', mention.topicId)),
    spans: value(['utterance', 'spans'], ({ utterance, spans }) =>
      // Offsets do not count in words that are cut.
      spansOf(utterance.documentId, spans, utterance.isExcerpt ? undefined : utterance),
    ),
  }),
  ...edges(UtteranceRevision, {
    speaker: value(WHOLE, (r, _, op) => (r.speakerId === null ? null : op.view.linked('person', r.speakerId))),
  }),
  ...edges(Statement, {
    executive: value(['speakerId', 'companyId', 'saidOn'], (s, _, op) => {
      if (s.speakerId === null || s.companyId === null || s.saidOn === null) return null;
      const held = op.view.executivesOf(s.companyId).filter((office) => office.personId === s.speakerId);
      const { saidOn } = s;
      return highestOffice(held.filter((office) => holdsOn({ validFrom: office.from, validTo: office.to }, saidOn)));
    }),
    renderings: load(['id'], (statements) =>
      belonging(
        statements,
        'renderings of statements',
        (ids) =>
          sql`SELECT utterance_id AS "utteranceId", document_id AS "documentId", span_start AS "start", span_end AS "end" FROM rendering WHERE utterance_id = ANY (${ids}) ORDER BY document_id, span_start`,
        (row) => row,
      ),
    ),
    exchange: load(['exchangeId'], (statements) => {
      const keys = [...new Set(statements.flatMap(({ exchangeId }) => exchangeId ?? []))];
      if (keys.length === 0) return nothing(statements, () => null);
      return {
        statements: [rowsById(Exchange, keys)],
        finish: ([rows = []]) => {
          const found = new Map(rows.map((row) => [row.id, giveClass<Exchange>(Exchange, row)]));
          return statements.map(({ exchangeId }) => (exchangeId === null ? null : (found.get(exchangeId) ?? null)));
        },
      };
    }),
  }),
  ...edges(AnalystComment, {
    analyst: value(['analystId'], (c, _, op) => (c.analystId === null ? null : op.view.linked('analyst', c.analystId))),
    firm: value(['firmId'], (c, _, op) => (c.firmId === null ? null : op.view.linked('firm', c.firmId))),
    about: value(['aboutCompanyIds'], (c, _, op) => c.aboutCompanyIds.map((id) => op.view.linked('company', id))),
    priceTarget: value(['priceTargetAmount', 'priceTargetCurrency'], (c) =>
      c.priceTargetAmount === null ? null : { amount: c.priceTargetAmount, currency: c.priceTargetCurrency },
    ),
    statements: load(['id'], (comments) =>
      belonging(
        comments,
        'statements of comments',
        (ids) => sql`SELECT x.comment_id AS "utteranceId", x.place, ${columns('u')} FROM (
          SELECT c.comment_id, c.statement_id, c.position AS place FROM comment_statement c WHERE c.comment_id = ANY (${ids})
          UNION
          SELECT q.id, a.id, a.position FROM utterance q JOIN utterance a ON a.exchange_id = q.exchange_id AND a.type = 'Statement'
          WHERE q.id = ANY (${ids}) AND q.exchange_id IS NOT NULL
            AND NOT EXISTS (SELECT FROM comment_statement c WHERE c.comment_id = q.id AND c.statement_id = a.id)
        ) x JOIN utterance u ON u.id = x.statement_id WHERE u.type = 'Statement' ORDER BY x.place, u.id`,
        (row) => Object.setPrototypeOf({ ...row }, Statement.prototype),
      ),
    ),
  }),
};
