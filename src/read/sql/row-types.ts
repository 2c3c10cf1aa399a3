import { types } from 'pg';
import { readInstant } from '../../domain/scalars/instant';

/** Postgres type numbers, from pg_type. */
const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;

/** How column texts become the inner forms of the graph's scalars: days and decimals stay text, instants become ISO text. */
const PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  [INT8]: Number,
  [DATE]: (value) => value,
  [NUMERIC]: (value) => value,
  [TIMESTAMPTZ]: (value) => readInstant(value) ?? value,
};

/** Types whose text is the value already. */
const TEXTS = new Set([DATE, NUMERIC, 25, 1043, 1042, 19, 2950]);

export const rowTypes = {
  /** Null: the text is the value. */
  parserOf(oid: number): ((value: string) => unknown) | null {
    return TEXTS.has(oid) ? null : (this.getTypeParser(oid, 'text') as (value: string) => unknown);
  },
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    return PARSERS[oid] ?? types.getTypeParser(oid, format as 'text');
  },
};
