import { z } from 'zod';
import { lazily } from '../../../language/lexicon/lexicon-file';
import { readRows } from '../../../language/lexicon/lexicon-row';

/** The codes of ISO 4217, and which of them are words as well. */
const codes = lazily(
  () =>
    new Map(
      readRows('currencies.csv', z.object({ code: z.string().regex(/^[A-Z]{3}$/), word: z.enum(['', 'yes']) })).map(
        ({ code, word }) => [code, word === 'yes'] as const,
      ),
    ),
);

/** The currency that a code in capitals names; null: it is none. */
export function currencyOfCode(text: string): string | null {
  if (!codes().has(text)) return null;
  return text === 'RMB' ? 'CNY' : text;
}

/** TOP and TRY are currencies and words. */
export const isWordToo = (text: string): boolean => codes().get(text) ?? false;
