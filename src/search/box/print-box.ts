import type { BoxTerm } from './box';

/** The text that parses to the same term. Values with spaces stand in quotation marks. */
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
