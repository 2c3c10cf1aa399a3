import { type Command, InvalidArgumentError } from 'commander';
import { readDay } from '../domain/fiscal/day';
import { EXIT_CODES, OperatorError } from '../platform/operator-error';
import { answerAsCsv } from './answer-csv';
import { describeAnswer } from './answer-text';
import { ASK_QUERY, type AskAnswer } from './ask-query';
import { examples, JSON_OPTION, print } from './output';
import { readPageSize } from './page-size';
import { runQuery } from './run-query';

interface AskOptions {
  readonly asOf?: string;
  readonly limit: number;
  readonly csv?: boolean;
  readonly json?: boolean;
}

export function addAsk(program: Command): void {
  program
    .command('ask')
    .description('answer a question in plain words: who said what, where it stands, and how the question was read')
    .argument('<question...>', 'the question, in quotation marks or not')
    .option('--as-of <day>', 'the day on which it is asked, YYYY-MM-DD; today when left out', readDayOption)
    .option('--limit <count>', 'at most so many, up to 200', readPageSize, 20)
    .option('--csv', 'print what was found as CSV')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot ask all Zuckerberg statements about compute in Q4 2024':
          'the words with speaker, office, quarter and document',
        'earshot ask "What did CFOs say about tariffs last quarter?" --as-of 2025-05-20': 'as it was asked on that day',
        'earshot ask "Meta revenue over the past two years" --csv': 'for a spreadsheet',
      }),
    )
    .action(ask);
}

async function ask(words: readonly string[], { asOf, limit, csv, json }: AskOptions): Promise<void> {
  if (csv && json) throw new OperatorError('usage', 'Choose one of --csv and --json.');
  const variables = { question: words.join(' '), asOf: asOf ?? null, limit };
  const { ask: answer } = await runQuery<{ ask: AskAnswer }>(ASK_QUERY, variables);
  if (answer.interpretation.target === 'NOTHING') process.exitCode = EXIT_CODES.usage;
  if (csv) process.stdout.write(answerAsCsv(answer));
  else print(json, answer, describeAnswer(answer));
}

function readDayOption(text: string): string {
  if (readDay(text) === null) throw new InvalidArgumentError('Give a day such as 2025-01-29.');
  return text;
}
