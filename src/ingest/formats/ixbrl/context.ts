import { addDays, readDay } from '../../../domain/fiscal/day';

/** Who, when and of which part: what a fact's contextRef leads to. */
export interface Context {
  readonly entity: string;
  /** Null with an end: an instant. Both null: the context holds for ever. */
  readonly start: string | null;
  readonly end: string | null;
  /** `axis=member`, sorted. */
  readonly dimensions: readonly string[];
}

/** The texts of a context's elements, as they are gathered. */
export interface ContextDraft {
  readonly id: string;
  identifier: string;
  startDate: string | null;
  endDate: string | null;
  instant: string | null;
  isForever: boolean;
  readonly dimensions: string[];
}

export function draftContext(id: string): ContextDraft {
  return { id, identifier: '', startDate: null, endDate: null, instant: null, isForever: false, dimensions: [] };
}

/** The context, or what is wrong with it. */
export function finishContext(draft: ContextDraft): Context | string {
  const entity = draft.identifier.trim();
  const dimensions = [...draft.dimensions].sort();
  if (draft.isForever) return { entity, start: null, end: null, dimensions };
  if (draft.instant !== null) {
    const end = readMoment(draft.instant, true);
    return end === null ? `${quote(draft.instant)} is no day` : { entity, start: null, end, dimensions };
  }
  const start = readMoment(draft.startDate ?? '', false);
  const end = readMoment(draft.endDate ?? '', true);
  if (start === null) return `begins on ${quote(draft.startDate ?? '')}, which is no day`;
  if (end === null) return `ends on ${quote(draft.endDate ?? '')}, which is no day`;
  if (start > end) return `begins on ${start}, after its end on ${end}`;
  return { entity, start, end, dimensions };
}

/** XBRL lets a period end at the midnight that begins the next day. */
function readMoment(text: string, isEnd: boolean): string | null {
  const [, day = '', midnight] = /^(\d{4}-\d{2}-\d{2})(T00:00:00)?/.exec(text.trim()) ?? [];
  if (readDay(day) === null) return null;
  return isEnd && midnight ? addDays(day, -1) : day;
}

const quote = (text: string): string => JSON.stringify(text.slice(0, 40));

/** The texts of a unit's measures. */
export interface UnitDraft {
  readonly id: string;
  readonly numerator: string[];
  readonly denominator: string[];
}

/** As companyfacts writes units: `USD`, `shares`, `USD/shares`, `pure`. */
export function printUnit({ numerator, denominator }: UnitDraft): string {
  const side = (measures: readonly string[]) =>
    measures
      .map((measure) => measure.trim())
      .map((measure) => measure.slice(measure.indexOf(':') + 1))
      .sort()
      .join('*');
  return denominator.length === 0 ? side(numerator) : `${side(numerator)}/${side(denominator)}`;
}
