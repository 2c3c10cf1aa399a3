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

export const rowTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    return PARSERS[oid] ?? types.getTypeParser(oid, format as 'text');
  },
};
