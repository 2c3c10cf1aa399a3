/** The XML namespaces that a report declares, and what their prefixes stand for whatever they are called. */
export class Namespaces {
  readonly #uris = new Map<string, string>();
  readonly #kinds = new Map<string, XbrlElement | null>();

  /** Reports declare theirs once, on the root; the first to take a prefix keeps it. */
  declare(attributes: Readonly<Record<string, string>>): void {
    for (const [name, uri] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns:')) continue;
      const prefix = name.slice('xmlns:'.length);
      if (!this.#uris.has(prefix)) {
        this.#uris.set(prefix, uri);
        this.#kinds.clear();
      }
    }
  }

  /** The XBRL element of a tag such as `ix:nonfraction`; null for HTML. Names come in lower case. */
  elementOf(tag: string): XbrlElement | null {
    const known = this.#kinds.get(tag);
    if (known !== undefined) return known;
    const colon = tag.indexOf(':');
    const family = colon < 0 ? null : this.#familyOf(tag.slice(0, colon));
    const element = family === null ? null : { family, name: tag.slice(colon + 1) };
    if (this.#kinds.size < 1000) this.#kinds.set(tag, element);
    return element;
  }

  /** Whether a tag says that its number is nil, by whatever prefix the report has for the schema's instances. */
  isNil(attributes: Readonly<Record<string, string>>): boolean {
    return Object.entries(attributes).some(([name, value]) => {
      if (!name.endsWith(':nil') || !/^\s*(?:true|1)\s*$/.test(value)) return false;
      const prefix = name.slice(0, -':nil'.length);
      return (this.#uris.get(prefix) ?? (prefix === 'xsi' ? INSTANCE : '')) === INSTANCE;
    });
  }

  #familyOf(prefix: string): XbrlElement['family'] | null {
    const uri = this.#uris.get(prefix) ?? '';
    if (INLINE.test(uri)) return 'inline';
    if (/\/xbrldi$/.test(uri)) return 'instance';
    return uri === 'http://www.xbrl.org/2003/instance' ? 'instance' : null;
  }

  /** `us-gaap:Revenues` under the taxonomy's usual prefix, whatever the report calls it; custom ones keep their own. */
  conceptOf(name: string): { readonly taxonomy: string; readonly concept: string } | null {
    const parts = /^([^:\s]{1,100}):([^:\s]{1,300})$/.exec(name.trim());
    if (!parts) return null;
    const [, prefix = '', concept = ''] = parts;
    return { taxonomy: usualPrefix(this.#uris.get(prefix.toLowerCase()) ?? '') ?? prefix, concept };
  }

  /** The same for the axes and members of dimensions. */
  print(name: string): string {
    const found = this.conceptOf(name);
    return found ? `${found.taxonomy}:${found.concept}` : name.trim();
  }
}

export interface XbrlElement {
  readonly family: 'inline' | 'instance';
  /** In lower case, without prefix: `nonfraction`, `context`. */
  readonly name: string;
}

const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const INLINE = /^http:\/\/www\.xbrl\.org\/20(08|13)\/inlineXBRL$/;

/** `http://fasb.org/us-gaap/2024` is us-gaap, `http://xbrl.sec.gov/dei/2024` dei, and so on. */
function usualPrefix(uri: string): string | null {
  if (/^https?:\/\/xbrl\.ifrs\.org\/taxonomy\/[\d-]+\/ifrs-full\/?$/.test(uri)) return 'ifrs-full';
  return /^https?:\/\/(?:xbrl\.)?(?:fasb\.org|sec\.gov)\/([a-z-]+)\/[\d-]+(?:q\d)?\/?$/.exec(uri)?.[1] ?? null;
}
