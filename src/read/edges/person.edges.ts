import { Analyst } from '../../domain/analyst.entity';
import { Executive, ExecutiveRole } from '../../domain/executive.entity';
import { Person } from '../../domain/person.entity';
import { EarshotError } from '../../platform/errors';
import { ListConnection } from '../connection/list-connection';
import type { PageArgs } from '../connection/page-args';
import { connection, type Edges, edges, edgesNamed, value } from '../edge';
import { holdsOn } from '../filter/holds-on';
import type { ExecutiveFilter } from '../filter/noun-filter';
import { resolvePeople, resolveSymbols } from '../filter/resolve';
import type { Given } from '../load';
import { plainKeyOf, searchKeyOf } from '../reference/names';
import { OF_ANALYST, OF_OFFICE, OF_SPEAKER, utteranceConnection } from './utterance-connection';

const ROLE_ORDER = Object.values(ExecutiveRole);

/** Of several offices held at once, the highest; see ExecutiveRole for the order. */
export function highestOffice(offices: readonly Executive[]): Executive | null {
  const rank = (office: Executive) => ROLE_ORDER.indexOf(office.role);
  return [...offices].sort((a, b) => rank(a) - rank(b) || a.id - b.id)[0] ?? null;
}

export const PERSON_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    person: value([], (_, { name }: { name: string }, op) => {
      const key = searchKeyOf(name);
      const found = key === '' ? [] : resolvePeople(op, name, 'name');
      const exact = found.filter((person) => plainKeyOf(person).split('\n').includes(key));
      const people = exact.length > 0 ? exact : found;
      if (people.length > 1) {
        const candidates = people.slice(0, 20).map((person) => person.name);
        throw new EarshotError(
          'AMBIGUOUS',
          `"${name.slice(0, 60)}" fits ${people.length} people: ${candidates.join(', ')}.`,
          {
            argument: 'name',
            candidates,
          },
        );
      }
      return people[0] ?? null;
    }),
    executives: connection([], (_, args: PageArgs & { filter?: Given<ExecutiveFilter> }, op) => {
      const { symbols, roles, name, asOf } = args.filter ?? {};
      const companies = symbols ? resolveSymbols(op, symbols) : null;
      const people = name != null ? new Set(resolvePeople(op, name, 'filter.name').map(({ id }) => id)) : null;
      const offices = op.view
        .all('executive')
        .filter((office) => !companies || companies.includes(office.companyId))
        .filter((office) => !roles || roles.includes(office.role))
        .filter((office) => !people || people.has(office.personId))
        .filter((office) => !asOf || holdsOn({ validFrom: office.from, validTo: office.to }, asOf));
      return new ListConnection('Query.executives', offices, args, {
        descending: false,
        types: ['int4', 'int4', 'text', 'int4'],
        keys: (office) => [office.companyId, ROLE_ORDER.indexOf(office.role), office.from ?? '', office.id],
      });
    }),
  }),
  ...edges(Person, {
    executiveRoles: value(['id'], (person, _, op) => op.view.officesOf(person.id)),
    analystRoles: value(['id'], (person, _, op) => op.view.analystsOf(person.id)),
    statements: utteranceConnection('Person.statements', { kind: 'Statement', ...OF_SPEAKER }),
    analystComments: utteranceConnection('Person.analystComments', { kind: 'AnalystComment', ...OF_SPEAKER }),
  }),
  ...edges(Executive, {
    person: value(['personId'], (office, _, op) => op.view.linked('person', office.personId)),
    company: value(['companyId'], (office, _, op) => op.view.linked('company', office.companyId)),
    statements: utteranceConnection('Executive.statements', { kind: 'Statement', ...OF_OFFICE }),
  }),
  ...edges(Analyst, {
    person: value(['personId'], (analyst, _, op) => op.view.linked('person', analyst.personId)),
    firm: value(['firmId'], (analyst, _, op) =>
      analyst.firmId === null ? null : op.view.linked('firm', analyst.firmId),
    ),
    analystComments: utteranceConnection('Analyst.analystComments', { kind: 'AnalystComment', ...OF_ANALYST }),
  }),
};
