import { findUntrueCounts, queryRows } from '../../support/stored';
import { endOf } from '../../support/wait-until';
import { importApart } from '../import-apart';
import { describe, Load, learnAnswers } from '../load';
import { Findings, type Scenario } from '../scenario';

const DOCUMENTS = 120;

export const fourImporters: Scenario = {
  name: 'four-importers',
  title: 'four imports of the same documents at once, beside readers',
  async run(world) {
    const findings = new Findings();
    const database = await world.makeMigratedDatabase();
    const server = await world.serve(database);
    const questions = await learnAnswers(server, ['{ companies(first: 1) { nodes { __typename } } __typename }']);
    // What is stored grows meanwhile, so any answer is right that has no error.
    const load = new Load(server, [{ ...questions[0]!, answer: null }], 4);
    const count = Math.max(20, Math.round(DOCUMENTS * world.scale));
    const imports = Array.from({ length: 4 }, () => importApart(database, count).child);
    const codes = await Promise.all(imports.map((child) => endOf(child, 300_000)));
    const asked = await load.stop();
    findings.expect(
      codes.every((code) => code === 0),
      `the imports ended with ${codes.join(', ')}`,
    );
    const [{ n }] = await queryRows(database, 'SELECT count(*)::int AS n FROM document');
    const [{ twice }] = await queryRows(
      database,
      'SELECT count(*)::int AS twice FROM (SELECT natural_key FROM document GROUP BY 1 HAVING count(*) > 1) x',
    );
    // An empty database is given the sample when a server starts on it.
    const [{ own }] = await queryRows(database, "SELECT count(*)::int AS own FROM sample_row WHERE kind = 'document'");
    findings.expect(
      n === count + own && own > 0 && twice === 0,
      `${n} documents of ${count} and ${own} of the sample, ${twice} of them twice`,
    );
    findings.expect((await findUntrueCounts(database)).length === 0, 'counts are wrong');
    const wrong = asked.filter(({ outcome }) => outcome !== 'right');
    findings.expect(wrong.length === 0, `readers were disturbed: ${describe(wrong)}`);
    findings.tell(`${count} documents, each once; readers: ${describe(asked)}`);
    return findings.outcome();
  },
};
