import { bareCompanyName, canStandFor } from '../../../language/name/company-name';

/** Whether two printed names are one house's: `Cobalt` for `Cobalt Securities`. */
export function isOneHouse(name: string, other: string): boolean {
  const [one, two] = [bareCompanyName(name), bareCompanyName(other)];
  return one === two || canStandFor(one, two) || canStandFor(two, one);
}

/** `Head of Food Research, Fairwater` without the house behind the office, where it is the one that the speaker is of. */
export function officeAlone(title: string | null, house: string | null): string | null {
  const [, office, behind] = /^(.{2,}?),\s+([^,]{2,}(?:,\s+[^,]{2,8})?)$/.exec(title ?? '') ?? [];
  return office && behind && house !== null && isOneHouse(behind, house) ? office : title;
}
