const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  couple: 2,
};

/** A small whole number in words or digits, as part of a pattern. */
export const NUMBER = String.raw`(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple\s+of)`;

export function numberOf(word: string): number {
  return NUMBERS[word.toLowerCase().split(/\s/)[0] ?? ''] ?? Number(word);
}
