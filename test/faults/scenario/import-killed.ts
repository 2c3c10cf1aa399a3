import { Random } from '../../support/random';
import { runSeed } from '../../support/settings';
import { countRows, findUntrueCounts, queryRows } from '../../support/stored';
import { endOf, waitUntil } from '../../support/wait-until';
import { importApart } from '../import-apart';
import { Findings, type Scenario } from '../scenario';

const DOCUMENTS = 120;

export const importKilled: Scenario = {
  name: 'import-killed',
  title: 'an import is killed hard twenty times, then run to its end',
  async run(world) {
    const findings = new Findings();
    const [undisturbed, killed] = [await world.makeMigratedDatabase(), await world.makeMigratedDatabase()];
    await endOf(importApart(undisturbed, DOCUMENTS).child, 300_000);
    const expected = JSON.stringify(await countRows(undisturbed));
    const random = new Random(runSeed());
    const kills = Math.max(2, Math.round(20 * world.scale));
    for (let kill = 0; kill < kills; kill++) {
      const { child, lines } = importApart(killed, DOCUMENTS);
      const enough = 1 + random.below(DOCUMENTS - 20);
      await waitUntil('part of an import', () => lines() >= enough || child.exitCode !== null, 120_000);
      child.kill('SIGKILL');
      await endOf(child);
      const halves = await queryRows(
        killed,
        'SELECT d.id FROM document d WHERE NOT EXISTS (SELECT FROM utterance u WHERE u.document_id = d.id)',
      );
      findings.expect(halves.length === 0, `${halves.length} documents without their words after kill ${kill + 1}`);
      findings.expect((await findUntrueCounts(killed)).length === 0, `counts are wrong after kill ${kill + 1}`);
    }
    const last = importApart(killed, DOCUMENTS);
    findings.expect((await endOf(last.child, 300_000)) === 0, 'the last import failed');
    findings.expect(
      JSON.stringify(await countRows(killed)) === expected,
      'rows differ from those of an undisturbed import',
    );
    findings.tell(`${kills} kills, then all of ${DOCUMENTS} documents, each once, counts true`);
    return findings.outcome();
  },
};
