import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

import { sendText } from '../http/reply';
import { contentSecurity, MISSING_PAGE, renderPage } from './page';

export interface Explorer {
  answerPage(request: IncomingMessage, response: ServerResponse): void;
  /** False where there is no such file. */
  answerAsset(request: IncomingMessage, response: ServerResponse, name: string): boolean;
}

interface Asset {
  readonly content: Buffer;
  readonly type: string;
  readonly etag: string;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const A_YEAR = 'public, max-age=31536000, immutable';

/**
 * Serves the explorer that the build has put into `folder`. The files are few and read once; since a request can only name one of them, no
 * path can lead anywhere else.
 */
export function createExplorer(folder: string, options: { readonly allowsSandbox: boolean }): Explorer {
  const assets = readAssets(folder);

  function answerPage(request: IncomingMessage, response: ServerResponse): void {
    const names = { script: nameOf('.js'), style: nameOf('.css') };
    const security = { 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' };
    if (!names.script || !names.style) {
      sendText(response, 503, 'text/html', MISSING_PAGE, {
        ...security,
        'content-security-policy': "default-src 'none'",
      });
      return;
    }
    const nonce = randomBytes(16).toString('base64url');
    const text = renderPage({ script: names.script, style: names.style, nonce, ...options });
    sendText(response, 200, 'text/html', request.method === 'HEAD' ? '' : text, {
      ...security,
      'content-security-policy': contentSecurity(nonce),
      vary: 'accept',
    });
  }

  function answerAsset(request: IncomingMessage, response: ServerResponse, name: string): boolean {
    const asset = assets.get(name);
    if (!asset) return false;
    const headers = { 'cache-control': A_YEAR, etag: asset.etag, 'x-content-type-options': 'nosniff' };
    if (request.headers['if-none-match'] === asset.etag) {
      response.writeHead(304, headers).end();
      return true;
    }
    response.writeHead(200, { ...headers, 'content-type': asset.type, 'content-length': asset.content.length });
    response.end(request.method === 'HEAD' ? undefined : asset.content);
    return true;
  }

  /** The entry points carry a hash of their content in their names, so that the files can be cached for ever. */
  function nameOf(extension: string): string | undefined {
    return [...assets.keys()].find((name) => name.startsWith('explorer-') && name.endsWith(extension));
  }

  return { answerPage, answerAsset };
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  if (!existsSync(folder)) return assets;
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)];
    if (!type) continue;
    const content = readFileSync(join(folder, name));
    assets.set(name, {
      content,
      type,
      etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
    });
  }
  return assets;
}
