import { COUNTED, type ImportSummary, type ItemReport } from '../ingest/import-report';

/** Faults and warnings of one document that are printed; `--json` has all. */
const FEW_NOTES = 5;

/** What became of one document, for people: a line, and one below it for each fault and warning. */
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
  return head + notes.map((note) => `\n    ${note}`).join('');
}

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
