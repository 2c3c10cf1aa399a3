import * as z from 'zod';
import { type claim, document, type place, type utterance, type value } from './schema-document';
import { factTable } from './schema-fact';
import { list } from './schema-part';
import { analyst, company, event, executive, firm, fiscalQuarter, person } from './schema-reference';

/**
 * The NATIVE form, defined once: what is published in schema/native.schema.json, what a file is held against and the types of what
 * it holds come from here. Things are tied by natural keys only. What may be left out is optional; nothing is filled in while reading,
 * since a document is known by its digest.
 */
export const nativeFile = z.strictObject({
  $schema: z.string().max(300).describe('where this schema is, for editors').optional(),
  format: z.literal('earshot/1').describe('name and version of the format: earshot/1'),
  note: z
    .union([z.string(), list(z.string(), 'lines')])
    .describe('words for readers of the file; not imported')
    .optional(),
  companies: list(company, 'companies and other organisations').optional(),
  people: list(person, 'human beings; whoever is named anywhere must stand here or be stored already').optional(),
  firms: list(firm, 'houses that analysts speak for').optional(),
  executives: list(executive, 'people in office, with the days').optional(),
  analysts: list(analyst, 'people who comment for a firm').optional(),
  quarters: list(fiscalQuarter, 'fiscal quarters with their real days').optional(),
  events: list(event, 'calls and other occasions').optional(),
  documents: list(document, 'sources with what was found in them').optional(),
  facts: list(factTable, 'filed numbers, a table for each company').optional(),
});

export type NativeFile = z.infer<typeof nativeFile>;
export type NativeCompany = z.infer<typeof company>;
export type NativeEvent = z.infer<typeof event>;
/** Words that are looked up, or offsets in Unicode code points, or both, which then have to agree. */
export type NativePlace = z.infer<typeof place>;
export type NativeDocument = z.infer<typeof document>;
export type NativeUtterance = z.infer<typeof utterance>;
export type NativeValue = z.infer<typeof value>;
/** A value, or at least one bound of a range. */
export type NativeClaim = z.infer<typeof claim>;
/** Columnar, as companyfacts have them: `filings` once each, rows refer to them by accession number. */
export type NativeFacts = z.infer<typeof factTable>;
