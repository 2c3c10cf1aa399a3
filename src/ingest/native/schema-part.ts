import * as z from 'zod';
import { readDay } from '../../domain/fiscal/day';
import { readInstant } from '../../domain/scalars/instant';
import { MOST_FAULTS } from '../fault';

/** What the parts of the NATIVE form are made of. Each carries its description into the published schema and into messages. */

/** A list that is no longer looked at once there are more faults than anybody mends in one go: a file of megabytes of `{}` has millions. */
const List = z.core.$constructor<z.ZodArray>('List', (inst, def) => {
  z.ZodArray.init(inst, def);
  inst._zod.parse = (payload, context) => {
    const { value } = payload;
    if (!Array.isArray(value)) {
      payload.issues.push({ code: 'invalid_type', expected: 'array', input: value, inst });
      return payload;
    }
    for (let i = 0; i < value.length && payload.issues.length <= MOST_FAULTS; i++) {
      // Nothing of the form is asynchronous, and what is read is given on as it came: results of items are not gathered.
      const { issues } = def.element._zod.run({ value: value[i], issues: [] }, context) as z.core.ParsePayload;
      if (issues.length > 0) payload.issues.push(...z.core.util.prefixIssues(i, issues));
    }
    return payload;
  };
});

export const list = <T extends z.core.$ZodType>(element: T, description: string): z.ZodArray<T> =>
  new List({ type: 'array', element: element as z.core.$ZodType }).describe(description) as unknown as z.ZodArray<T>;

/** An object that has what is named, and nothing else. */
export const object = <T extends z.core.$ZodLooseShape>(description: string, shape: T) =>
  z.strictObject(shape).describe(description);

/** Longer names cannot be looked up. */
const LONGEST = 300;

/** Words that are not empty, of at most so many characters. */
export function words(description: string, longest: number | null = LONGEST) {
  const some = z.string().min(1, `must have at least 1 character (${description})`);
  const bounded =
    longest === null ? some : some.max(longest, `must have at most ${longest} characters (${description})`);
  return bounded.describe(description);
}

export const pattern = (form: RegExp, description: string) =>
  z
    .string()
    .max(LONGEST, `must have at most ${LONGEST} characters (${description})`)
    .regex(form, `must match ${form.source} (${description})`)
    .describe(description);

const checked = (format: string, isRight: (value: string) => boolean, description: string) =>
  z.string().refine(isRight, `is no ${format} (${description})`).meta({ format, description });

export const day = (description: string) =>
  checked('day', (value) => readDay(value) !== null, `${description}, as YYYY-MM-DD`);

export const instant = (description: string) =>
  checked(
    'instant',
    (value) => readInstant(value) !== null,
    `${description}, ISO 8601 with its offset, such as 2025-01-30T17:14:00+05:30`,
  );

export const address = (description: string) =>
  checked('url', (value) => /^https?:\/\//.test(value) && URL.canParse(value), description).max(
    2000,
    `must have at most 2000 characters (${description})`,
  );

export const code = <const T extends readonly [string, ...string[]]>(values: T, description: string) =>
  z.enum(values).describe(description);

/** One of an enum of the domain. */
export const kind = <T extends Readonly<Record<string, string>>>(values: T, description: string) =>
  z.enum(values).describe(description) as unknown as z.ZodType<`${T[keyof T] & string}`>;

export const slug = pattern(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'slug of a company that stands in this file or is stored already, such as meta',
);

export const currency = (description: string) => pattern(/^[A-Z]{3}$/, description);

export const quarter = pattern(/^FY\d{4}Q[1-4]$/, 'fiscal quarter of the company, such as FY2024Q4');

/** `company/TYPE/day`. */
export const EVENT = /^[a-z0-9-]+\/[A-Z_]+\/\d{4}-\d{2}-\d{2}$/;

/** A whole number, or an exact decimal as text: what JSON writes with a point is not exact. */
export const exact = (description: string) => {
  const allowed = `must be a whole number or an exact decimal as text, such as "8.02" (${description})`;
  return z.union([z.int(), z.string().regex(/^-?\d+(\.\d+)?$/, allowed)], allowed).describe(description);
};

export const share = (description: string) => z.number().min(0).max(1).describe(description);

export const count = (description: string) => z.int().min(0).describe(description);

/** First and last day, each left out where it is not known. */
export const days = {
  from: day('first day; left out where it is not known').optional(),
  to: day('last day, inclusive; left out while it holds').optional(),
};

/** Offsets, words, or both. */
export const span = {
  start: count(
    'offset of the first character in the text of the document, counted in Unicode code points from 0',
  ).optional(),
  end: z.int().min(1).describe('offset behind the last character, in Unicode code points').optional(),
  text: words(
    'the words exactly as they stand in the text; alone they are looked up, beside start and end they are checked',
    null,
  ).optional(),
};
