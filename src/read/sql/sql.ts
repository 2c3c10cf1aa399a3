/** A value that travels as a parameter, never inside the text. `type` is the Postgres type it is cast to. */
export class Value {
  constructor(
    readonly value: unknown,
    readonly type: string,
  ) {}
}

/** A piece of SQL. Texts come from this code base only; what a client sends is a Value. */
export class Sql {
  constructor(readonly parts: readonly (string | Value)[]) {}
}

/** What is sent: the same text is prepared once per connection under its own name. */
export interface Statement {
  readonly label: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** Planned anew for its values instead of once for all: they say how much it finds, and the best way depends on that. */
  readonly ownPlan?: boolean;
}

export function sql(strings: TemplateStringsArray, ...inserts: readonly (Sql | Value)[]): Sql {
  const parts: (string | Value)[] = [];
  strings.forEach((text, index) => {
    parts.push(text);
    const insert = inserts[index];
    if (insert instanceof Sql) parts.push(...insert.parts);
    else if (insert) parts.push(insert);
  });
  return new Sql(parts);
}

/** For names of this code base: columns, tables, directions. Anything else is refused. */
export function name(text: string): Sql {
  if (!/^[A-Za-z_][\w.]*$/.test(text)) throw new Error(`not a name of ours: ${text}`);
  return new Sql([text]);
}

/** Text that is constant in this code base, such as an ordering expression. */
export const fixed = (text: string): Sql => new Sql([text]);

export const int = (value: number): Value => new Value(value, 'int4');
export const ints = (value: readonly number[]): Value => new Value(value, 'int4[]');
export const bigints = (value: readonly number[]): Value => new Value(value, 'int8[]');
export const text = (value: string): Value => new Value(value, 'text');
export const texts = (value: readonly string[]): Value => new Value(value, 'text[]');
export const instant = (value: string): Value => new Value(value, 'timestamptz');
export const day = (value: string): Value => new Value(value, 'date');

export function join(pieces: readonly Sql[], separator: string): Sql {
  const parts: (string | Value)[] = [];
  pieces.forEach((piece, index) => {
    if (index > 0) parts.push(separator);
    parts.push(...piece.parts);
  });
  return new Sql(parts);
}

/** The label leads the text as a comment, so that pg_stat_statements names the statement. */
export function makeStatement(label: string, body: Sql, ownPlan = false): Statement {
  const values: unknown[] = [];
  const numbers = new Map<Value, number>();
  let out = `/* earshot:${label} */ `;
  for (const part of body.parts) {
    if (typeof part === 'string') {
      out += part;
      continue;
    }
    let number = numbers.get(part);
    if (number === undefined) {
      number = values.push(part.value);
      numbers.set(part, number);
    }
    out += `$${number}::${part.type}`;
  }
  return { label, text: out, values, ownPlan };
}
