import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Document } from '../../domain/document.entity';
import { follow } from '../../read/plan/walk';
import { SurroundingArgs } from '../args/surrounding.args';
import type { Context } from '../context';
import { SourceSpan } from '../types/source-span';

@Resolver(() => SourceSpan)
export class SourceSpanResolver {
  @FieldResolver(() => Document, { description: 'The document.' })
  document(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'SourceSpan.document', parent, {});
  }

  @FieldResolver(() => String, { description: 'The words, exactly; … for what the document does not give out.' })
  text(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'SourceSpan.text', parent, {});
  }

  @FieldResolver(() => String, {
    description:
      'What stands before it; … for what the document does not give out; empty where it gives out none of it.',
  })
  before(
    @Root() parent: object,
    @Args(() => SurroundingArgs) args: SurroundingArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'SourceSpan.before', parent, args);
  }

  @FieldResolver(() => String, {
    description:
      'What stands behind it; … for what the document does not give out; empty where it gives out none of it.',
  })
  after(
    @Root() parent: object,
    @Args(() => SurroundingArgs) args: SurroundingArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'SourceSpan.after', parent, args);
  }
}
