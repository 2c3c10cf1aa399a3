/** Results go to stdout, one JSON text or lines for people; logs and faults go to stderr. */
export function print(json: boolean | undefined, result: unknown, lines: readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : lines.map((line) => `${line}\n`).join(''));
}

/** What every command says of `--json`. */
export const JSON_OPTION = ['--json', 'print JSON, faults on stderr as well'] as const;

/** Examples below a command's help, each with a word on what it does. */
export function examples(list: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(list).map(({ length }) => length));
  const lines = Object.entries(list).map(([command, meaning]) => `  $ ${command.padEnd(width)}  # ${meaning}`);
  return `\nExamples:\n${lines.join('\n')}`;
}
