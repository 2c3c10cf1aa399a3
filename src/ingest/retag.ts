import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { CodePointText } from '../language/span';
import { taxonomyVersion } from '../language/topic/topic-taxonomy';
import { type Actor, processActor } from '../platform/actor';
import { syncCatalogue } from './catalogue';
import { readTopics } from './extract/topic/tag-topics';
import type { NewTopicMention } from './persist/document-rows';
import { inImport, withWriter } from './persist/import-lock';
import { recordChange } from './persist/record-change';
import {
  countOutdated,
  forgetVersions,
  markTagged,
  type Retagged,
  readOutdated,
  readTagged,
  type TaggedDocument,
  type TaggedWords,
  writeRetagged,
} from './persist/retag-words';

export interface RetagReport {
  /** Of the taxonomy that was applied. */
  readonly version: string;
  /** Documents that were read again. */
  documents: number;
  /** Utterances whose topics, scores or spans are others now, and those that only bear the new version. */
  changed: number;
  unchanged: number;
}

export interface RetagOptions {
  /** Who asks for it; without it, whoever runs this process. */
  readonly actor?: Actor;
  /** Also what this version has tagged already. */
  readonly force?: boolean;
  /** Stops after the batch that is in work. */
  readonly signal?: AbortSignal;
  /** Told the number of documents to do, once. */
  readonly onStart?: (documents: number) => void;
  /** Told after each batch how many documents were in it. */
  readonly onBatch?: (documents: number) => void;
}

/**
 * Tags stored words by the present taxonomy, where an older version has tagged them, in a transaction for each batch of documents. Each
 * document is marked with the version, so a run that was ended goes on where it stopped; what NATIVE files say of topics
 * stays. Imports go on between batches.
 */
export function retag(databaseUrl: string, options: RetagOptions = {}): Promise<RetagReport> {
  return withWriter(databaseUrl, async (client) => {
    await syncCatalogue(databaseUrl);
    // Forgotten in a step of its own: a forced run that is ended goes on without force.
    const { actor = processActor() } = options;
    const record: Note = (ids, summary) =>
      recordChange(client, actor, {
        action: AuditAction.RETAG,
        subject: AuditSubject.DOCUMENT,
        ids,
        summary: { version: taxonomyVersion(), ...summary },
      });
    if (options.force) {
      await inImport(client, async () => {
        await forgetVersions(client);
        await record([], { forced: true });
      });
    }
    options.onStart?.(await countOutdated(client, taxonomyVersion()));
    const report: RetagReport = { version: taxonomyVersion(), documents: 0, changed: 0, unchanged: 0 };
    const { rows } = await client.query<{ id: number; slug: string }>('SELECT id, slug FROM topic');
    const topicIds = new Map(rows.map(({ id, slug }) => [slug, id]));
    let after = 0;
    while (!options.signal?.aborted) {
      const batch = await inImport(client, () => retagBatch(client, after, topicIds, report, record));
      const last = batch.at(-1);
      if (last === undefined) break;
      after = last;
      options.onBatch?.(batch.length);
    }
    return report;
  });
}

/** Tells the audit trail of documents that were done. */
type Note = (ids: readonly number[], summary: object) => Promise<void>;

/** Ids of the documents that were done, in order. Under the lock of writers, so that nobody moves their words meanwhile. */
async function retagBatch(
  client: Client,
  after: number,
  topicIds: ReadonlyMap<string, number>,
  report: RetagReport,
  record: Note,
): Promise<number[]> {
  const documents = await readOutdated(client, taxonomyVersion(), after);
  const found: Retagged[] = [];
  for (const document of documents) found.push(...(await retagDocument(client, document, topicIds)));
  await writeRetagged(client, found.filter(isOther));
  const ids = documents.map(({ id }) => id);
  await markTagged(client, ids, taxonomyVersion());
  const changed = found.filter(({ isChanged }) => isChanged).length;
  const unchanged = found.length - changed;
  report.documents += documents.length;
  report.changed += changed;
  report.unchanged += unchanged;
  if (ids.length > 0) await record(ids, { changed, unchanged });
  return ids;
}

async function retagDocument(
  client: Client,
  { id, text, about }: TaggedDocument,
  topicIds: ReadonlyMap<string, number>,
): Promise<Retagged[]> {
  if (text === null) return [];
  const points = new CodePointText(text);
  const reading = readTopics(text, about);
  return (await readTagged(client, id)).map((words) => {
    const range = { start: points.unitAt(words.start), end: points.unitAt(words.end) };
    const topics = reading.within(range).map(({ slug, score, method, ranges }) => ({
      // The catalogue was written from the taxonomy that has tagged here.
      topicId: topicIds.get(slug)!,
      score,
      method,
      spans: ranges.map(({ start, end }) => ({ start: points.pointAt(start), end: points.pointAt(end) })),
    }));
    return { words, topics, isChanged: hasOtherTopics(words, topics) };
  });
}

function hasOtherTopics(words: TaggedWords, topics: readonly NewTopicMention[]): boolean {
  const ids = topics.map(({ topicId }) => topicId);
  return ids.join() !== words.topicIds.join() || hasOtherMentions(words, topics, evidenceOf);
}

/** Whether anything has to be written, be it the version alone. */
const isOther = ({ words, topics, isChanged }: Retagged): boolean =>
  isChanged || hasOtherMentions(words, topics, (method) => method);

/** Without the version: `taxonomy/3f2a90c1d4e8 phrase` and `taxonomy/0b7e55aa1c9d phrase` say the same. */
const evidenceOf = (method: string): string => method.slice(method.indexOf(' ') + 1);

function hasOtherMentions(
  { mentions }: TaggedWords,
  topics: readonly NewTopicMention[],
  read: (method: string) => string,
): boolean {
  const stored = mentions.map(({ topicId, score, method, spans }) => [topicId, score, read(method), spans]);
  const now = topics
    .map(({ topicId, score, method, spans }) => {
      return [topicId, score, read(method), spans.flatMap(({ start, end }) => [start, end])] as const;
    })
    .sort(([a], [b]) => a - b);
  return JSON.stringify(now) !== JSON.stringify(stored);
}
