import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

import { serveSmall } from '../security/small-graph';

const CHROMIUM = process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
const ROOT = join(__dirname, '..', '..');

// Said aloud, because a page that nobody has looked at is not known to work.
if (!CHROMIUM)
  console.warn('Skipped: no Chromium here (apt-get install chromium, or CHROMIUM_PATH), so the explorer is not tried.');

(CHROMIUM ? describe : describe.skip)('the explorer in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-explorer-'));
  const home = mkdtempSync(join(tmpdir(), 'earshot-browser-'));
  const complaints: string[] = [];
  const strangers: string[] = [];
  let serving: Awaited<ReturnType<typeof serveSmall>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    execFileSync(process.execPath, [join(ROOT, 'scripts', 'build-explorer.mjs'), folder]);
    serving = await serveSmall({}, undefined, { explorerFolder: folder });
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      // Its own notes go where they are taken away again.
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home } as Record<string, string>,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-sync',
      ],
    });
    page = await newPage();
  });

  async function newPage(): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
    page.on('console', (message) => {
      if (message.type() === 'error' || /content security/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(serving.url).host) strangers.push(request.url());
    });
    return page;
  }

  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    for (const made of [folder, home]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  });

  it('opens from the root, runs a linked query and shows the answer', async () => {
    await page.goto(serving.url);
    expect(new URL(page.url()).pathname).toBe('/graphql');
    const query = encodeURIComponent('{ company { name topics { name } } }');
    await page.goto(`${serving.url}/graphql?query=${query}`);
    await page.getByRole('button', { name: /execute query/i }).click();
    const result = page.locator('.result-window');
    await result.getByText('"compute"').waitFor();
    expect(await result.textContent()).toContain('"Meta"');
  });

  it('knows the schema: completion, documentation, marks at faults', async () => {
    await page.getByRole('button', { name: /documentation explorer/i }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().click();
    await page.locator('.graphiql-doc-explorer').getByText('companies').waitFor();
  });

  it('opens its dialogs under the content security policy', async () => {
    await page.getByRole('button', { name: /settings dialog/i }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
  });

  it('lists the examples, and opens each in a tab of its own', async () => {
    // A context of its own is a first visit: nothing is remembered of the tabs before.
    const page = await newPage();
    await page.goto(`${serving.url}/graphql`);
    const panel = page.getByRole('region', { name: 'Examples' });
    await panel.getByRole('button', { name: /symbols over time/i }).click();
    await page.getByRole('tab', { name: 'SymbolsOverTime', selected: true }).waitFor();
    expect(await page.getByRole('tab').count()).toBe(await panel.getByRole('button').count());
  });

  it('links to Apollo Sandbox with this endpoint', async () => {
    const link = page.getByRole('link', { name: /sandbox/i });
    expect(await link.getAttribute('href')).toBe(
      `https://studio.apollographql.com/sandbox/explorer?endpoint=${encodeURIComponent(`${serving.url}/graphql`)}`,
    );
  });

  it('needs no internet, and breaks none of its own rules', async () => {
    const picture = process.env.EARSHOT_TEST_PICTURES;
    if (picture) await page.screenshot({ path: join(picture, 'explorer.png') });
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
    const answer = await fetch(`${serving.url}/graphql`, { headers: { accept: 'text/html' } });
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).not.toMatch(/unsafe/);
    const script = /src="(\/explorer\/[^"]+)"/.exec(await answer.text())![1];
    const asset = await fetch(serving.url + script);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const again = await fetch(serving.url + script, { headers: { 'if-none-match': asset.headers.get('etag')! } });
    expect(again.status).toBe(304);
  });
});
