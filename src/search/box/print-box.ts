import type { Box, BoxTerm } from './box';

/** The text that parses to the same box. */
export function printBox({ groups }: Box): string {
  return groups.map((group) => group.map(printTerm).join(' or ')).join(' ');
}

/** Values with spaces stand in quotation marks. */
export function printTerm(term: BoxTerm): string {
  const sign = term.isNegated ? '-' : '';
  switch (term.kind) {
    case 'word':
      return sign + term.text;
    case 'phrase':
      return `${sign}"${term.text}"`;
    case 'operator':
      return `${sign}${term.operator}:${printValue(term.value)}`;
  }
}

export const printValue = (value: string): string => (/^[^\s"“”„]+$/.test(value) ? value : `"${value}"`);
