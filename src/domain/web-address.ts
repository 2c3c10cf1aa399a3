/** Parameters that say where a reader came from, not what is read. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|cmpid)$/i;

/**
 * What two ways of writing one address have in common: without scheme, default port, fragment, closing slash and tracking parameters,
 * the host in lower case. Null where it names a whole site, and so no document, or is no address of the web.
 */
export function canonicalAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const path = url.pathname.replace(/\/+$/, '');
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  if (path === '' && parameters.length === 0) return null;
  const port = url.port && url.port !== '80' && url.port !== '443' ? `:${url.port}` : '';
  const query = new URLSearchParams(parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
  return `${url.hostname}${port}${path}${query ? `?${query}` : ''}`;
}
