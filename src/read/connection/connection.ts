import { NONE, type Warning } from '../warning';

/** What a connection field has opened for one parent. Its parts (`read/connection/part`) load what is asked of it, and show it. */
export abstract class Connection {
  /** The field, and its arguments where they matter: connections of one name are loaded together. */
  abstract readonly name: string;
  /** Of its own arguments, in the order of these; known once it is open. */
  warnings: readonly Warning[] = NONE;
}
