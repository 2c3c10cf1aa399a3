import { serverAudits } from 'graphql-http';

import { serveSmall } from '../security/small-graph';

/** What "GraphQL over HTTP" asks of a server, as the suite of its reference implementation checks it. */
describe('the graphql-http audits', () => {
  let serving: Awaited<ReturnType<typeof serveSmall>>;

  beforeAll(async () => {
    serving = await serveSmall();
  });

  afterAll(() => serving.close());

  it('find no MUST failing, and 58 of 61 or more passing', async () => {
    const audits = serverAudits({ url: `${serving.url}/graphql`, fetchFn: fetch });
    const results = [];
    for (const audit of audits) results.push(await audit.fn());
    const failed = results.filter(({ status }) => status !== 'ok');
    const lines = failed.map(
      (result) => `${result.status} ${result.id} ${result.name}: ${'reason' in result ? result.reason : ''}`,
    );
    expect(failed.filter(({ name }) => name.startsWith('MUST')).map(({ name }) => name)).toEqual([]);
    console.info(
      `graphql-http: ${results.length - failed.length} of ${results.length} audits pass\n${lines.join('\n')}`,
    );
    expect(results.length - failed.length).toBeGreaterThanOrEqual(58);
  });
});
