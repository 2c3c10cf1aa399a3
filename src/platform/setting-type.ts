import { z } from 'zod';

/** The kinds of values that settings take. Each reads the text of a variable and says, when it cannot, what it accepts. */

export function wholeNumber(min: number, max: number, unit = ''): z.ZodType<number, string> {
  const accepts = `must be a whole number from ${min} to ${max}${unit && ` (${unit})`}`;
  return z
    .string()
    .refine((text) => /^\d{1,15}$/.test(text) && Number(text) >= min && Number(text) <= max, accepts)
    .transform(Number);
}

export function oneOf<const T extends readonly [string, ...string[]]>(values: T): z.ZodType<T[number], string> {
  return z.string().transform((text, context) => {
    const found = values.find((value) => value === text.toLowerCase());
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: `must be one of ${values.join(', ')}` });
    return z.NEVER;
  });
}

/** A capability that is on or off; `true`, `1` and `yes` are read too, since every tool spells it differently. */
export function onOff(): z.ZodType<boolean, string> {
  const words: Record<string, boolean> = {
    on: true,
    true: true,
    yes: true,
    1: true,
    off: false,
    false: false,
    no: false,
    0: false,
  };
  return z.string().transform((text, context) => {
    const found = words[text.toLowerCase()];
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: 'must be on or off' });
    return z.NEVER;
  });
}

/** Durations are milliseconds inside; outside they are written with a unit, because a bare 30 has been read both ways before. */
export function duration(min: string, max: string): z.ZodType<number, string> {
  const [least, most] = [parseDuration(min), parseDuration(max)];
  return z.string().transform((text, context) => {
    const milliseconds = parseDuration(text);
    if (milliseconds >= least && milliseconds <= most) return milliseconds;
    context.addIssue({ code: 'custom', message: `must be a duration from ${min} to ${max}, such as 500ms, 30s or 5m` });
    return z.NEVER;
  });
}

const UNITS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** NaN when the text is no duration: every comparison with it is false. */
function parseDuration(text: string): number {
  const [, amount, unit] = /^(\d{1,9})(ms|s|m|h)$/.exec(text) ?? [];
  return amount && unit ? Number(amount) * UNITS[unit]! : Number.NaN;
}

/** A comma-separated list; every part has to be accepted by `part`. */
export function listOf<T>(part: z.ZodType<T, string>): z.ZodType<T[], string> {
  return z.string().transform((text, context) => {
    const values: T[] = [];
    for (const piece of text.split(',').map((each) => each.trim())) {
      if (!piece) continue;
      const result = part.safeParse(piece);
      if (result.success) values.push(result.data);
      else context.addIssue({ code: 'custom', message: `"${piece}" ${result.error.issues[0]?.message}` });
    }
    return values;
  });
}
