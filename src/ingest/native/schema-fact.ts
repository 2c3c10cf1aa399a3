import * as z from 'zod';
import { day, exact, list, object, pattern, slug, words } from './schema-part';

/** Filed numbers. */

const filing = z
  .tuple([
    words('accession number'),
    words('form, such as 10-K'),
    day('day of filing'),
    z.int().nullable().describe('SEC fy of the filing').optional(),
    z.string().nullable().describe('SEC fp of the filing').optional(),
  ])
  .describe('[accession, form, day of filing, fy, fp]');

const factRow = z
  .tuple([
    day('first day').nullable().describe('first day, null for an instant'),
    day('last day'),
    exact('value: an integer, or an exact decimal as a string such as "8.02"'),
    words('accession number of a filing above'),
    z.string().nullable().describe('SEC frame, such as CY2024Q1').optional(),
  ])
  .describe('[first day or null, last day, value, accession, frame]');

const axisOf = (dimension: string): string => dimension.slice(0, dimension.indexOf('='));

export const factTable = object('filed numbers of one company', {
  company: slug,
  filings: list(filing, 'the filings that the numbers come from, each once'),
  series: list(
    object('numbers of one concept in one unit', {
      taxonomy: words('taxonomy, such as us-gaap'),
      concept: words('concept, such as NetIncomeLoss'),
      unit: words('unit, such as USD or USD/shares', 200),
      dimensions: list(
        pattern(/^[^\s=]+=\S(.*\S)?$/, 'axis=member of XBRL, such as srt:StatementGeographicalAxis=country:US'),
        'of which part of the company, by axes of XBRL, each once; the whole when left out',
      )
        .refine((parts) => new Set(parts.map(axisOf)).size === parts.length, 'names an axis twice')
        .optional(),
      rows: list(factRow, 'a row for each filing of each number'),
    }),
    'a series for each concept and unit',
  ),
}).meta({ id: 'factTable' });
