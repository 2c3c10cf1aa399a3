import type { Build, BuildReader } from './build';
import { findSubjects, QUESTIONS, type Question, type Subjects } from './questions';

export interface PageFigures {
  readonly question: string;
  /** Median milliseconds of each build, one question after the other on one connection; null where nothing is stored that it could be about. */
  readonly ms: readonly (number | null)[];
  /** The median of quotients of questions asked side by side, in the second build to the first. */
  readonly ratio: number | null;
  readonly counts?: true;
}

const ROUNDS = 60;

/** Asks the same of all builds in turn. `onlyOld`: what builds before this order know. */
export async function measurePages(builds: readonly Build[], onlyOld: boolean): Promise<PageFigures[]> {
  const readers: BuildReader[] = [];
  for (const build of builds) readers.push(await build.openReader());
  const figures: PageFigures[] = [];
  try {
    const subjects: Subjects[] = [];
    for (const { client } of builds) subjects.push(await subjectsOf(client, subjects[0], onlyOld));
    for (const question of QUESTIONS.filter(({ isOld }) => isOld || !onlyOld)) {
      const times = await measure(question, readers, subjects);
      const ratios =
        builds.length > 1 && times.every(({ length }) => length > 0)
          ? times[0]!.map((ms, i) => times[1]![i]! / ms)
          : [];
      figures.push({
        question: question.name,
        ms: times.map((list) => (list.length > 0 ? Number(median(list).toFixed(3)) : null)),
        ratio: ratios.length > 0 ? Number(median(ratios).toFixed(2)) : null,
        ...(question.counts ? { counts: true } : {}),
      });
    }
  } finally {
    for (const reader of readers) await reader.close();
  }
  return figures;
}

async function measure(
  question: Question,
  readers: readonly BuildReader[],
  subjects: readonly Subjects[],
): Promise<number[][]> {
  const times = readers.map((): number[] => []);
  for (let round = -5; round < ROUNDS; round++) {
    const texts = subjects.map((own) => question.text(own, Math.abs(round)));
    for (const i of round % 2 ? readers.keys() : [...readers.keys()].reverse()) {
      const text = texts[i];
      if (text == null) continue;
      const started = performance.now();
      await readers[i]!.ask(text);
      if (round >= 0) times[i]!.push(performance.now() - started);
    }
  }
  return times;
}

/** What Postgres does for each question, once it has been asked: by the question's name, statement for statement. */
export async function explainPages(build: Build): Promise<Record<string, string[]>> {
  const subjects = await findSubjects(build.client);
  const reader = await build.openReader();
  const plans: Record<string, string[]> = {};
  try {
    for (const question of QUESTIONS) {
      const text = question.text(subjects, 1);
      if (text === null) continue;
      await reader.ask(text);
      plans[question.name] = (await reader.explain(text)).flatMap(({ label, lines }) => [`-- ${label}`, ...lines]);
    }
  } finally {
    await reader.close();
  }
  return plans;
}

/** An older build has no counts by quarter, and is asked of the same companies. */
const subjectsOf = (client: Build['client'], first: Subjects | undefined, onlyOld: boolean) =>
  onlyOld && first ? first : findSubjects(client, first?.symbols);

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
