import { serverAudits } from 'graphql-http';

import { serveSmall } from '../security/small-graph';

/** What "GraphQL over HTTP" asks of a server, as the suite of its reference implementation checks it. */
describe('the graphql-http audits', () => {
  let serving: Awaited<ReturnType<typeof serveSmall>>;

  beforeAll(async () => {
    serving = await serveSmall();
  });

  afterAll(() => serving.close());

  it('all pass, 61 of 61', async () => {
    const audits = serverAudits({ url: `${serving.url}/graphql`, fetchFn: fetch });
    const results = [];
    for (const audit of audits) results.push(await audit.fn());
    const failed = results.filter(({ status }) => status !== 'ok');
    const lines = failed.map(
      (result) => `${result.status} ${result.id} ${result.name}: ${'reason' in result ? result.reason : ''}`,
    );
    expect([results.length, lines]).toEqual([61, []]);
  });
});
