/** A question with how a careful reader takes it; empty fields are left out. Periods are quarters, "2024Q4". */
export interface FairQuestion {
  readonly ask: string;
  readonly asOf?: string;
  readonly reading: FairFields;
  /** Fields read otherwise; objects of differing fields may hold together. */
  readonly alsoFair?: readonly FairFields[];
  readonly note?: string;
}

export type FairFields = Readonly<Record<string, string | readonly string[] | null>>;

/** What was read, in the names of `interpretation`. */
export interface Told {
  readonly target: string;
  readonly text: string | null;
  readonly ignored: readonly string[];
  readonly hint: string | null;
  readonly periods: readonly [string, string] | null;
  readonly saidFrom: string | null;
  readonly saidTo: string | null;
  /** companies, people, firms, topics, metrics, offices, sections, directness, and the same behind "not". */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

const LISTS =
  'companies people firms topics metrics offices sections directness notCompanies notPeople notOffices notTopics'.split(
    ' ',
  );
const SECTIONS = ['PREPARED_REMARKS', 'QUESTION', 'ANSWER', 'OPERATOR', 'ARTICLE', 'UNKNOWN'];
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  statements: ['STATEMENTS'],
  comments: ['ANALYST_COMMENTS', 'EXCHANGES'],
  numbers: ['METRICS'],
  any: ['STATEMENTS', 'ANALYST_COMMENTS', 'EXCHANGES'],
};

/** Whether what was read is one of the fair readings. */
export function isFair(question: FairQuestion, told: Told): boolean {
  return readingsOf(question).some((fair) => isOne(fair, told));
}

/** The reading and every sum of it with other fair fields that do not contradict each other. */
function readingsOf({ reading, alsoFair = [] }: FairQuestion): FairFields[] {
  let sums: { readonly fields: FairFields; readonly changed: ReadonlySet<string> }[] = [
    { fields: reading, changed: new Set() },
  ];
  for (const other of alsoFair) {
    const keys = Object.keys(other);
    const more = sums
      .filter(({ changed }) => keys.every((key) => !changed.has(key)))
      .map(({ fields, changed }) => ({ fields: { ...fields, ...other }, changed: new Set([...changed, ...keys]) }));
    sums = [...sums, ...more];
  }
  return sums.map(({ fields }) => fields);
}

function isOne(fair: FairFields, told: Told): boolean {
  const unread = wordsIn(fair.unreadable);
  if (told.target === 'NOTHING') return unread.length > 0 && told.hint !== null;
  const isNamed = Object.keys(fair).some((key) => key !== 'unreadable' && listOf(fair[key]).length > 0);
  if (!isNamed || !(TARGETS[String(fair.kind ?? 'any')] ?? []).includes(told.target)) return false;
  return (
    LISTS.every((name) => isImplied(name, told) || isSame(wanted(fair, name), told.lists[name] ?? [])) &&
    isSameTime(fair, told) &&
    isSameText(wordsIn(fair.words), unread, told)
  );
}

/** An exchange is a question with its answers: it has no sections to choose from. */
const isImplied = (name: string, { target }: Told) => name === 'sections' && target === 'EXCHANGES';

function wanted(fair: FairFields, name: string): readonly string[] {
  const out = listOf(fair.notSections);
  if (name !== 'sections' || out.length === 0 || listOf(fair.sections).length > 0) return listOf(fair[name]);
  return SECTIONS.filter((section) => !out.includes(section));
}

function isSameTime(fair: FairFields, { periods, saidFrom, saidTo, lists }: Told): boolean {
  if ((fair.saidFrom ?? null) !== saidFrom || (fair.saidTo ?? null) !== saidTo) return false;
  const [from, to] = periods ?? ['', ''];
  // Of one company a bare quarter is its own; of several and of none the calendar's may be meant.
  const isOpen = lists.companies?.length !== 1;
  const same = (read: string, fairly: unknown) =>
    read === (fairly ? `FY${fairly}` : '') || (isOpen && read === `CY${fairly}`);
  return same(from, fair.periodFrom) && same(to, fair.periodTo);
}

/** The same words, and what cannot be read said: searched as text, ignored, or told by a hint. */
function isSameText(words: readonly string[], unread: readonly string[], { text, ignored, hint }: Told): boolean {
  const [searched, told] = [wordsIn(text), wordsIn(`${ignored.join(' ')} ${hint ?? ''}`)];
  if (unread.length === 0) return searched.join(' ') === words.join(' ');
  const rest = searched.filter((word) => !words.includes(word));
  return (
    words.every((word) => searched.includes(word)) &&
    rest.every((word) => unread.includes(word)) &&
    (rest.length > 0 || unread.some((word) => told.includes(word)))
  );
}

/** A "-" at the beginning of a word, which leaves it out, is part of it. */
const wordsIn = (text: unknown): string[] =>
  typeof text === 'string' ? (text.toLowerCase().match(/(?<![\p{L}\p{N}])-?[\p{L}\p{N}]+/gu) ?? []) : [];

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value : typeof value === 'string' && value ? [value] : [];

const isSame = (a: readonly string[], b: readonly string[]) => [...a].sort().join('\n') === [...b].sort().join('\n');
