import { readInstant } from '../../../domain/scalars/instant';
import { attribute, type Page } from './page';
import { publicationIn } from './publication';

/** What a page says of itself in its head; null where it does not. */
export interface PageMetadata {
  readonly title: string | null;
  readonly dek: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly publishedAtText: string | null;
  readonly publishedOn: string | null;
  readonly language: string | null;
}

type Linked = Readonly<Record<string, unknown>>;
const ARTICLE_TYPE = /(?:Article|NewsArticle|Posting|Report|PressRelease|WebPage)$/;

export function metadataOf(page: Page): PageMetadata {
  const linked = linkedArticle(page);
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found =
        attribute(page.query(`meta[property="${name}"]`), 'content') ??
        attribute(page.query(`meta[name="${name}"]`), 'content') ??
        attribute(page.query(`meta[itemprop="${name}"]`), 'content');
      if (found) return found;
    }
    return null;
  };
  const time = page.queryAll('time').map((node) => ({
    stamp: attribute(node, 'datetime'),
    words: node.textContent?.replace(/\s+/g, ' ').trim() || null,
  }));
  const stamps = [
    text(linked?.dateModified),
    meta('article:modified_time', 'og:updated_time', 'dateModified', 'lastmod'),
    text(linked?.datePublished),
    meta('article:published_time', 'datePublished', 'date', 'pubdate', 'publish-date', 'parsely-pub-date', 'dc.date'),
    ...time.map(({ stamp }) => stamp),
  ].flatMap((stamp) => (stamp ? [stamp] : []));
  const printed = time.find(({ words }) => words && publicationIn(words))?.words ?? null;
  const told = printed ? publicationIn(printed) : null;
  const instant =
    stamps.map((stamp) => readInstant(stamp.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))).find((stamp) => stamp !== null) ??
    told?.instant ??
    null;
  const site = nameOf(linked?.publisher) ?? meta('og:site_name', 'publisher', 'application-name', 'dc.publisher');
  return {
    title:
      text(linked?.headline) ??
      withoutSite(meta('og:title', 'twitter:title'), site) ??
      withoutSite(page.query('title')?.textContent ?? null, site),
    dek: text(linked?.description) ?? meta('og:description', 'description'),
    publisher: site,
    url: attribute(page.query('link[rel="canonical"]'), 'href') ?? meta('og:url'),
    author: nameOf(linked?.author) ?? meta('author', 'article:author', 'byl'),
    publishedAt: instant,
    publishedAtText: printed ?? stamps[0] ?? null,
    publishedOn: told?.day ?? dayIn(stamps[0]),
    language:
      attribute(page.query('html'), 'lang')?.split(/[-_]/)[0]?.toLowerCase() ??
      text(linked?.inLanguage)?.split('-')[0] ??
      null,
  };
}

const dayIn = (stamp: string | undefined): string | null =>
  /^\d{4}-\d{2}-\d{2}/.exec(stamp ?? '')?.[0] ?? (stamp ? (publicationIn(stamp)?.day ?? null) : null);

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

function nameOf(value: unknown): string | null {
  if (Array.isArray(value))
    return (
      value
        .map(nameOf)
        .filter((name) => name !== null)
        .join(', ') || null
    );
  return typeof value === 'object' && value !== null ? text((value as Linked).name) : text(value);
}

/** The first article among a page's linked data, wherever it lies in lists and graphs. */
function linkedArticle(page: Page): Linked | null {
  for (const script of page.queryAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(script.textContent ?? '');
    } catch {
      // Broken linked data is common and says nothing of the article; the rest of the head still does.
      continue;
    }
    const queue: unknown[] = [value];
    for (let seen = 0; queue.length > 0 && seen < 500; seen++) {
      const item = queue.shift();
      if (Array.isArray(item)) queue.push(...item.slice(0, 100));
      else if (typeof item === 'object' && item !== null) {
        const linked = item as Linked;
        const types = [linked['@type']].flat().filter((type) => typeof type === 'string');
        if (types.some((type) => ARTICLE_TYPE.test(type as string)) && text(linked.headline)) return linked;
        if (linked['@graph']) queue.push(linked['@graph']);
      }
    }
  }
  return null;
}

/** `Profit doubles | Example News` and `Profit doubles - Example News` without the site. */
function withoutSite(title: string | null, site: string | null): string | null {
  const line = title?.replace(/\s+/g, ' ').trim();
  if (!line || /^(?:document|untitled)$/i.test(line)) return null;
  const named = site && line.toLowerCase().endsWith(site.toLowerCase()) ? line.slice(0, -site.length) : null;
  if (named && /\s[-|–—:·]\s*$/.test(named)) return named.replace(/\s+[-|–—:·]\s*$/, '');
  return line.replace(/\s+[|–—]\s+[^|–—]{2,40}$/, '');
}
