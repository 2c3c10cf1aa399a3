import { Company } from '../../domain/company.entity';
import type { ExecutiveRole } from '../../domain/executive.entity';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { IdentifierScheme } from '../../domain/identifier.entity';
import { shorten } from '../../domain/shorten';
import { badInput } from '../../platform/errors';
import { loadCoverage } from '../connection/coverage/coverage';
import { reachOf } from '../connection/coverage/reach';
import { ListConnection } from '../connection/list-connection';
import type { PageArgs } from '../connection/page-args';
import { connection, type Edges, edges, edgesNamed, load, value, WHOLE } from '../edge';
import { partOfName } from '../filter/bounds';
import { companiesLike, companySlugsLike } from '../filter/candidates';
import { holdsOn } from '../filter/holds-on';
import type { CompanyFilter } from '../filter/noun-filter';
import { companiesInSectors, companyBySymbol, resolveSymbols, warnName, warnSymbol } from '../filter/resolve';
import type { Given } from '../load';
import type { Operation } from '../operation';
import type { ReferenceKind } from '../reference/kinds';
import { searchKeyOf } from '../reference/names';
import { findQuarter } from './quarter.edges';
import { ABOUT_COMPANY, OF_COMPANY, utteranceConnection } from './utterance-connection';

interface Owned {
  readonly id: number;
  readonly companyId: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Names, symbols or identifiers of a company, earliest first. */
function owned<T extends Owned>(op: Operation, kind: ReferenceKind, companyId: number): readonly T[] {
  const groups = op.view.store.shelfOf(kind).index('by company', (nodes) => {
    const map = new Map<number, T[]>();
    for (const node of nodes as unknown as T[]) map.set(node.companyId, [...(map.get(node.companyId) ?? []), node]);
    for (const list of map.values())
      list.sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? '') || a.id - b.id);
    return map;
  });
  return groups.get(companyId) ?? [];
}

function cikOf(op: Operation, company: Company): string | null {
  const identifiers = owned<Owned & { scheme: string; value: string }>(op, 'company_identifier', company.id);
  return identifiers.filter(({ scheme }) => scheme === IdentifierScheme.CIK).at(-1)?.value ?? null;
}

function byIdentifier(op: Operation, scheme: string, typed: string, day: string): Company | null {
  const found = op.view
    .all('company_identifier')
    .find((i) => i.scheme === scheme && i.value === typed && holdsOn(i, day));
  return found ? op.view.node('company', found.companyId) : null;
}

type Name = 'symbol' | 'slug' | 'cik' | 'lei';

function findCompany(args: AsOf & { readonly [N in Name]?: string }, op: Operation): Company | null {
  const given = (['symbol', 'slug', 'cik', 'lei'] as const).filter((name) => args[name] !== undefined);
  if (given.length !== 1) {
    throw badInput(given[1] ?? 'symbol', 'Name the company by exactly one of `symbol`, `slug`, `cik` and `lei`.');
  }
  const { symbol, slug, cik, lei, asOf: day = op.today } = args;
  if (symbol !== undefined) {
    const id = companyBySymbol(op, symbol, day);
    if (id === null) warnSymbol(op, symbol, day, 'symbol');
    return id === null ? null : op.view.node('company', id);
  }
  if (slug !== undefined) {
    const found = op.view.all('company').find((c) => c.slug === slug.trim().toLowerCase());
    if (!found) warnName(op, slug, 'slug', companySlugsLike, 'No company');
    return found ?? null;
  }
  const [scheme, typed] = cik !== undefined ? (['CIK', cik] as const) : (['LEI', lei ?? ''] as const);
  const value = scheme === 'CIK' ? typed.trim().replace(/^0+/, '') : typed.trim().toUpperCase();
  const found = byIdentifier(op, scheme, value, day);
  if (!found) {
    const message = `There is no company with the ${scheme} "${shorten(typed)}".`;
    op.warn({ code: 'UNKNOWN_ID', message, argument: scheme.toLowerCase() });
  }
  return found;
}

