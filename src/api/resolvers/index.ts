import { AnalystResolver } from './analyst.resolver';
import { AnalystCommentResolver } from './analyst-comment.resolver';
import { AnswerResolver } from './answer.resolver';
import { AttributionResolver } from './attribution.resolver';
import { AuditEntryResolver } from './audit-entry.resolver';
import { ClaimResolver } from './claim.resolver';
import { CompanyResolver } from './company.resolver';
import { CorrectSpeakerResolver } from './correct-speaker.resolver';
import { DocumentResolver } from './document.resolver';
import { EntityMentionResolver } from './entity-mention.resolver';
import { EventResolver } from './event.resolver';
import { ExchangeResolver } from './exchange.resolver';
import { ExecutiveResolver } from './executive.resolver';
import { FactResolver } from './fact.resolver';
import { GroupKeyResolver, StatementGroupResolver } from './group.resolver';
import { ImportResolver } from './import.resolver';
import { MetricResolver } from './metric.resolver';
import { NodeResolver } from './node.resolver';
import { PersonResolver } from './person.resolver';
import { QuarterResolver } from './quarter.resolver';
import { QuarterChangesResolver, TopicChangeResolver } from './quarter-changes.resolver';
import { RateLimitResolver } from './rate-limit.resolver';
import { SearchResolver } from './search.resolver';
import { SourceSpanResolver } from './source-span.resolver';
import { StatementResolver } from './statement.resolver';
import { TopicResolver } from './topic.resolver';
import { TopicMentionResolver } from './topic-mention.resolver';
import { TopicTrendPointResolver } from './topic-trend-point.resolver';
import { UtteranceResolver } from './utterance.resolver';
import { UtteranceRevisionResolver } from './utterance-revision.resolver';
import { WarningResolver } from './warning.resolver';

/** One class per noun: what the graph adds to its stored fields. */
export const resolvers = [
  AnalystCommentResolver,
  AnalystResolver,
  AnswerResolver,
  AttributionResolver,
  AuditEntryResolver,
  ClaimResolver,
  CompanyResolver,
  CorrectSpeakerResolver,
  DocumentResolver,
  EntityMentionResolver,
  EventResolver,
  ExchangeResolver,
  ExecutiveResolver,
  FactResolver,
  GroupKeyResolver,
  ImportResolver,
  MetricResolver,
  NodeResolver,
  PersonResolver,
  QuarterChangesResolver,
  QuarterResolver,
  RateLimitResolver,
  SearchResolver,
  SourceSpanResolver,
  StatementGroupResolver,
  StatementResolver,
  TopicChangeResolver,
  TopicMentionResolver,
  TopicResolver,
  TopicTrendPointResolver,
  UtteranceResolver,
  UtteranceRevisionResolver,
  WarningResolver,
] as const;
