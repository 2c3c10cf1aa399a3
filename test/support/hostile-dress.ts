import { ImportFormat } from '../../src/domain/import-format';
import { pdfOf } from './pdf';

/** A hostile text as the content of a file: of each format in one way at least, whole and cut into very many parts. */
export interface Dress {
  readonly name: string;
  readonly format: ImportFormat;
  readonly bytesOf: (text: string) => Buffer;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Its lines, or stretches where it has few. */
function partsOf(text: string): string[] {
  const lines = text.split(/\n+/).filter(Boolean);
  return lines.length > 10 ? lines : (text.match(/.{1,60}/gsu) ?? []);
}

const voice = (index: number): string => ['Ann Lee', 'Bo Ek', 'Operator'][index % 3] as string;
const EVENT = { year: 2024, quarter: 4, conference_date: '2025-02-13T17:00:00-05:00' };

export const DRESSES: readonly Dress[] = [
  { name: 'article', format: ImportFormat.ARTICLE_TEXT, bytesOf: (text) => Buffer.from(`A headline\n\n${text}`) },
  { name: 'transcript', format: ImportFormat.TRANSCRIPT_TEXT, bytesOf: (text) => Buffer.from(text) },
  {
    name: 'one turn of a transcript',
    format: ImportFormat.TRANSCRIPT_TEXT,
    bytesOf: (text) =>
      Buffer.from(
        `Operator: Good day, and welcome.\nAnn Lee: ${text}\nBo Ek: Why?\nAnn Lee: So.\nOperator: Thank you.\n`,
      ),
  },
  {
    name: 'paragraphs of a page',
    format: ImportFormat.ARTICLE_HTML,
    bytesOf: (text) =>
      Buffer.from(
        `<html><body>${partsOf(text)
          .map((part) => `<p>${escaped(part)}</p>`)
          .join('')}</body></html>`,
      ),
  },
  {
    name: 'one paragraph of a page',
    format: ImportFormat.ARTICLE_HTML,
    bytesOf: (text) => Buffer.from(`<html><body><h1>A headline</h1><p>${escaped(text)}</p></body></html>`),
  },
  {
    name: 'voices with numbers',
    format: ImportFormat.TRANSCRIPT_DIARIZED,
    bytesOf: (text) => json({ speakers: partsOf(text).map((part, i) => ({ speaker: `spk0${i % 5}`, text: part })) }),
  },
  {
    name: 'one turn of a voice',
    format: ImportFormat.TRANSCRIPT_DIARIZED,
    bytesOf: (text) =>
      json({ speakers: [text, 'Why?', 'So.'].map((words, i) => ({ speaker: `spk0${i % 2}`, text: words })) }),
  },
  {
    name: 'FMP',
    format: ImportFormat.FMP,
    bytesOf: (text) =>
      json([
        { symbol: 'BRKL', quarter: 3, year: 2024, date: '2024-10-29 17:00:00', content: `Operator: Hi.\n${text}` },
      ]),
  },
  {
    name: 'Alpha Vantage',
    format: ImportFormat.ALPHA_VANTAGE,
    bytesOf: (text) =>
      json({
        symbol: 'QNTA',
        quarter: '2024Q1',
        transcript: partsOf(text).map((content, i) => ({
          speaker: voice(i),
          title: 'Analyst',
          content,
          sentiment: '0',
        })),
      }),
  },
  {
    name: 'API Ninjas',
    format: ImportFormat.API_NINJAS,
    bytesOf: (text) =>
      json({ date: '2024-10-24', ticker: 'HLVR', year: '2024', quarter: '3', transcript: `Operator: Hi.\n${text}` }),
  },
  {
    name: 'API Ninjas, split',
    format: ImportFormat.API_NINJAS,
    bytesOf: (text) =>
      json({
        date: '2024-10-24',
        ticker: 'HLVR',
        year: '2024',
        quarter: '3',
        transcript: text,
        transcript_split: partsOf(text).map((part, i) => ({
          speaker: voice(i),
          company: 'Acme',
          role: 'CEO',
          text: part,
        })),
      }),
  },
  { name: 'EarningsCall, text', format: ImportFormat.EARNINGSCALL, bytesOf: (text) => json({ event: EVENT, text }) },
  {
    name: 'EarningsCall, speakers',
    format: ImportFormat.EARNINGSCALL,
    bytesOf: (text) =>
      json({
        event: EVENT,
        speakers: partsOf(text).map((part, i) => ({ speaker: `spk${i % 40}`, text: part })),
        speaker_name_map_v2: { spk1: { name: 'Operator' }, spk2: { name: 'Ann Lee', title: 'CEO' } },
      }),
  },
  {
    name: 'EarningsCall, words',
    format: ImportFormat.EARNINGSCALL,
    bytesOf: (text) => {
      const words = text.split(/\s+/).filter(Boolean);
      return json({ event: EVENT, speakers: [{ speaker: 'spk01', words, start_times: words.map((_, i) => i) }] });
    },
  },
  {
    name: 'Finnhub',
    format: ImportFormat.FINNHUB,
    bytesOf: (text) =>
      json({
        symbol: 'BRKL',
        year: 2020,
        quarter: 1,
        time: '2020-01-28 21:35:45',
        title: 'BRKL - Earnings call Q1 2020',
        participant: partsOf(text).map((part) => ({ name: part.slice(0, 40), description: 'CEO', role: 'executive' })),
        transcript: partsOf(text).map((part, i) => ({
          name: voice(i),
          speech: [part],
          session: 'management_discussion',
        })),
      }),
  },
  {
    name: 'Quartr',
    format: ImportFormat.QUARTR,
    bytesOf: (text) => {
      const parts = partsOf(text);
      const paragraphs = parts.map((part, i) => ({ speaker: i % 3, start: i, end: i + 1, text: part, sentences: [] }));
      const mapping = [0, 1, 2].map((i) => ({
        speaker: i,
        speaker_data: { name: voice(i), role: 'CEO', company: 'Acme' },
      }));
      return json({
        version: '1',
        event_id: 7,
        company_id: 3,
        speaker_mapping: mapping,
        transcript: { text, number_of_speakers: 3, paragraphs },
      });
    },
  },
  {
    name: 'Quartr, live',
    format: ImportFormat.QUARTR,
    bytesOf: (text) =>
      Buffer.from(
        partsOf(text)
          .map((t, i) => `${JSON.stringify({ s: i, e: i + 1, p: i >> 2, t, S: i % 3 })}\n`)
          .join(''),
      ),
  },
  {
    name: 'Aiera',
    format: ImportFormat.AIERA,
    bytesOf: (text) =>
      json(
        partsOf(text).map((part, i) => ({
          event_id: 99,
          transcript_item_id: i + 1,
          transcript: part,
          timestamp: '2024-05-02T12:00:00Z',
          start_ms: i,
          duration_ms: 1,
          speaker_id: i % 3,
          speaker_name: voice(i),
          speaker_title: null,
          transcript_section: 'presentation',
        })),
      ),
  },
  {
    name: 'S&P',
    format: ImportFormat.SP_KFINANCE,
    bytesOf: (text) =>
      json({
        event: {
          name: 'Vesper Mills, Inc., Q3 2023 Earnings Call, Nov 02, 2023',
          key_dev_id: 42,
          datetime: '2023-11-02T21:00:00+00:00',
        },
        transcript: partsOf(text).map((part, i) => ({
          person_name: voice(i),
          text: part,
          component_type: 'Presenter Speech',
        })),
      }),
  },
  {
    name: 'PDF',
    format: ImportFormat.TRANSCRIPT_PDF,
    bytesOf: (text) => {
      const lines = partsOf(text.replace(/[^\n\x20-\x7e]/g, '?')).map((part) => part.slice(0, 90));
      const pages: string[][] = [];
      for (let i = 0; i < lines.length; i += 50) pages.push(lines.slice(i, i + 50));
      return pdfOf(pages);
    },
  },
  {
    name: 'inline XBRL',
    format: ImportFormat.SEC_IXBRL,
    bytesOf: (text) =>
      Buffer.from(
        `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body>${partsOf(text)
          .map((part) => `<p>${escaped(part)}</p>`)
          .join('')}</body></html>`,
      ),
  },
];