interface CompaniesArgs extends PageArgs {
  readonly filter?: Given<CompanyFilter>;
  readonly orderBy?: { readonly field: string; readonly direction?: string };
}

function listCompanies(args: CompaniesArgs, op: Operation): ListConnection<Company> {
  const filter = args.filter ?? {};
  let companies = [...op.view.all('company')];
  if (filter.symbols) {
    const ids = resolveSymbols(op, filter.symbols);
    companies = companies.filter((company) => ids.includes(company.id));
  }
  if (filter.sectors) {
    const ids = new Set(companiesInSectors(op, filter.sectors));
    companies = companies.filter((company) => ids.has(company.id));
  }
  if (filter.name != null) {
    const part = partOfName(filter.name, 'filter.name');
    const names = (company: Company) => [
      company.name,
      ...owned<Owned & { name: string }>(op, 'company_name', company.id).map((n) => n.name),
    ];
    const named = op.view.all('company').filter((one) => names(one).some((name) => searchKeyOf(name).includes(part)));
    if (named.length === 0) warnName(op, filter.name, 'filter.name', companiesLike, 'No company');
    const ids = new Set(named.map(({ id }) => id));
    companies = companies.filter(({ id }) => ids.has(id));
  }
  if (filter.hasStatements != null) companies = companies.filter((c) => c.statementCount > 0 === filter.hasStatements);
  const byCount = args.orderBy?.field === 'STATEMENT_COUNT';
  const descending = (args.orderBy?.direction ?? (byCount ? 'DESC' : 'ASC')) === 'DESC';
  return new ListConnection('Query.companies', companies, args, {
    descending,
    types: [byCount ? 'int4' : 'text', 'int4'],
    keys: (c) => (byCount ? [c.statementCount, c.id] : [searchKeyOf(c.name), c.id]),
  });
}

interface AsOf {
  readonly asOf?: string;
}

export const COMPANY_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    company: value([], (_, args, op) => findCompany(args, op)),
    companies: connection([], (_, args, op) => listCompanies(args, op)),
  }),
  ...edges(Company, {
    name: value(['id', 'name'], (company, { asOf }: AsOf, op) => {
      const names = owned<Owned & { name: string }>(op, 'company_name', company.id);
      return names.find((n) => holdsOn(n, asOf ?? op.today))?.name ?? company.name;
    }),
    symbol: value(['id'], (company, { asOf }: AsOf, op) => {
      const symbols = owned<Owned & { symbol: string }>(op, 'company_symbol', company.id);
      return symbols.find((s) => holdsOn(s, asOf ?? op.today))?.symbol ?? null;
    }),
    symbols: value(['id'], (company, _, op) => owned(op, 'company_symbol', company.id)),
    identifiers: value(['id'], (company, _, op) => owned(op, 'company_identifier', company.id)),
    cik: value(WHOLE, (company, _, op) => cikOf(op, company)),
    quarter: value(['id'], (company, { period }: { period: AskedPeriod }, op) =>
      findQuarter(op, company.id, period, 'period'),
    ),
    executives: value(['id'], (company, { role, asOf }: AsOf & { role?: readonly ExecutiveRole[] }, op) =>
      op.view
        .executivesOf(company.id)
        .filter((office) => !role || role.includes(office.role))
        .filter((office) => !asOf || holdsOn({ validFrom: office.from, validTo: office.to }, asOf)),
    ),
    coverage: load(['id'], (companies, _, op) =>
      loadCoverage(
        'Company',
        companies.map(({ id }) => reachOf('company', {}, [id], op)),
        {},
      ),
    ),
    statements: utteranceConnection('Company.statements', { kind: 'Statement', ...OF_COMPANY }),
    analystComments: utteranceConnection('Company.analystComments', {
      kind: 'AnalystComment',
      ...ABOUT_COMPANY,
    }),
  }),
};
