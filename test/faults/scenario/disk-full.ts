import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../support/cli';
import { callOf } from '../../support/invented';
import { findUntrueCounts, queryRows } from '../../support/stored';
import { onServer } from '../../support/template';
import { describe, Load, learnAnswers } from '../load';
import { Findings, type Scenario } from '../scenario';
import { QUERIES } from '../through-fault';

const DISK = '96m';

export const diskFull: Scenario = {
  name: 'disk-full',
  title: 'the disk is full in the middle of an import',
  async run(world) {
    const findings = new Findings();
    if (process.getuid?.() !== 0) {
      findings.tell('left out: only root can mount a small disk');
      return findings.outcome();
    }
    const top = mkdtempSync(join(tmpdir(), 'earshot-disk-'));
    const disk = join(top, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=755`, 'tmpfs', disk]);
    world.afterwards(() => {
      execFileSync('umount', ['-l', disk]);
      rmSync(top, { recursive: true });
    });
    execFileSync('chmod', ['755', top]);
    const { uid, gid } = statSync(`/proc/${world.postgres.pid}`);
    const space = join(disk, 'space');
    mkdirSync(space);
    chownSync(space, uid, gid);
    const run = (sql: string) => onServer(world.postgres.url, (client) => client.query(sql));
    await run(`CREATE TABLESPACE faults_small LOCATION '${space}'`);
    world.afterwards(() => run('DROP TABLESPACE faults_small'));
    const name = new URL(world.databaseUrl).pathname.slice(1);
    await run(`ALTER DATABASE ${name} SET TABLESPACE faults_small`);
    world.afterwards(() => run(`ALTER DATABASE ${name} SET TABLESPACE pg_default`));
    const server = await world.serve(world.databaseUrl);
    const questions = await learnAnswers(server, QUERIES.slice(1));
    const before = await queryRows(world.databaseUrl, 'SELECT count(*)::int AS n FROM document');
    // The made-up rows do not keep the books that imports keep; what they lack may not grow.
    const untrue = JSON.stringify(await findUntrueCounts(world.databaseUrl));
    const load = new Load(server, questions, 4);
    const ballast = join(disk, 'ballast');
    execFileSync('sh', ['-c', `dd if=/dev/zero of=${ballast} bs=4k 2>/dev/null || true`]);
    const file = join(top, 'call.txt');
    writeFileSync(file, callOf('Brightmoor Tools').repeat(20));
    const env = { DATABASE_URL: world.databaseUrl };
    const refused = await runCli(['import', file], { env });
    findings.expect(refused.code !== 0, 'the import says that it is done');
    findings.expect(!/^\s+at /m.test(refused.stderr), `a stack was printed: ${refused.stderr.slice(0, 300)}`);
    findings.expect(
      /disk|space|full/i.test(refused.stderr + refused.stdout),
      `it does not say why: ${refused.stderr.slice(-300)}${refused.stdout.slice(-300)}`,
    );
    const after = await queryRows(world.databaseUrl, 'SELECT count(*)::int AS n FROM document');
    findings.expect(before[0].n === after[0].n, `${after[0].n - before[0].n} documents are there all the same`);
    rmSync(ballast);
    const done = await runCli(['import', file], { env });
    findings.expect(done.code === 0, `with space again it ends with ${done.code}: ${done.stderr.slice(-300)}`);
    findings.expect(JSON.stringify(await findUntrueCounts(world.databaseUrl)) === untrue, 'counts have come apart');
    const asked = await load.stop();
    const wrong = asked.filter(({ outcome }) => outcome !== 'right');
    findings.expect(wrong.length === 0, `readers were disturbed: ${describe(wrong)}`);
    findings.degraded = true;
    findings.tell(`refused with ${refused.code}, done once there was space; readers: ${describe(asked)}`);
    return findings.outcome();
  },
};
