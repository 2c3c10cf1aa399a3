import type { MentionFinding, Occasion } from '../finding';
import type { Entity } from './entity';
import type { Story } from './story';

/** As much of a text's beginning as may be its headline. */
const HEADLINE_LENGTH = 240;

/** By firm: how many people hold an office that only the document's own company would be quoted for. */
function countOfficers(people: readonly Entity[]): ReadonlyMap<string, number> {
  const officers = new Map<string, number>();
  for (const { firm, title } of people)
    if (firm !== null && title !== null && /\b(?:ceo|cfo|coo|chief|founder|chairman|chairwoman)\b/i.test(title))
      officers.set(firm, (officers.get(firm) ?? 0) + 1);
  return officers;
}

/** The body that the document is about: the occasion's company, else the one named most often, twice at least. */
export function mainBodyOf({ book, text }: Story, { company }: Occasion): Entity | null {
  if (company) {
    const first = company.toLowerCase().split(/[\s,]+/)[0] as string;
    const known = book.organizations.find(({ name }) => name.toLowerCase().split(/\s+/)[0] === first);
    if (known) return known;
  }
  const headline = text.slice(0, HEADLINE_LENGTH).split('\n', 3).join(' ').toLowerCase();
  const heads = new Set(headline.split(/[^\p{L}\p{N}&-]+/u));
  const officers = countOfficers(book.people);
  let [best, most]: [Entity | null, number] = [null, 1];
  for (const entity of book.organizations) {
    const first = (entity.name.split(' ')[0] as string).toLowerCase();
    const isHead = first.length > 2 && heads.has(first);
    const weight = entity.mentions.length + (isHead ? 4 : 0) + (officers.get(entity.name) ?? 0) * 2;
    if (weight > most) [best, most] = [entity, weight];
  }
  return best;
}

export function mentionsOf({ book }: Story): MentionFinding[] {
  return [...book.organizations, ...book.people]
    .filter(({ mentions }) => mentions.length > 0)
    .map(({ name, kind, mentions }) => ({ name, kind, ranges: mentions.map(({ start, end }) => ({ start, end })) }))
    .sort((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0));
}
