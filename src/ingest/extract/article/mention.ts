import type { NeutralDocument } from '../../neutral-document';
import type { MentionFinding, Occasion } from '../finding';
import type { Entity } from './entity';
import type { Story } from './story';

/** The body that the document is about: the occasion's company, else the one named most often, twice at least. */
export function mainBodyOf({ book }: Story, { company }: Occasion): Entity | null {
  if (company) {
    const first = company.toLowerCase().split(/[\s,]+/)[0] as string;
    const known = book.organizations.find(({ name }) => name.toLowerCase().split(/\s+/)[0] === first);
    if (known) return known;
  }
  const weight = ({ mentions, name }: Entity): number =>
    mentions.length + (mentions.some(({ paragraph }) => paragraph < 0) ? 1 : 0) + firmCount(book.people, name);
  const [best] = [...book.organizations].sort((a, b) => weight(b) - weight(a));
  return best && weight(best) > 1 ? best : null;
}

const firmCount = (people: readonly Entity[], name: string): number =>
  people.filter(({ firm, title }) => firm === name && title !== null).length * 3;

export function mentionsOf({ book }: Story, _document: NeutralDocument): MentionFinding[] {
  return [...book.organizations, ...book.people]
    .filter(({ mentions }) => mentions.length > 0)
    .map(({ name, kind, mentions }) => ({ name, kind, ranges: mentions.map(({ start, end }) => ({ start, end })) }))
    .sort((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0));
}
