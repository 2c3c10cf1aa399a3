import { DocumentKind } from '../../domain/document.entity';
import { ImportFormat } from '../../domain/import-format';
import { FaultList, ImportError } from '../fault';
import { type Block, type FiledFactRow, type NeutralDocument, NO_METADATA } from '../neutral-document';
import type { Source } from '../source';
import { type ConceptNote, readCompanyFacts } from './companyfacts/fact-row';
import { quoteLongNumbers } from './companyfacts/long-number';
import type { DocumentFormat } from './format';

/**
 * What the SEC collects of a company: `https://data.sec.gov/api/xbrl/companyfacts/CIK##########.json`, or of one concept of it,
 * `companyconcept/CIK##########/us-gaap/Assets.json`, which has the same rows one level higher. Every row of every
 * taxonomy, concept and unit is read, each filing of a number as a row of its own. One row that cannot be right makes the
 * file one that cannot be trusted: it is refused whole, with a list of what is wrong and where.
 */
export const secCompanyfactsFormat: DocumentFormat = {
  name: ImportFormat.SEC_COMPANYFACTS,
  largest: 128 * 1024 * 1024,
  recognises,
  parse: (source) => [parseCompanyFacts(source)],
};

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const parseText = (text: string): unknown => JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

function recognises(source: Source): number {
  // Its two names stand in any such file; looking for them first spares other JSON the parsing.
  const head = Buffer.from(source.bytes.subarray(0, 100_000)).toString('latin1');
  if (!/^[^{]{0,64}\{/.test(head) || !/"(?:facts|units)"/.test(head)) return 0;
  const parsed = source.json((bytes) => parseText(decode(bytes)));
  if (!('value' in parsed) || !isRecord(parsed.value)) return looksCut(head) ? 0.6 : 0;
  const { cik, entityName } = parsed.value;
  return isRecord(factsOf(parsed.value)) && (cik !== undefined || entityName !== undefined) ? 0.99 : 0;
}

/** A download that broke off is still told apart, so that whoever imports it learns what it is and where it ends. */
const looksCut = (head: string): boolean => /^\uFEFF?\s*\{\s*"cik"\s*:/.test(head) && head.includes('"entityName"');

function parseCompanyFacts(source: Source): NeutralDocument {
  const file = parseFile(source);
  if (!isRecord(file)) throw new ImportError([{ path: '', message: 'must be an object with `facts`' }], source.name);
  const faults = new FaultList();
  const cik = readCik(file.cik, faults);
  const name = typeof file.entityName === 'string' ? file.entityName.trim() : '';
  const facts = factsOf(file);
  if (!isRecord(facts)) faults.add('facts', 'must be an object of taxonomies');
  faults.refuse(source.name);
  const { rows, notes } = readCompanyFacts(facts as Record<string, unknown>, faults);
  faults.refuse(source.name);
  const title = `Company facts of ${name || `CIK ${cik}`}`;
  return {
    format: ImportFormat.SEC_COMPANYFACTS,
    formatConfidence: 1,
    kind: DocumentKind.FILING,
    ...describe(title, notes),
    metadata: {
      ...NO_METADATA,
      title,
      publisher: 'U.S. Securities and Exchange Commission',
      language: 'en',
      companyName: name || null,
      cik,
      // It is as new as the last filing in it.
      publishedOn: lastFiled(rows),
    },
    turns: null,
    facts: rows,
    warnings: rows.length === 0 ? [{ code: 'NO_FACTS', message: 'The file has no number.' }] : [],
  };
}

function factsOf(file: Record<string, unknown>): unknown {
  const { taxonomy, tag, label, units } = file;
  const isOneConcept = typeof taxonomy === 'string' && typeof tag === 'string' && isRecord(units);
  return isOneConcept ? { [taxonomy]: { [tag]: { label, units } } } : file.facts;
}

/** Numbers too long for a float are read a second time, as text: money must keep its last digit. */
function parseFile(source: Source): unknown {
  const text = source.text(decode);
  if (text.includes('\\u0000'))
    throw new ImportError([{ path: '', message: 'holds the character U+0000, which no text may hold' }], source.name);
  const exact = quoteLongNumbers(text);
  const parsed = exact.found > 0 ? tryParse(exact.text) : source.json(() => parseText(exact.text));
  if ('value' in parsed) return parsed.value;
  throw new ImportError([{ path: '', message: `is no JSON: ${parsed.error.message}` }], source.name);
}

function tryParse(text: string): { readonly value: unknown } | { readonly error: Error } {
  try {
    return { value: parseText(text) };
  } catch (error) {
    return { error: error as Error };
  }
}

function readCik(value: unknown, faults: FaultList): string {
  // An int in most files, a padded string in some.
  const cik = typeof value === 'number' || typeof value === 'string' ? String(value).replace(/^0+/, '') : '';
  if (!/^[1-9]\d{0,9}$/.test(cik)) faults.add('cik', 'must be the number that the SEC gave the company');
  return cik;
}

function lastFiled(rows: readonly FiledFactRow[]): string | null {
  return rows.reduce<string | null>((last, { filedAt }) => (last === null || filedAt > last ? filedAt : last), null);
}

/** A list of what is in it, for people. Nobody says anything in it, so that no line of it is evidence of words. */
function describe(title: string, notes: readonly ConceptNote[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = [{ kind: 'HEADLINE', start: 0, end: title.length }];
  const lines = [title];
  let start = title.length + 1;
  for (const { concept, label, unit, count, from, to } of notes) {
    const line = `${concept}${label ? ` (${label})` : ''}, ${unit}: ${count} from ${from} to ${to}`;
    lines.push(line);
    blocks.push({ kind: 'FURNITURE', start, end: start + line.length });
    start += line.length + 1;
  }
  return { text: `${lines.join('\n')}\n`, blocks };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
