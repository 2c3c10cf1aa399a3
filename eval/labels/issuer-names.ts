import { isSameCompany } from '../company-name';
import ISSUERS from './issuers.json';

/** The names under which the company of a symbol is known; empty where nobody has written them down. */
export const issuerNames = (symbol: string): string[] =>
  (ISSUERS as Readonly<Record<string, string>>)[symbol]?.split(' | ') ?? [];

/** Whether a printed name, or the symbol itself, is the company of a symbol. */
export const isIssuer = (found: string, symbol: string): boolean =>
  [symbol, ...issuerNames(symbol)].some((name) => isSameCompany(found, name));
