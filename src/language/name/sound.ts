/** A rough key of how a name sounds in English: first letter, consonants, doubles and silent letters gone. */
export function soundOf(name: string): string {
  const letters = name
    .replace(/[^a-z]/g, '')
    .replace(/ph/g, 'f')
    .replace(/ck|q|c(?=[aou])/g, 'k')
    .replace(/sch|sh|cz|tz/g, 's')
    .replace(/[wv]/g, 'v')
    .replace(/[zs]+/g, 's')
    .replace(/[dt]+/g, 't');
  return (
    letters.slice(0, 1) +
    letters
      .slice(1)
      .replace(/[aeiouyh]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}
