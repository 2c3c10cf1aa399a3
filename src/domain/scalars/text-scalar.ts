import { GraphQLScalarType, Kind } from 'graphql';
import { EarshotError } from '../../platform/errors';
import { shorten } from '../shorten';

interface TextScalar<T> {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL?: string;
  /** What the error tells people to write: `a day such as "2024-12-31"`. */
  readonly example: string;
  /** Whole numbers are read as well; their digits arrive as text, so that none is lost. */
  readonly readsIntegers?: boolean;
  /** Null: the text has no such value. May throw a refusal that says more. */
  read(text: string): T | null;
  /** Takes the raw form that the database gives, too; called once a value of every answer, so it should be cheap. */
  print(value: unknown): string;
}

/** A scalar that travels as text both ways. Numbers with a fraction are refused: JSON would have made them floats. */
export function makeTextScalar<T>(scalar: TextScalar<T>): GraphQLScalarType<T, string> {
  const read = (text: string): T => {
    const value = scalar.read(text);
    if (value === null) throw refuse(scalar, text);
    return value;
  };
  return new GraphQLScalarType<T, string>({
    name: scalar.name,
    description: scalar.description,
    specifiedByURL: scalar.specifiedByURL,
    serialize: (value) => scalar.print(value),
    parseValue: (value) => {
      if (typeof value === 'string') return read(value);
      if (scalar.readsIntegers && Number.isSafeInteger(value)) return read(String(value));
      throw refuse(scalar, value);
    },
    parseLiteral: (literal) => {
      if (literal.kind === Kind.STRING) return read(literal.value);
      if (scalar.readsIntegers && literal.kind === Kind.INT) return read(literal.value);
      throw refuse(scalar, 'value' in literal ? literal.value : literal.kind);
    },
  });
}

/** For values that our own code hands over wrongly: a fault of the program, masked before clients see it. */
export function refusePrinting(name: string, value: unknown): TypeError {
  return new TypeError(`cannot print ${describe(value)} as ${name}`);
}

function refuse(scalar: Pick<TextScalar<unknown>, 'name' | 'example'>, value: unknown): EarshotError {
  return new EarshotError('BAD_USER_INPUT', `${scalar.name} cannot read ${describe(value)}: write ${scalar.example}.`);
}

/** Shortened, so that a megabyte of input is not sent back. */
function describe(value: unknown): string {
  return shorten(JSON.stringify(value) ?? String(value));
}
