import { EventType } from '../../../domain/event.entity';
import { readWrittenDay } from '../../../language/day';
import { type DocumentMetadata, NO_METADATA } from '../../neutral-document';
import type { ParseHints } from '../format';

const YEAR = String.raw`(?:fiscal )?(?:year )?(?:FY ?)?['’]?(\d{4}|\d{2})`;
const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };
const QUARTER_WORDS = new RegExp(
  `\\b(first|second|third|fourth)[ -]quarter(?:,? (?:and full[ -]year|of|for|results|earnings))?,? (?:the )?${YEAR}\\b`,
  'i',
);
const QUARTER_SIGN = new RegExp(`\\b(?:F?Q([1-4])|([1-4])Q),?[ '’]{0,2}${YEAR}\\b`, 'i');
const YEAR_FIRST = /\b(?:FY ?)?(\d{4})[ -](?:Q([1-4])|(first|second|third|fourth)[ -]quarter)\b/i;
const EXCHANGE = String.raw`(?:(?:NASDAQ|NYSE|NYSE American|NYSEARCA|AMEX|OTC\w*|TSX|LSE|ASX|XETRA|SWX|EPA)(?:GS|GM|CM)?\s?:\s?)`;
// Some pages print the day's change of the share beside its symbol.
const COMPANY = new RegExp(
  `^(.{2,80}?)\\s{0,2}\\(\\s?(?:${EXCHANGE})?([A-Z][A-Z0-9]{0,5}(?:[.-][A-Z]{1,2})?)(?:\\s[+−-]?\\d{1,3}(?:\\.\\d{1,2})?%)?\\s?\\)`,
);
/** `Quillmark Foods, Inc. NasdaqGS:QLMK` */
const COMPANY_LISTED = new RegExp(
  `^(.{2,80}?)\\s(?:${EXCHANGE.replace('NASDAQ|', 'NASDAQ|Nasdaq|')})([A-Z][A-Z0-9]{0,5})$`,
);
/** `Q4 2024 Quillmark Foods Inc Earnings Call`: the name behind the quarter. */
const COMPANY_BEHIND =
  /^(?:F?Q[1-4]|[1-4]Q|(?:first|second|third|fourth)[ -]quarter)(?: of)?(?: fiscal)?(?: year)?,? ?(?:FY ?)?['’]?(?:\d{4}|\d{2}),? (.{2,80}?) (?:earnings|results|financial results|conference call|call)\b/i;
/** A line that is a firm's full name, by its legal form. */
const FIRM_LINE =
  /^([\p{Lu}\d][\p{L}\p{N}&.,'’ -]{1,70} (?:Inc|Corp|Corporation|Limited|Ltd|plc|PLC|N\.V|S\.A|AG|SE|LLC|L\.P|Company|Co|Holdings?|Group)\.?)$/u;
/** What stands before a quarter or a year and is no name: another period, a month, a heading. */
const NO_COMPANY =
  /^(?:F?Q[1-4]|[1-4]Q|FY|FQ|CY|first|second|third|fourth|full|half|fiscal|year|quarter|january|february|march|april|may|june|july|august|september|october|november|december|transcript|edited|final|preliminary|results|annual|interim|quarterly|webcast|presentation|earnings|conference|call|event|date|the)\b|\d{2}$/i;
/** Small words that stand inside names. */
const NAME_WORD =
  /^(?:[\p{Lu}\d][\p{L}\p{N}&.,'’!+/-]*|&|and|of|the|plc|de|du|des|der|van|von|for|in|e|y|di|da|[a-z]{1,3}[\p{Lu}][\p{L}]*)$/u;
const COMPANY_BEFORE =
  /^(?:#{1,3} )?(.{2,80}?),? (?:FY ?)?(?:Q[1-4]\b|[1-4]Q\d|(?:first|second|third|fourth)[ -]quarter|(?:full|half)[ -]year|20\d\d|earnings (?:conference )?call)/i;

/** `Quillmark Foods_20260311`: how files of transcripts are called. */
const NAME_AND_DAY = /^(.{2,80}?)_(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/** What the lines above the first turn say of the company, the quarter, the event and its day. Hints fill what they leave open. */
export function metadataOfHead(lines: readonly string[], hints: ParseHints): DocumentMetadata {
  const head = joinBrackets(lines)
    .map((line) => line.replace(/^#{1,6}\s+|\*\*|__/g, '').trim())
    .filter((line) => line.length > 0 && line.length < 200);
  const all = head.join('\n');
  const company = head.map((line) => COMPANY.exec(line) ?? COMPANY_LISTED.exec(line)).find((match) => match !== null);
  const filed = head.map((line) => NAME_AND_DAY.exec(line)).find((match) => match !== null);
  const named =
    company?.[1] ??
    filed?.[1]?.replaceAll('_', ' ') ??
    head.map((line) => COMPANY_BEFORE.exec(line)?.[1]).find((name) => name !== undefined && isCompanyName(name)) ??
    head.map((line) => COMPANY_BEHIND.exec(line)?.[1]).find((name) => name !== undefined && isCompanyName(name)) ??
    head.map((line) => FIRM_LINE.exec(line)?.[1]).find((name) => name !== undefined && isCompanyName(name));
  const title = head.find(
    (line) => /\b(?:call|transcript|conference|meeting|day|results|interview)\b/i.test(line) && line.length < 160,
  );
  return {
    ...NO_METADATA,
    title: title ?? head[0] ?? null,
    url: hints.url,
    publisher: hints.publisher,
    publishedAt: hints.publishedAt,
    language: 'en',
    companyName:
      withoutHolder(named)
        ?.replace(/[:–—-]\s*$/, '')
        .replace(/\bearnings call\b.*/i, '')
        .trim() || null,
    symbol: company?.[2] ?? null,
    period: periodOf(all) ?? hints.period,
    // An interview tells of a quarter's results, and of the call on them, without being it.
    eventType: INTERVIEW.test(title ?? '') ? EventType.INTERVIEW : eventTypeOf(all),
    eventDate:
      head.map(readWrittenDay).find((day) => day !== null) ?? (filed ? `${filed[2]}-${filed[3]}-${filed[4]}` : null),
  };
}

/** A title that calls what stands below it an interview, and no call. */
const INTERVIEW = /^(?!.*\bcall\b).*\binterview\b(?=:|\s(?:with|of)\b|$)/i;

/** `The chief executive of Brindle Motors` before a ticker: whose office it is, where a small word stands before `of`. */
const withoutHolder = (named: string | undefined): string | undefined =>
  named?.replace(/^.*\s\p{Ll}[\p{Ll}-]+\s(?:of|at|for)\s(?=\p{Lu})/u, '');

/** Every word may stand in a name, and no sentence or period is one: `Bakery did well in the`, `Third Quarter`, `APRIL 06`. */
function isCompanyName(words: string): boolean {
  const parts = words.trim().split(/\s+/);
  return (
    !NO_COMPANY.test(words.trim()) &&
    /^[\p{Lu}\d]|^[a-z]{1,3}\p{Lu}/u.test(words) &&
    parts.every((part) => NAME_WORD.test(part))
  );
}

/** A bracket that is spread over lines of its own, as pages that were copied have it, stands in the line before it. */
function joinBrackets(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const end = lines[at]?.trim() === '(' ? lines.slice(at, at + 5).findIndex((line) => line.trim() === ')') : -1;
    if (end < 0 || joined.length === 0) joined.push(lines[at] as string);
    else {
      joined.push(
        `${joined.pop()} ${lines
          .slice(at, at + end + 1)
          .map((line) => line.trim())
          .join(' ')}`,
      );
      at += end;
    }
  }
  return joined;
}

function periodOf(words: string): string | null {
  const spelled = QUARTER_WORDS.exec(words);
  if (spelled) return periodName(spelled[2], ORDINALS[(spelled[1] as string).toLowerCase()]);
  const sign = QUARTER_SIGN.exec(words);
  if (sign) return periodName(sign[3], Number(sign[1] ?? sign[2]));
  const first = YEAR_FIRST.exec(words);
  return first
    ? periodName(first[1], first[2] ? Number(first[2]) : ORDINALS[(first[3] as string).toLowerCase()])
    : null;
}

function periodName(year: string | undefined, quarter: number | undefined): string | null {
  if (!year || !quarter) return null;
  return `FY${year.length === 2 ? `20${year}` : year}Q${quarter}`;
}

function eventTypeOf(words: string): EventType | null {
  if (/\b(?:investor|analyst|capital markets?) day\b/i.test(words)) return EventType.INVESTOR_DAY;
  if (/\b(?:annual|shareholders?|stockholders?|general) (?:general )?meeting\b/i.test(words))
    return EventType.SHAREHOLDER_MEETING;
  if (
    /\b(?:earnings|results)\b.{0,40}\bcall\b|\bearnings (?:call|conference)|\bresults conference\b|\bresults follow[ -]up\b|\bcall transcript\b/i.test(
      words,
    )
  )
    return EventType.EARNINGS_CALL;
  if (/\b(?:conference|symposium|summit|fireside)\b/i.test(words) && !/\bconference call\b/i.test(words))
    return EventType.CONFERENCE;
  return /\bconference call\b/i.test(words) ? EventType.EARNINGS_CALL : null;
}
