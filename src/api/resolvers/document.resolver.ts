import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import { Document } from '../../domain/document.entity';
import { EntityMention } from '../../domain/entity-mention.entity';
import { Event } from '../../domain/event.entity';
import { follow } from '../../read/plan/walk';
import { AnalystCommentPageArgs } from '../args/analyst-comment-page.args';
import { ClaimPageArgs } from '../args/claim-page.args';
import { DocumentMentionsArgs } from '../args/document-mentions.args';
import { DocumentPageArgs } from '../args/document-page.args';
import { DocumentTextArgs } from '../args/document-text.args';
import { PageArgs } from '../args/page.args';
import { StatementPageArgs } from '../args/statement-page.args';
import {
  AnalystCommentConnection,
  ClaimConnection,
  DocumentConnection,
  StatementConnection,
  UtteranceConnection,
} from '../connections';
import type { Context } from '../context';

@Resolver(() => Document)
export class DocumentResolver {
  @Query(() => DocumentConnection, {
    nullable: true,
    description: 'Documents, latest first; superseded revisions are left out.',
  })
  documents(@Args(() => DocumentPageArgs) args: DocumentPageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.documents', null, args);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The text as read, or a slice of it. For EXCERPT what may be given out of it, with … for each part left out; null for NONE.',
  })
  text(
    @Root() parent: object,
    @Args(() => DocumentTextArgs) args: DocumentTextArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Document.text', parent, args);
  }

  @FieldResolver(() => [Event], { description: 'Events that it tells of.' })
  events(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Document.events', parent, {});
  }

  @FieldResolver(() => [Company], {
    description:
      'Companies that it is about: the one that it is filed under first, then those whose people speak in it or whose numbers it tells, or that it names.',
  })
  companies(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Document.companies', parent, {});
  }

  @FieldResolver(() => [EntityMention], {
    description:
      'Organisations and people named in the body, repeated headlines and furniture left out. Those that the document names only outside of what it gives out are left out too.',
  })
  mentions(
    @Root() parent: object,
    @Args(() => DocumentMentionsArgs) args: DocumentMentionsArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Document.mentions', parent, args);
  }

  @FieldResolver(() => UtteranceConnection, { description: 'Everything said in it, in order.' })
  utterances(@Root() parent: object, @Args(() => PageArgs) args: PageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Document.utterances', parent, args);
  }

  @FieldResolver(() => AnalystCommentConnection, { description: 'Analyst comments in it.' })
  analystComments(
    @Root() parent: object,
    @Args(() => AnalystCommentPageArgs) args: AnalystCommentPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Document.analystComments', parent, args);
  }

  @FieldResolver(() => StatementConnection, { description: 'Statements in it.' })
  statements(
    @Root() parent: object,
    @Args(() => StatementPageArgs) args: StatementPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Document.statements', parent, args);
  }

  @FieldResolver(() => ClaimConnection, { description: 'Numbers that it asserts, in order.' })
  claims(
    @Root() parent: object,
    @Args(() => ClaimPageArgs) args: ClaimPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Document.claims', parent, args);
  }
}
