import { createApiKey } from '../../../src/platform/database/api-key';
import { onServer } from '../../support/template';
import { Findings, type Scenario } from '../scenario';
import { QUERIES } from '../through-fault';

const IMPORT =
  'mutation { importDocument(input: { content: "Ann Lee, chief executive of Brookline Foods, said: “We will build a new plant.”" }) { document { id } userErrors { code message } } }';

export const readOnly: Scenario = {
  name: 'read-only',
  title: 'the database takes no writes, as a standby or one in maintenance',
  async run(world) {
    const findings = new Findings();
    const { key } = await createApiKey(world.databaseUrl, {
      name: 'faults',
      scopes: ['read', 'import'],
      expiresAt: null,
    });
    const name = new URL(world.databaseUrl).pathname.slice(1);
    const set = (value: string) =>
      onServer(world.postgres.url, (client) =>
        client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${value}`),
      );
    await set('on');
    world.afterwards(() => set('off'));
    const server = await world.serve(world.databaseUrl);
    const ready = await server.get('/ready');
    findings.expect(
      ready.status === 200 && /read-only/.test(ready.text),
      `/ready says ${ready.status} ${ready.text.trim()}`,
    );
    for (const query of QUERIES) {
      const { status, text } = await server.ask(query);
      findings.expect(
        status === 200 && !text.includes('"errors"'),
        `a query is answered by ${status} ${text.slice(0, 200)}`,
      );
    }
    const refused = await server.ask(IMPORT, { 'x-api-key': key });
    findings.expect(refused.text.includes(`"READ_ONLY"`), `a mutation is not told why: ${refused.text.slice(0, 300)}`);
    findings.expect(
      !/cannot execute|INTERNAL_SERVER_ERROR/.test(refused.text),
      `the database's own words: ${refused.text.slice(0, 300)}`,
    );
    findings.degraded = true;
    findings.tell(
      `serves; /ready ${ready.text.trim()}; a mutation gets ${refused.status} ${refused.text.trim().slice(0, 160)}`,
    );
    return findings.outcome();
  },
};
