interface PageParts {
  /** Names of the built files. */
  readonly script: string;
  readonly style: string;
  /** Fresh for each page. */
  readonly nonce: string;
  readonly allowsSandbox: boolean;
}

/**
 * Scripts come from this server only, and none is made out of text. The nonce is for the one library that puts a style element into the
 * page while a dialog is open.
 */
export function contentSecurity(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What the script has to know comes as attributes: an inline script would need a hole in the policy. */
export function renderPage({ script, style, nonce, allowsSandbox }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Earshot · Explorer</title>
<link rel="icon" href="/explorer/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/explorer/${style}">
</head>
<body>
<div id="explorer" data-nonce="${nonce}" data-sandbox="${allowsSandbox ? 'allowed' : 'refused'}">
<p class="loading">Loading the explorer…</p>
<noscript><p class="loading">The explorer needs JavaScript. Any GraphQL client can use this address as well.</p></noscript>
</div>
<script src="/explorer/${script}" type="module"></script>
</body>
</html>
`;
}

export const MISSING_PAGE = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Earshot</title>
<h1>The explorer has not been built</h1>
<p>Queries are answered here all the same, from any GraphQL client. For this page, run <code>npm run build</code> and start again.</p>
</html>
`;
