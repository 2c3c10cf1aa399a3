/** What can stand before a colon in the search box. */
export const OPERATORS = ['speaker', 'company', 'topic', 'in', 'from', 'to', 'is', 'section', 'firm'] as const;
export type Operator = (typeof OPERATORS)[number];

/** One term of what was typed. */
export type BoxTerm =
  | {
      readonly kind: 'operator';
      readonly operator: Operator;
      readonly value: string;
      readonly isNegated: boolean;
      readonly at: number;
    }
  | { readonly kind: 'word'; readonly text: string; readonly isNegated: boolean; readonly at: number }
  | { readonly kind: 'phrase'; readonly text: string; readonly isNegated: boolean; readonly at: number };

/** Terms that all have to hold; of the terms of one group, any. `at` counts Unicode code points. */
export interface Box {
  readonly groups: readonly (readonly BoxTerm[])[];
}
