import type { Command } from 'commander';
import { rebuild, type Verified, verify } from '../ingest/verify/verify';
import { migrate } from '../platform/database/migrate';
import { EXIT_CODES } from '../platform/operator-error';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('compare what is kept beside the words (mentions, places, counts, rollups) with the words themselves')
    .option('--rebuild', 'make anew what differs; imports wait meanwhile')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot verify': 'after a crash of the machine, or changes by hand',
        'earshot verify --rebuild': 'and mend it',
        'earshot verify --json': 'for a script',
      }),
    )
    .addHelpText(
      'after',
      '\nReads all of the words, and writes nothing unless told to. Exit code 9 where something differs and was not mended.',
    )
    .action(runVerify);
}

async function runVerify({ rebuild: mend = false, json }: { rebuild?: boolean; json?: boolean }): Promise<void> {
  const verified = await withDatabase(async ({ url }, { log }) => {
    await migrate(url, log);
    return mend ? rebuild(url) : verify(url);
  });
  const differing = verified.filter(({ differences }) => differences > 0);
  if (differing.length > 0 && !mend) process.exitCode = EXIT_CODES.differs;
  print(
    json,
    { rebuilt: mend, verified },
    differing.length > 0 ? differing.flatMap((one) => describe(one, mend)) : ['all is as the words say'],
  );
}

function describe({ name, differences, examples: told }: Verified, mended: boolean): string[] {
  const more = differences > told.length ? [`  and ${differences - told.length} more`] : [];
  return [
    `${name}: ${differences} differ${differences === 1 ? 's' : ''}${mended ? ', made anew' : ''}`,
    ...told.map(
      ({ subject, kept, real }) => `  ${subject}: ${kept ?? 'nothing'} is kept, ${real ?? 'nothing'} is true`,
    ),
    ...more,
  ];
}
