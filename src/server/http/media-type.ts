/** The two forms of a GraphQL answer; the older one is the default, as "GraphQL over HTTP" has it. */
export const ANSWER_TYPES = ['application/json', 'application/graphql-response+json'] as const;
export type AnswerType = (typeof ANSWER_TYPES)[number];

const cache = new Map<string, AnswerType | null>();

/** Which form the client prefers; null when it accepts neither. */
export function chooseAnswerType(accept: string | undefined): AnswerType | null {
  if (accept === undefined || accept === '*/*') return 'application/json';
  const known = cache.get(accept);
  if (known !== undefined) return known;
  const chosen = preferredType(accept, ANSWER_TYPES) as AnswerType | null;
  // Clients send a handful of values; whoever makes up others does not get to fill the memory.
  if (cache.size < 100) cache.set(accept, chosen);
  return chosen;
}

/** Whether a person with a browser asks: only browsers name text/html. */
export function prefersHtml(accept: string | undefined): boolean {
  return (
    accept?.includes('text/html') === true && preferredType(accept, [...ANSWER_TYPES, 'text/html']) === 'text/html'
  );
}

/** The offer with the highest quality; the more exact range counts, and of equals the one that the client names first. */
function preferredType(accept: string, offers: readonly string[]): string | null {
  const ranges = accept
    .toLowerCase()
    .split(',')
    .map((part, order) => {
      const [range = '', ...parameters] = part.split(';').map((each) => each.trim());
      const quality = parameters.find((each) => each.startsWith('q='));
      return { range, order, quality: quality ? Number(quality.slice(2)) || 0 : 1 };
    });
  let best: { offer: string; quality: number; order: number } | null = null;
  for (const offer of offers) {
    const range =
      ranges.find((each) => each.range === offer) ??
      ranges.find((each) => each.range === `${offer.split('/')[0]}/*`) ??
      ranges.find((each) => each.range === '*/*');
    if (!range || range.quality <= 0) continue;
    const isBetter =
      !best || range.quality > best.quality || (range.quality === best.quality && range.order < best.order);
    if (isBetter) best = { offer, quality: range.quality, order: range.order };
  }
  return best?.offer ?? null;
}
