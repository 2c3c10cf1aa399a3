import { type Answer, ask, QUICK_MS, send, serveSmall } from './small-graph';

/** Each of these has brought some GraphQL server down. All are refused quickly, by name, and without a word about the inside. */
describe('the guard before validation', () => {
  let serving: Awaited<ReturnType<typeof serveSmall>>;
  let url: string;

  beforeAll(async () => {
    serving = await serveSmall();
    url = serving.url;
    // The first request pays for compiling the server's own code.
    await ask(url, '{ __typename }');
  });

  afterAll(() => serving.close());

  function expectRefused(answer: Answer, code: string): void {
    expect(answer.body.errors[0].extensions.code).toBe(code);
    expect(answer.body.data ?? null).toBeNull();
    expect(answer.text).not.toMatch(/\.ts|\.js|node_modules|at \w+ \(/);
    expect(answer.ms).toBeLessThan(QUICK_MS);
  }

  const nested = (levels: number) => `{ company ${'{ parent '.repeat(levels - 2)} { name } ${'}'.repeat(levels - 2)} }`;
  const many = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => make(i)).join(' ');

  const excesses: readonly (readonly [string, string, string])[] = [
    ['12 levels', nested(12), 'depth'],
    ['30 levels', nested(30), 'depth'],
    ['1,900 levels', nested(1_900), 'depth'],
    ['1,000 aliases', `{ ${many(1_000, (i) => `a${i}: __typename`)} }`, 'aliases'],
    [
      'aliases hidden in a fragment',
      `{ ${'...F '.repeat(30)} } fragment F on Query { ${many(20, (i) => `a${i}: __typename`)} }`,
      'aliases',
    ],
    ['1,000 fields of one name', `{ ${'__typename '.repeat(1_000)} }`, 'repeats'],
    ['overlapping objects', `{ ${'company { name } '.repeat(500)} }`, 'repeats'],
    ['overlaps at every level', `{ ${'company { parent { name } parent { name } } '.repeat(100)} }`, 'repeats'],
    ['directives', `{ ${many(100, (i) => `__typename @include(if: true) @skip(if: ${i === 0})`)} }`, 'directives'],
    ['directives on one field', `{ __typename ${'@include(if: true) '.repeat(200)} }`, 'directives'],
    [
      'a fragment bomb',
      `{ ...F0 } ${many(30, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F30 on Query { __typename }`,
      'depth',
    ],
    [
      'a fragment bomb of few levels',
      `{ ...F0 } ${many(15, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F15 on Query { __typename }`,
      'repeats',
    ],
    [
      'a fragment bomb without fields',
      `{ ...F0 } ${many(15, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F15 on Query { ...None }`,
      'fields',
    ],
    ['inline fragments', `{ ${'... { '.repeat(1_900)} __typename ${'} '.repeat(1_900)} }`, 'depth'],
    [
      'unused fragments',
      `{ __typename } ${many(40, (i) => `fragment F${i} on Company { ${'parent { name } '.repeat(30)} }`)}`,
      'fields',
    ],
    ['many operations', many(15, (i) => `query Q${i} { ${many(30, (n) => `a${n}: __typename`)} }`), 'aliases'],
    ['tokens', `{ company(symbol: "x") { ${'name '.repeat(7_000)} } }`, 'tokens'],
    [
      'lists in lists',
      '{ companies(first: 200) { nodes { peers(first: 200) { nodes { topics { name } } } } } }',
      'cost',
    ],
    [
      'a list nobody sizes, in lists',
      '{ companies(first: 200) { nodes { peers(first: 100) { edges { node { topics { name } } } } } } }',
      'cost',
    ],
    ['a long series', '{ company { series(periods: 1000000) { name } } }', 'cost'],
    [
      'series of many companies and metrics',
      `{ series(symbols: ["${'x","'.repeat(199)}x"], metrics: ["${'x","'.repeat(9)}x"], periods: 40) { name } }`,
      'cost',
    ],
    ['a number that overflows', `{ company { series(periods: ${'9'.repeat(400)}) { name } } }`, 'cost'],
    [
      'introspection in aliases',
      `{ ${many(38, (i) => `a${i}: __schema { types { fields { args { ${'type { ofType { '.repeat(4)} name ${'} '.repeat(8)} } } } }`)} }`,
      'cost',
    ],
  ];

  it.each(excesses)('refuses %s', async (_name, query, measure) => {
    const answer = await ask(url, query);
    expectRefused(answer, 'QUERY_TOO_COMPLEX');
    expect(answer.status).toBe(400);
    const { limit, actual, measure: told } = answer.body.errors[0].extensions;
    expect(told).toBe(measure);
    expect(actual).toBeGreaterThan(limit);
  });

  it('counts page sizes that come as variables, and as defaults of variables', async () => {
    const query = (head: string) =>
      `query${head} { companies(first: $n) { nodes { peers(first: $n) { edges { node { name } } } } } }`;
    expectRefused(await ask(url, query('($n: Int)'), { n: 200 }), 'QUERY_TOO_COMPLEX');
    expectRefused(await ask(url, query('($n: Int = 200)')), 'QUERY_TOO_COMPLEX');
    expect((await ask(url, query('($n: Int = 200)'), { n: 2 })).body.errors).toBeUndefined();
    const ids = Array.from({ length: 4_000 }, (_, i) => `${i}`);
    const nodes = 'query($ids: [ID!]!) { nodes(ids: $ids) { peers { nodes { topics { name } } } } }';
    expectRefused(await ask(url, nodes, { ids }), 'QUERY_TOO_COMPLEX');
    const series = 'query($s: [String!]!) { series(symbols: $s, metrics: ["a", "b"], periods: 20) { name } }';
    expectRefused(await ask(url, series, { s: ids }), 'QUERY_TOO_COMPLEX');
  });

  it('counts the quarters of trends by where they begin and end', async () => {
    const query =
      'query($from: String, $to: String) { companies(first: 200) { nodes { trend(from: $from, to: $to) { mentions } } } }';
    const written = (from: string, to: string) =>
      `{ companies(first: 200) { nodes { trend(from: "${from}", to: "${to}") { mentions } } } }`;
    expectRefused(await ask(url, written('CY1900', 'CY2100')), 'QUERY_TOO_COMPLEX');
    expectRefused(await ask(url, query, { from: '1900Q1', to: '2100Q4' }), 'QUERY_TOO_COMPLEX');
    // From the first that is stored on.
    expectRefused(await ask(url, query, { to: '2100' }), 'QUERY_TOO_COMPLEX');
    expectRefused(await ask(url, query, { from: '1900' }), 'QUERY_TOO_COMPLEX');
    for (const bounds of [
      {},
      { from: '2020Q1', to: '2024Q4' },
      { from: '2024', to: '2020' },
      { from: 'soon', to: 'LATEST' },
    ])
      expect((await ask(url, query, bounds)).body.errors).toBeUndefined();
    expect((await ask(url, written('2020Q1', '2024Q4'))).body.errors).toBeUndefined();
  });

  it('does not choke on page sizes that are no sizes', async () => {
    for (const n of [-1, 1e308, 'many', {}, [], true]) {
      const answer = await ask(url, 'query($n: Int) { companies(first: $n) { totalCount } }', { n });
      expect(answer.status).toBeLessThan(500);
      expect(answer.ms).toBeLessThan(QUICK_MS);
    }
  });

  it('refuses fragments that spread themselves', async () => {
    const ring = `{ ...A0 } ${many(200, (i) => `fragment A${i} on Query { ...A${(i + 1) % 200} }`)}`;
    expectRefused(await ask(url, ring), 'GRAPHQL_VALIDATION_FAILED');
  });

  it('refuses a NUL character wherever a string can stand', async () => {
    const field = 'companies(filter: $f) { totalCount }';
    const cases: readonly (readonly [string, Record<string, unknown> | undefined, string])[] = [
      ['{ company(symbol: "a\\u0000") { name } }', undefined, 'symbol'],
      ['{ companies(filter: { and: [{ name: "\\u0000" }] }) { totalCount } }', undefined, 'filter.and.name'],
      ['query($s: String = "\\u0000") { company(symbol: $s) { name } }', undefined, 's'],
      [`query($f: CompanyFilter) { ${field} }`, { f: { names: ['x', 'a\0b'] } }, 'f.names'],
      ['{ __typename @include(if: "\\u0000") }', undefined, 'if'],
    ];
    for (const [query, variables, argument] of cases) {
      const answer = await ask(url, query, variables);
      expectRefused(answer, 'BAD_USER_INPUT');
      expect(answer.body.errors[0].extensions.argument).toBe(argument);
    }
  });

  it('bounds variables in depth and number', async () => {
    const query = 'query($f: CompanyFilter) { companies(filter: $f) { totalCount } }';
    let deep: Record<string, unknown> = { name: 'x' };
    for (let i = 0; i < 40; i += 1) deep = { and: [deep] };
    expectRefused(await ask(url, query, { f: deep }), 'BAD_USER_INPUT');
    expectRefused(await ask(url, query, { f: { names: Array(50_000).fill('a') } }), 'QUERY_TOO_COMPLEX');
    const brackets = `{"query":"{ __typename }","variables":{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`;
    const answer = await post(brackets);
    expectRefused(answer, 'BAD_USER_INPUT');
    const literal = `{ companies(filter: { names: ${'['.repeat(300)}${']'.repeat(300)} }) { totalCount } }`;
    expectRefused(await ask(url, literal), 'BAD_USER_INPUT');
    const type = `query($a: ${'['.repeat(2_900)}Int${']'.repeat(2_900)}) { __typename }`;
    expectRefused(await ask(url, type), 'BAD_USER_INPUT');
  });

  it('bounds the work of validating what it lets through', async () => {
    // As many faults, each with suggestions, as fit below the limits.
    const unknown = `{ ${many(35, (i) => `companys${i} { nam${i} naame${i} } `)} }`;
    const answer = await ask(url, unknown);
    expectRefused(answer, 'GRAPHQL_VALIDATION_FAILED');
    expect(answer.body.errors.length).toBeLessThanOrEqual(21);
    const widest = `{ ${many(35, (i) => `a${i}: company { ${many(30, () => 'name')} topics { name } }`)} }`;
    expect((await ask(url, widest)).ms).toBeLessThan(QUICK_MS);
  });

  it('does not send a long value back for each of its faults', async () => {
    const filter = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`unknown${i}`, 'x'.repeat(3_000)]));
    const query = 'query ($filter: CompanyFilter) { companies(filter: $filter) { totalCount } }';
    const answer = await ask(url, query, { filter });
    expect(answer.body.errors[0].message).toMatch(/Field "unknown0" is not defined/);
    expect(answer.text.length).toBeLessThan(200_000);
  });

  it('refuses kinds of operations that the graph does not have', async () => {
    expectRefused(await ask(url, 'subscription { __typename }'), 'GRAPHQL_VALIDATION_FAILED');
  });

  it('counts values that other names repeat, and whole texts', async () => {
    const costOf = async (query: string): Promise<number> =>
      (await ask(url, query, undefined, { 'x-earshot-cost': '1' })).body.extensions.cost.cost;
    expect(await costOf('{ companies(first: 10) { nodes { name } } }')).toBe(1 + 10);
    expect(await costOf('{ companies(first: 10) { nodes { a: name b: name } } }')).toBe(1 + 10 * (1 + 2));
    expect(await costOf('{ document { text } }')).toBe(1 + 100);
    // Each group, and what it takes to make groups at all, however few.
    expect(await costOf('{ companies { groupBy(first: 2) { name } } }')).toBe(1 + 25 + 2);
    expect(await costOf('{ companies { coverage { name } } }')).toBe(1 + 10 + 1);
    // What looks at much more than it shows.
    expect(await costOf('{ companies(byShareChange: { low: 1 }) { nodes { name } } }')).toBe(1 + 25 + 20);
    expect(await costOf('{ companies(first: 10) { nodes { firstMention { name } } } }')).toBe(1 + 10 * (1 + 5 + 1));
    // Whether it searches, and whether a company bounds whom a trend counts, a variable may say.
    const costWith = async (query: string, variables: Record<string, unknown>): Promise<number> =>
      (await ask(url, query, variables, { 'x-earshot-cost': '1' })).body.extensions.cost.cost;
    expect(await costOf('{ companies(filter: { search: { name: "x" } }) { nodes { name } } }')).toBe(1 + 10 + 20);
    const filtered = 'query($f: CompanyFilter) { companies(filter: $f) { nodes { name } } }';
    expect(await costWith(filtered, { f: { search: { name: 'x' } } })).toBe(1 + 10 + 20);
    expect(await costWith(filtered, { f: { name: 'x' } })).toBe(1 + 20);
    const trend = (args: string) => `{ company { trend(from: "2024Q1", to: "2024Q2"${args}) { speakers } } }`;
    expect(await costOf(trend(', symbols: ["A"]'))).toBe(1 + 2 * (1 + 5));
    expect(await costOf(trend(''))).toBe(1 + 2 * (1 + 5 + 20));
    const named = trend(', symbols: $s').replace('{', 'query($s: [String!]) {');
    expect(await costWith(named, { s: null })).toBe(1 + 2 * (1 + 5 + 20));
    expect(await costWith(named, { s: ['A', 'B'] })).toBe(1 + 4 * (1 + 5));
    // Reading the question, and as many numbers as it may ask for.
    expect(await costOf('{ ask(question: "revenue") { metrics { name } } }')).toBe(25 + 100);
  });

  it('takes one operation at a time', async () => {
    const answer = await post('[{"query":"{ __typename }"},{"query":"{ __typename }"}]');
    expectRefused(answer, 'BAD_REQUEST');
    expect(answer.status).toBe(400);
  });

  it('answers ordinary queries and introspection', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const answer = await ask(
      url,
      getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true }),
    );
    expect(answer.body.errors).toBeUndefined();
    const usual =
      '{ companies(first: 20) { edges { node { name topics { name } peers(first: 5) { nodes { name } } } } totalCount } }';
    expect((await ask(url, usual)).body.data.companies.totalCount).toBe(1);
  });

  it('tells the cost on request', async () => {
    const query = '{ companies(first: 10) { nodes { name topics { name } } totalCount } }';
    const answer = await ask(url, query, undefined, { 'x-earshot-cost': '1' });
    // The connection, its count, ten companies, and five topics assumed for each of them.
    expect(answer.body.extensions.cost).toEqual({
      cost: 1 + 5 + 10 * (1 + 5),
      limit: serving.config.maxCost,
      maxAnswerBytes: 16_777_216,
    });
    expect((await ask(url, query)).body.extensions).toBeUndefined();
  });

  function post(body: string): Promise<Answer> {
    return send(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }
});
