import { GROUPS } from './group-source';
import { part } from './part';

/** Groups are the rows that it shows: what is asked of them decides what is counted. */
export const groupBy = part(GROUPS, (groups) => groups, { rows: 'self' });
