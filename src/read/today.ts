const DAY_MS = 86_400_000;
let known = { number: Number.NaN, text: '' };

/** Today in UTC, YYYY-MM-DD. Printed once a day, since every request asks. */
export function today(): string {
  const number = Math.floor(Date.now() / DAY_MS);
  if (number !== known.number) known = { number, text: new Date(number * DAY_MS).toISOString().slice(0, 10) };
  return known.text;
}
