/** Words as they are shortened in notes, and what they stand for. Those that may be a name or another word are left out. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['mkt', 'market'],
  ['mkts', 'markets'],
  ['mktg', 'marketing'],
  ['mgmt', 'management'],
  ['govt', 'government'],
  ['biz', 'business'],
  ['cust', 'customer'],
  ['custs', 'customers'],
  ['rev', 'revenue'],
  ['revs', 'revenues'],
  ['mfg', 'manufacturing'],
  ['infra', 'infrastructure'],
]);
