import { importSources } from '../../src/ingest/import-source';
import { manyDocuments } from './many-documents';

/** A process that imports made-up files and can be killed: DATABASE COUNT SEED. Tells each file that is done by a line. */
const [database = '', count = '0', seed = '0'] = process.argv.slice(2);

importSources(database, manyDocuments(Number(count), Number(seed)), {
  onItem: ({ name, outcome, faults }) => process.stdout.write(`${name} ${outcome} ${JSON.stringify(faults)}\n`),
}).then(
  (summary) => process.stdout.write(`${JSON.stringify(summary)}\n`),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  },
);
