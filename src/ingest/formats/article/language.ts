const COMMON: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|of|to|in|that|is|said|for|with)\b/giu,
  de: /\b(?:der|die|und|das|nicht|mit|auf|ist|von|den)\b/giu,
  fr: /\b(?:les|des|est|dans|pour|une|que|qui|sur|du)\b/giu,
  es: /\b(?:los|las|que|del|una|por|con|para|el|se)\b/giu,
};

/** BCP 47 tag by the small words of a text; null where they are too few to tell. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, 2000);
  const counts = Object.entries(COMMON).map(([tag, pattern]) => ({ tag, count: sample.match(pattern)?.length ?? 0 }));
  counts.sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && first.count >= 5 && first.count > (second?.count ?? 0) * 1.3 ? first.tag : null;
}
