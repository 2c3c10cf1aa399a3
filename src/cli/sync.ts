import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { printGraph } from '../api/print-graph';

export function addSync(program: Command): void {
  program
    .command('sync')
    .description('for developers: write the generated files under schema/ again')
    .action(() => {
      writeFileSync(join(process.cwd(), 'schema', 'schema.graphql'), printGraph());
    });
}
