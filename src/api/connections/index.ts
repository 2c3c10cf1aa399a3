import { AnalystComment } from '../../domain/analyst-comment.entity';
import { AuditEntry } from '../../domain/audit-entry.entity';
import { Claim } from '../../domain/claim.entity';
import { Company } from '../../domain/company.entity';
import { Document } from '../../domain/document.entity';
import { Event } from '../../domain/event.entity';
import { Exchange } from '../../domain/exchange.entity';
import { Executive } from '../../domain/executive.entity';
import { Fact } from '../../domain/fact.entity';
import { Quarter } from '../../domain/quarter.entity';
import { Statement } from '../../domain/statement.entity';
import { Topic } from '../../domain/topic.entity';
import { Utterance } from '../../domain/utterance.entity';
import { connectionOf } from './connection-of';
import { COVERAGE } from './coverage';
import { EXACTNESS } from './exactness';
import { STATEMENT_GROUPS, UTTERANCE_GROUPS } from './groups';
import { SEARCH_FIELDS } from './search-fields';

export const AnalystCommentConnection = connectionOf(
  AnalystComment,
  'An analyst comment',
  'analyst comments',
  [...EXACTNESS, UTTERANCE_GROUPS, COVERAGE],
  SEARCH_FIELDS,
);
export const AuditEntryConnection = connectionOf(AuditEntry, 'An entry', 'entries of the audit trail');
export const ClaimConnection = connectionOf(Claim, 'A claim', 'claims');
export const CompanyConnection = connectionOf(Company, 'A company', 'companies');
export const DocumentConnection = connectionOf(Document, 'A document', 'documents');
export const EventConnection = connectionOf(Event, 'An event', 'events');
export const ExchangeConnection = connectionOf(Exchange, 'An exchange', 'exchanges');
export const ExecutiveConnection = connectionOf(Executive, 'An executive', 'executives');
export const FactConnection = connectionOf(Fact, 'A fact', 'facts');
export const QuarterConnection = connectionOf(Quarter, 'A quarter', 'quarters');
export const StatementConnection = connectionOf(
  Statement,
  'A statement',
  'statements',
  [...EXACTNESS, STATEMENT_GROUPS, COVERAGE],
  SEARCH_FIELDS,
);
export const TopicConnection = connectionOf(Topic, 'A topic', 'topics');
export const UtteranceConnection = connectionOf(Utterance, 'An utterance', 'utterances', [UTTERANCE_GROUPS]);
