import { importSources } from '../../src/ingest/import-source';
import { manyDocuments } from '../../test/support/many-documents';

const [database = '', files = '0'] = process.argv.slice(2);

importSources(database, manyDocuments(Number(files), 1)).then(({ created }) => {
  if (created !== Number(files)) throw new Error(`${created} of ${files} files were imported`);
  process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
});
