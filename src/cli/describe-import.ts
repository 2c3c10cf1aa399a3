import type { FiledDocument } from '../ingest/filed-document';
import { COUNTED, type ImportSummary, type ItemReport } from '../ingest/import-report';

/** Faults and warnings of one document that are printed; `--json` has all. */
const FEW_NOTES = 5;

/** What became of one source, for people: a line, where each of its documents was filed, and a line for each fault and warning. */
export function describeItem(item: ItemReport): string {
  const { name, format, outcome, faults, warnings, statements, analystComments, facts, claims } = item;
  const kept = [
    [statements, 'statements'],
    [analystComments, 'comments'],
    [claims, 'claims'],
    [facts, 'facts'],
  ] as const;
  const words = kept.flatMap(([{ created, updated }, what]) =>
    created + updated > 0 ? `${created + updated} ${what}` : [],
  );
  const notes = [
    ...few(faults.map(({ path, message }) => `${path ? `${path}: ` : ''}${message}`)),
    ...few(warnings.map(({ code, message }) => `${code}: ${message}`)),
  ];
  const head = `${outcome.padEnd(9)} ${name}${format ? ` (${format})` : ''}${words.length > 0 ? `: ${words.join(', ')}` : ''}`;
  return [head, ...item.filed.flatMap(describeFiled), ...notes].join('\n    ');
}

/** Speakers that are printed; `--json` has all. */
const FEW_SPEAKERS = 8;

function describeFiled({ key, id, title, day, companies, quarters, events, speakers, open }: FiledDocument): string[] {
  const named = companies.map(({ name, symbol }) => (symbol === null ? name : `${name} (${symbol})`));
  const people = speakers.slice(0, FEW_SPEAKERS).map(({ name, isKnown, role, title: office, passages }) => {
    const part = [role.toLowerCase(), office, isKnown ? null : 'not known'].filter((word) => word !== null);
    return `${name} (${part.join(', ')}: ${passages})`;
  });
  const more = speakers.length > FEW_SPEAKERS ? [`and ${speakers.length - FEW_SPEAKERS} more`] : [];
  const left = [
    ...(open.speaker > 0 ? [`${passagesOf(open.speaker)} without a speaker`] : []),
    ...(open.company > 0 ? [`${passagesOf(open.company)} without a company`] : []),
    ...(open.quarter > 0 ? [`${passagesOf(open.quarter)} without a quarter`] : []),
    ...(open.claims > 0 ? [`${open.claims} figures without a company`] : []),
    ...(day === null ? ['the day'] : []),
  ];
  return [
    `${id === null ? 'document' : `document ${key}`}: ${title}`,
    `companies: ${named.join(', ') || 'none'}`,
    `quarter: ${quarters.join(', ') || 'none'}; day: ${day ?? 'none'}; event: ${events.map((event) => `${event.title} on ${event.date}`).join(', ') || 'none'}`,
    ...(speakers.length > 0 ? [`speakers: ${[...people, ...more].join(', ')}`] : []),
    ...(left.length > 0 ? [`open: ${left.join(', ')}`] : []),
  ];
}

const passagesOf = (count: number): string => (count === 1 ? '1 passage' : `${count} passages`);

function few(notes: readonly string[]): readonly string[] {
  if (notes.length <= FEW_NOTES) return notes;
  return [...notes.slice(0, FEW_NOTES), `and ${notes.length - FEW_NOTES} more; --json lists all`];
}

/** The sums of a batch, two lines; one more where documents have nothing. */
export function describeSummary(summary: ImportSummary): string[] {
  const { created, updated, unchanged, refused, nothingRead } = summary;
  const counts = COUNTED.map(
    (name) => `${wordsOf(name)} ${summary[name].created}/${summary[name].updated}/${summary[name].unchanged}`,
  );
  return [
    ...(nothingRead > 0 ? [`${nothingRead} with a document from which nothing was read`] : []),
    `${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused, ${summary['set-aside']} set aside`,
    `created/updated/unchanged: ${counts.join(', ')}`,
  ];
}

const wordsOf = (counted: string): string => counted.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
