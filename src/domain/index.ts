import { Analyst } from './analyst.entity';
import { AnalystComment } from './analyst-comment.entity';
import { ApiKey } from './api-key.entity';
import { AuditEntry } from './audit-entry.entity';
import { BannedSource, RemovedPerson } from './ban.entity';
import { Claim } from './claim.entity';
import { Company } from './company.entity';
import { CompanyName } from './company-name.entity';
import { Document } from './document.entity';
import { EntityMention } from './entity-mention.entity';
import { Event } from './event.entity';
import { Exchange } from './exchange.entity';
import { Executive } from './executive.entity';
import { Fact } from './fact.entity';
import { Firm } from './firm.entity';
import { Identifier } from './identifier.entity';
import { MadeRow, MergedNode, NativeFact, SampleRow, WatchedFile } from './import-book.entity';
import { LexemeCount } from './lexeme-count.entity';
import { LexemeDelta } from './lexeme-delta.entity';
import { CommentStatement, DocumentCompany, DocumentEvent } from './link.entity';
import { Metric } from './metric.entity';
import { Person } from './person.entity';
import { Quarter } from './quarter.entity';
import { Rendering } from './rendering.entity';
import { StatedMetric } from './stated-metric.entity';
import { Statement } from './statement.entity';
import { SymbolSpan } from './symbol.entity';
import { TextAccessRule } from './text-access-rule.entity';
import { Topic } from './topic.entity';
import { TopicBranchCount } from './topic-branch-count.entity';
import { TopicCount } from './topic-count.entity';
import { TopicMention } from './topic-mention.entity';
import { Utterance } from './utterance.entity';
import { UtteranceRevision } from './utterance-revision.entity';

/** The only list of nouns: what is stored. */
export const entities = [
  Company,
  CompanyName,
  SymbolSpan,
  Identifier,
  Person,
  Firm,
  Executive,
  Analyst,
  Quarter,
  Event,
  Document,
  DocumentEvent,
  DocumentCompany,
  EntityMention,
  Topic,
  Exchange,
  Utterance,
  Statement,
  AnalystComment,
  UtteranceRevision,
  TopicMention,
  Rendering,
  CommentStatement,
  Metric,
  Fact,
  StatedMetric,
  Claim,
  TopicCount,
  TopicBranchCount,
  LexemeCount,
  LexemeDelta,
  MergedNode,
  NativeFact,
  MadeRow,
  SampleRow,
  WatchedFile,
  TextAccessRule,
  BannedSource,
  RemovedPerson,
  ApiKey,
  AuditEntry,
];
