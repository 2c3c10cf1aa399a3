/** Parameters that say where a reader came from, not what is read. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|cmpid)$/i;

/**
 * What two ways of writing one address have in common: without scheme, default port, fragment, closing and doubled slashes,
 * tracking parameters and needless escapes, the host in lower case and without `www.`. Null where it names a whole site, and so no
 * document, or is no address of the web.
 */
export function canonicalAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const path = bareOf(url.pathname).replace(/\/+/g, '/').replace(/\/$/, '');
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  if (path === '' && parameters.length === 0) return null;
  const port = url.port && url.port !== '80' && url.port !== '443' ? `:${url.port}` : '';
  const query = new URLSearchParams(parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
  const host = url.hostname.replace(/^www\.(?=.*\.)/, '').replace(/\.$/, '');
  return `${host}${port}${path}${query ? `?${query}` : ''}`;
}

/** Letters, digits and `-._~` mean the same escaped and bare (RFC 3986); nothing else does. */
const bareOf = (path: string): string =>
  path.replace(/%[\da-f]{2}/gi, (escaped) => {
    const plain = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(plain) ? plain : escaped.toUpperCase();
  });
