/** What stands behind a company's name and nobody says: its legal form, and what registers add in brackets, as "Investor AB (publ)". */
const LEGAL =
  /\s*\([^()]*\)$|[\s,]+(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|l\.l\.c|lp|l\.p|plc|p\.l\.c|n\.?v|s\.?a|s\.?e|a\.?g|a\/s|asa|ab|oyj|s\.?p\.?a|gmbh|kgaa|holdings?|group|trust|the)\.?$/i;

/** What tells the trade: left out by many who speak of the company. */
const TRADE =
  /\s+(?:platforms?|technolog(?:y|ies)|systems|industries|international|enterprises|laboratories|labs|software|pharmaceuticals?|therapeutics|biosciences|motors?|energy|financial|bancorp|communications|networks|semiconductor|semiconductors|electronics|electric|entertainment|brands|foods|stores|air lines|airlines|resources|solutions|services|worldwide|digital|materials|products|instruments|devices|aerospace|companies)$/i;

/**
 * The names by which a company goes, with their rank: 1 for the full one and the one without its legal form, 2 for the one without
 * its trade, which others may have as well.
 */
export function companySpellings(name: string): { readonly name: string; readonly rank: number }[] {
  const short = strip(name.trim(), LEGAL);
  const bare = short.replace(/\.com$/i, '');
  const brief = strip(bare, TRADE);
  return [
    { name, rank: 1 },
    { name: short, rank: 1 },
    { name: bare, rank: 1 },
    { name: brief, rank: 2 },
  ];
}

function strip(name: string, ending: RegExp): string {
  for (let shorter = name; ; name = shorter) {
    shorter = name.replace(ending, '').trim();
    if (shorter === name || shorter === '') return name;
  }
}
