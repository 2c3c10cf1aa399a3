import type { ExecutiveRole } from '../../domain/executive.entity';
import { printGlobalId } from '../../domain/global-id';
import { AnalystCommentKind, type Directness, type Section } from '../../domain/utterance-enums';
import type { ExchangeIds } from '../../read/filter/exchange-ids';
import { resolveTopics } from '../../read/filter/resolve';
import type { ExchangeFilter } from '../../read/filter/spoken-filter';
import type { AnyUtteranceFilter } from '../../read/filter/utterance-filter';
import type { Given } from '../../read/load';
import type { Operation } from '../../read/operation';
import type { TextSearch } from '../../read/search/typed-search';
import type { AskTarget, Interpretation } from '../../search/ask/interpretation';

/** No company: nothing matches. */
const NOTHING: Given<AnyUtteranceFilter> = { companyIds: [] };

/** The filter that a reading comes to, for the list of that target; nothing for any other list. */
export function filterOf(
  reading: Interpretation,
  asOf: string | null,
  target: Extract<AskTarget, 'STATEMENTS' | 'ANALYST_COMMENTS'>,
): Given<AnyUtteranceFilter> {
  if (reading.target !== target || isUnknownYet(reading, asOf)) return NOTHING;
  return withoutEmpty<AnyUtteranceFilter>({
    companyIds: reading.companies.map(({ id }) => printGlobalId('Company', id)),
    speakerIds: reading.people.map(({ id }) => printGlobalId('Person', id)),
    excludeSpeakerIds: reading.excludedPeople.map(({ id }) => printGlobalId('Person', id)),
    excludedCompanyKeys: reading.excludedCompanies.map(({ id }) => id),
    excludedRoles: reading.excludedRoles,
    firmIds: reading.firms.map(({ id }) => printGlobalId('Firm', id)),
    executiveRoles: reading.executiveRoles as readonly ExecutiveRole[],
    sections: reading.sections as readonly Section[],
    directness: reading.directness as readonly Directness[],
    topics: reading.topics,
    excludeTopics: reading.excludedTopics,
    search: searchOf(reading),
    ...whenOf(reading, asOf),
  });
}

/**
 * Where exchanges are asked for: the questions in them, as comments. Nothing where the question names who answers, which comments do not
 * tell.
 */
export function questionFilterOf(
  reading: Interpretation,
  asOf: string | null,
  op: Operation,
): Given<AnyUtteranceFilter> {
  const { people, executiveRoles } = reading;
  const namesAnswerer = people.some(({ id }) => op.view.analystsOf(id).length === 0) || executiveRoles.length > 0;
  if (reading.target !== 'EXCHANGES' || namesAnswerer) return NOTHING;
  const filter = filterOf({ ...reading, target: 'ANALYST_COMMENTS' }, asOf, 'ANALYST_COMMENTS');
  return { ...filter, kinds: [AnalystCommentKind.QUESTION] };
}

/** The same of exchanges. Null: none is asked for. */
export function exchangeFilterOf(
  reading: Interpretation,
  asOf: string | null,
  op: Operation,
): (Given<ExchangeFilter> & ExchangeIds) | null {
  if (reading.target !== 'EXCHANGES' || isUnknownYet(reading, asOf)) return null;
  const keys = (nodes: readonly { readonly id: number }[]) => nodes.map(({ id }) => id);
  return withoutEmpty<ExchangeFilter & ExchangeIds>({
    companyKeys: keys(reading.companies),
    firmKeys: keys(reading.firms),
    speakerKeys: keys(reading.people),
    excludedSpeakerKeys: keys(reading.excludedPeople),
    excludedTopicKeys: resolveTopics(op, reading.excludedTopics, true, 'question'),
    roles: reading.executiveRoles,
    topics: reading.topics,
    search: searchOf(reading),
    ...whenOf(reading, asOf),
  });
}

const searchOf = ({ text }: Interpretation): TextSearch | null => (text === null ? null : { query: text, mode: 'WEB' });

/** Whether all of it was said after `asOf`. */
const isUnknownYet = ({ saidFrom }: Interpretation, asOf: string | null): boolean =>
  saidFrom !== null && asOf !== null && asOf < saidFrom;

/** What was said after `asOf` is not known on that day. */
function whenOf({ period, periodFrom, periodTo, saidFrom, saidTo }: Interpretation, asOf: string | null) {
  const to = asOf !== null && (saidTo === null || asOf < saidTo) ? asOf : saidTo;
  return { period, periodFrom, periodTo, from: saidFrom, to };
}

/** An empty list is no condition here: the question has not named any. */
function withoutEmpty<F>(filter: { readonly [K in keyof F]?: F[K] | null }): Given<F> {
  const isGiven = ([, value]: [string, unknown]) => value != null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(filter).filter(isGiven)) as Given<F>;
}
