import type { Client } from 'pg';
import { parsePeriod, printPeriod } from '../../domain/fiscal/period';
import { compareDecimals, parseDecimal } from '../../domain/money/decimal';
import { ImportError } from '../fault';
import type { NewClaim, NewUtterance } from '../persist/document-rows';
import { type FiscalPlace, NOWHERE, readPlaces } from '../resolve/claim-period';
import { locate } from './locate';
import { namedAt } from './name-book';
import type { NativeContext, PlacedUtterance } from './native-utterance';
import type { NativeClaim } from './schema';

/** The numbers that a NATIVE document asserts, each with its place and whose word it is. */
export async function nativeClaimsOf(
  client: Client,
  { document, text, path, names }: NativeContext,
  placed: readonly PlacedUtterance[],
  utterances: readonly NewUtterance[],
): Promise<NewClaim[]> {
  const claims: NewClaim[] = [];
  const byKey = new Map([...placed.entries()].reverse().map(([place, { utterance }]) => [utterance.key, place]));
  const places = new Map<string, FiscalPlace>();
  const placeOf = async (companyId: number, period: string | null): Promise<FiscalPlace> => {
    const key = `${companyId} ${period}`;
    const known = places.get(key) ?? (await readPlaces(client, companyId, [period])).get(period ?? '') ?? NOWHERE;
    places.set(key, known);
    return known;
  };
  for (const [i, claim] of (document.claims ?? []).entries()) {
    const at = `${path}.claims[${i}]`;
    const slug = claim.company ?? document.companies?.[0];
    if (!slug) fail(`${at}.company`, 'is missing, and the document names no company');
    const companyId = await namedAt(`${at}.company`, names.company(slug));
    const utterance = claim.utterance === undefined ? null : byKey.get(claim.utterance);
    if (utterance === undefined)
      fail(`${at}.utterance`, `names the utterance "${claim.utterance}", which is not in the document`);
    const period = claim.period === undefined ? null : printPeriod(parsePeriod(claim.period));
    claims.push({
      ...locate(text, claim, at),
      kind: claim.kind,
      companyId,
      metricId: claim.metric === undefined ? null : await namedAt(`${at}.metric`, names.metric(claim.metric)),
      metricLabel: claim.label,
      scope: claim.scope ?? 'COMPANY',
      subjectWords: claim.subject ?? null,
      replaces: null,
      period,
      comparedTo: claim.comparedTo === undefined ? null : printPeriod(parsePeriod(claim.comparedTo)),
      ...(await placeOf(companyId, period)),
      ...numbersOf(claim, at),
      unit: claim.unit,
      currency: claim.currency ?? null,
      qualifier: claim.qualifier ?? 'EXACTLY',
      isGuidance: claim.guidance ?? false,
      directness: utterance === null ? null : utterances[utterance]!.directness,
      utterance,
      assertedById:
        claim.assertedBy === undefined ? null : await namedAt(`${at}.assertedBy`, names.person(claim.assertedBy)),
      confidence: claim.confidence ?? 1,
    });
  }
  return claims;
}

function numbersOf({ value, low, high }: NativeClaim, path: string): Pick<NewClaim, 'asserted' | 'low' | 'high'> {
  if ((value === undefined) === (low === undefined && high === undefined)) {
    fail(path, 'needs either a value or a bound of a range');
  }
  const read = (given: string | number | undefined, field: string): string | null => {
    if (given === undefined) return null;
    return parseDecimal(String(given)) ?? fail(`${path}.${field}`, `${given} is no number`);
  };
  const [least, most] = [read(low, 'low'), read(high, 'high')];
  if (least !== null && most !== null && compareDecimals(least, most) > 0) fail(path, `${low} to ${high} is no range`);
  return { asserted: read(value, 'value'), low: least, high: most };
}

function fail(path: string, message: string): never {
  throw new ImportError([{ path, message }]);
}
