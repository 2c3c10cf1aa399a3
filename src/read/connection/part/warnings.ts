import { value } from '../../edge';
import type { Connection } from '../connection';

/** Known since its arguments were read. */
export const warnings = value<Connection, ['warnings']>(['warnings'], (connection) => connection.warnings);
