import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import { Executive } from '../../domain/executive.entity';
import { Identifier } from '../../domain/identifier.entity';
import { Quarter } from '../../domain/quarter.entity';
import { SymbolSpan } from '../../domain/symbol.entity';
import { follow } from '../../read/plan/walk';
import { AnalystCommentPageArgs } from '../args/analyst-comment-page.args';
import { AsOfArgs } from '../args/as-of.args';
import { CompanyArgs } from '../args/company.args';
import { CompanyExecutivesArgs } from '../args/company-executives.args';
import { CompanyMetricArgs } from '../args/company-metric.args';
import { CompanyPageArgs } from '../args/company-page.args';
import { CompanyQuarterArgs } from '../args/company-quarter.args';
import { CompanyQuartersArgs } from '../args/company-quarters.args';
import { CompanySeriesArgs } from '../args/company-series.args';
import { ExchangePageArgs } from '../args/exchange-page.args';
import { FactPageArgs } from '../args/fact-page.args';
import { StatementPageArgs } from '../args/statement-page.args';
import {
  AnalystCommentConnection,
  CompanyConnection,
  ExchangeConnection,
  FactConnection,
  QuarterConnection,
  StatementConnection,
} from '../connections';
import type { Context } from '../context';
import { Coverage } from '../types/coverage';
import { MetricValue } from '../types/metric-value';

@Resolver(() => Company)
export class CompanyResolver {
  @Query(() => Company, {
    nullable: true,
    description: 'By exactly one of its names; symbol is resolved as of a day (today when left out).',
  })
  company(@Args(() => CompanyArgs) args: CompanyArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.company', null, args);
  }

  @Query(() => CompanyConnection, { nullable: true, description: 'All companies.' })
  companies(@Args(() => CompanyPageArgs) args: CompanyPageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.companies', null, args);
  }

  @FieldResolver(() => String, { description: 'Its name on a day.' })
  name(@Root() parent: object, @Args(() => AsOfArgs) args: AsOfArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Company.name', parent, args);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Null for organisations that are not listed (DeepSeek, OpenAI).',
  })
  symbol(@Root() parent: object, @Args(() => AsOfArgs) args: AsOfArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Company.symbol', parent, args);
  }

  @FieldResolver(() => [SymbolSpan], { description: 'Every symbol that it traded under.' })
  symbols(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Company.symbols', parent, {});
  }

  @FieldResolver(() => [Identifier], { description: 'Under what others file it.' })
  identifiers(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Company.identifiers', parent, {});
  }

  @FieldResolver(() => String, { nullable: true, description: 'Its CIK without leading zeros.' })
  cik(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Company.cik', parent, {});
  }

  @FieldResolver(() => Quarter, { nullable: true, description: 'One of its quarters; null where none is stored.' })
  quarter(
    @Root() parent: object,
    @Args(() => CompanyQuarterArgs) args: CompanyQuarterArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Company.quarter', parent, args);
  }

  @FieldResolver(() => QuarterConnection, { description: 'Its fiscal quarters, latest first.' })
  quarters(
    @Root() parent: object,
    @Args(() => CompanyQuartersArgs) args: CompanyQuartersArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Company.quarters', parent, args);
  }

  @FieldResolver(() => [Executive], { description: 'Who is or was in office.' })
  executives(
    @Root() parent: object,
    @Args(() => CompanyExecutivesArgs) args: CompanyExecutivesArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Company.executives', parent, args);
  }

  @FieldResolver(() => StatementConnection, { description: 'What its people said.' })
  statements(
    @Root() parent: object,
    @Args(() => StatementPageArgs) args: StatementPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Company.statements', parent, args);
  }

  @FieldResolver(() => AnalystCommentConnection, { description: 'What outsiders said about it.' })
  analystComments(
    @Root() parent: object,
    @Args(() => AnalystCommentPageArgs) args: AnalystCommentPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Company.analystComments', parent, args);
  }

  @FieldResolver(() => [MetricValue], {
    description:
      'One metric over time, oldest first, a value for every quarter in the window, NOT_DERIVABLE ones included.',
  })
  series(
    @Root() parent: object,
    @Args(() => CompanySeriesArgs) args: CompanySeriesArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Company.series', parent, args);
  }

  @FieldResolver(() => MetricValue, {
    nullable: true,
    description: 'A metric for a period; null where the metric or the period is not known.',
  })
  metric(
    @Root() parent: object,
    @Args(() => CompanyMetricArgs) args: CompanyMetricArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Company.metric', parent, args);
  }

  @FieldResolver(() => FactConnection, { description: 'Its filed numbers, latest period first.' })
  facts(@Root() parent: object, @Args(() => FactPageArgs) args: FactPageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Company.facts', parent, args);
  }

  @FieldResolver(() => ExchangeConnection, { description: 'Questions on its calls with their answers.' })
  exchanges(
    @Root() parent: object,
    @Args(() => ExchangePageArgs) args: ExchangePageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Company.exchanges', parent, args);
  }

  @FieldResolver(() => Coverage, { description: 'What is here of it.' })
  coverage(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Company.coverage', parent, {});
  }
}
