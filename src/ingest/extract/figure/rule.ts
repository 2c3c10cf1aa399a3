/**
 * A rule of reading as a row: what it is called, a sentence on which it speaks with what is read there, when it speaks and what it
 * says. Rows stand in an order, and the first that answers wins. A test reads the example of each.
 */
export interface Rule<Given, Told> {
  /** Stable: the evaluation counts how often it is right, `extract --why` prints it. */
  readonly name: string;
  /** A sentence of a call about the third quarter of 2023. */
  readonly example: string;
  /** Each figure of the example, as a line of tests. */
  readonly reads: readonly string[];
  /** Another sentence, on which it has to be silent. */
  readonly not?: string;
  /** What it finds is no figure: none of the example's was read by it. */
  readonly isSilent?: boolean;
  tell(given: Given): { readonly told: Told } | null;
}

interface Row<Given, Told, Found> extends Omit<Rule<Given, Told>, 'tell'> {
  /** What it speaks of, found in what is given; null or false: it does not. */
  readonly when: (given: Given) => Found | null | undefined | false;
  readonly tells: (found: Found, given: Given) => Told;
}

/** Makes a row of a table: `when` finds what `tells` speaks of. */
export function rowsOf<Given, Told>() {
  return <Found>({ when, tells, ...rest }: Row<Given, Told, Found>): Rule<Given, Told> => ({
    ...rest,
    tell(given) {
      const found = when(given);
      return found === null || found === undefined || found === false ? null : { told: tells(found, given) };
    },
  });
}

/** What the first rule that speaks says, with its name; null: none speaks. */
export function firstOf<Given, Told>(
  rules: readonly Rule<Given, Told>[],
  given: Given,
): { readonly told: Told; readonly rule: string } | null {
  for (const rule of rules) {
    const answer = rule.tell(given);
    if (answer) return { told: answer.told, rule: rule.name };
  }
  return null;
}
