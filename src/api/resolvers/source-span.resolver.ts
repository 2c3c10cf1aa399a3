import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Document } from '../../domain/document.entity';
import { SurroundingArgs } from '../args/surrounding.args';
import type { Context } from '../context';
import { SourceSpan } from '../types/source-span';

@Resolver(() => SourceSpan)
export class SourceSpanResolver {
  @FieldResolver(() => Document, { description: 'The document.' })
  document(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return operation.follow('SourceSpan.document', parent, {});
  }

  @FieldResolver(() => String, { description: 'The words, exactly.' })
  text(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return operation.follow('SourceSpan.text', parent, {});
  }

  @FieldResolver(() => String, { description: 'What stands before it; empty where the text may not be given out.' })
  before(
    @Root() parent: object,
    @Args(() => SurroundingArgs) args: SurroundingArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return operation.follow('SourceSpan.before', parent, args);
  }

  @FieldResolver(() => String, { description: 'What stands behind it; empty where the text may not be given out.' })
  after(
    @Root() parent: object,
    @Args(() => SurroundingArgs) args: SurroundingArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return operation.follow('SourceSpan.after', parent, args);
  }
}
