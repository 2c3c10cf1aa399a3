import { bareCompanyName, canStandFor, firstWord } from '../../language/name/company-name';
import { nameKey } from '../../language/name/name-key';

export interface KnownCompany {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly fiscal_year_end: string | null;
}

/** A company under one of its names, today's or an earlier one. */
export interface NamedCompany extends KnownCompany {
  readonly known: string;
}

interface Entry {
  readonly company: NamedCompany;
  readonly bare: string;
}

/**
 * Companies by the first words of their names: names that are the same, or of which one can stand for the other, begin with the
 * same word.
 */
export class CompanyBook {
  readonly #byFirst = new Map<string, Entry[]>();

  /** Ordered by id. */
  constructor(companies: readonly NamedCompany[]) {
    for (const company of companies) {
      const bare = bareCompanyName(company.known);
      const first = firstWord(bare);
      const key = nameKey(company.known);
      // Stored names are found by how they are printed; `L'Oréal` is not, and nobody should find it by a neighbour's look-up.
      if (!key.startsWith(first) && !key.startsWith(`the ${first}`)) continue;
      const same = this.#byFirst.get(first);
      if (same) same.push({ company, bare });
      else this.#byFirst.set(first, [{ company, bare }]);
    }
  }

  /** Those of that name; else those for whose name it can stand, or whose name can stand for it. */
  find(name: string): KnownCompany[] {
    const bare = bareCompanyName(name);
    const entries = this.#byFirst.get(firstWord(bare)) ?? [];
    const pick = (fits: (known: string) => boolean) => [
      ...new Map(entries.filter((entry) => fits(entry.bare)).map(({ company }) => [company.id, company])).values(),
    ];
    const same = pick((known) => known === bare);
    return same.length > 0 ? same : pick((known) => canStandFor(bare, known) || canStandFor(known, bare));
  }
}
