import { EventType } from '../../../domain/event.entity';
import { readDay } from '../../../domain/fiscal/day';
import { isLatest, parsePeriod, printPeriod } from '../../../domain/fiscal/period';
import { ImportFormat } from '../../../domain/import-format';
import { SpeakerRole } from '../../../domain/utterance-enums';
import { isAnalystTitle } from '../../../language/name/title';
import { ImportError } from '../../fault';
import { type DocumentMetadata, type NeutralDocument, NO_METADATA } from '../../neutral-document';
import type { Source } from '../../source';
import { type Table, tableIn } from '../../table';
import type { ParseHints } from '../format';
import { composeTranscript } from '../vendor/compose';

const COLUMNS = {
  speaker: /^(?:speaker|speaker[_ ]?name|name)$/i,
  words: /^(?:text|content|transcript|words|speech|utterance|paragraph)$/i,
  title: /^(?:role|title|speaker[_ ]?(?:role|title)|position)$/i,
  firm: /^(?:firm|affiliation|speaker[_ ]?(?:firm|company))$/i,
  symbol: /^(?:ticker|symbol)$/i,
  company: /^(?:company|company[_ ]?name)$/i,
  day: /^(?:date|event[_ ]?date|call[_ ]?date)$/i,
  period: /^(?:quarter|period|fiscal[_ ]?(?:quarter|period))$/i,
} as const;

type Column = keyof typeof COLUMNS;

/** Whether a text is the table of a call: a row for each turn, with who speaks and the words. */
export const isCallTable = (text: string): boolean => {
  const table = tableIn(text);
  return table !== null && columnOf(table, 'speaker') >= 0 && columnOf(table, 'words') >= 0;
};

const columnOf = ({ header }: Pick<Table, 'header'>, column: Column): number =>
  header.findIndex((name) => COLUMNS[column].test(name));

/** Reads a table of turns; its words are composed as those of vendors’ files are. */
export function readCallTable(source: Source, hints: ParseHints): NeutralDocument {
  const table = tableIn(source.text(), { whole: true });
  if (!table) throw refusal(source, 'is a table whose rows do not all have as many cells as its first');
  const cell = (row: readonly string[], column: Column): string | null => row[columnOf(table, column)]?.trim() || null;
  const turns = table.rows.map((row, i) => {
    const title = cell(row, 'title');
    return {
      label: cell(row, 'speaker'),
      name: cell(row, 'speaker'),
      title: title !== null && isAnalystTitle(title) ? null : title,
      firm: cell(row, 'firm'),
      role: title !== null && isAnalystTitle(title) ? SpeakerRole.ANALYST : null,
      pieces: [cell(row, 'words') ?? ''],
      path: `row ${i + 2}`,
    };
  });
  const only = (column: Column): string | null => {
    const values = new Set(table.rows.flatMap((row) => cell(row, column) ?? []));
    if (values.size > 1)
      throw refusal(
        source,
        `has several calls (${[...values].slice(0, 3).join(', ')}); import each as a file of its own`,
      );
    return [...values][0] ?? null;
  };
  const day = only('day')?.slice(0, 10) ?? null;
  const metadata: DocumentMetadata = {
    ...NO_METADATA,
    url: hints.url,
    publisher: hints.publisher,
    publishedAt: hints.publishedAt,
    language: 'en',
    companyName: only('company'),
    symbol: only('symbol'),
    period: periodOf(only('period')) ?? hints.period,
    eventType: EventType.EARNINGS_CALL,
    eventDate: day !== null && readDay(day) !== null ? day : null,
  };
  return composeTranscript(source, ImportFormat.TRANSCRIPT_TEXT, metadata, turns);
}

function periodOf(text: string | null): string | null {
  try {
    const period = text === null ? null : parsePeriod(text);
    return period === null || isLatest(period) ? null : printPeriod(period);
  } catch {
    return null;
  }
}

const refusal = (source: Source, message: string): ImportError => new ImportError([{ path: '', message }], source.name);
