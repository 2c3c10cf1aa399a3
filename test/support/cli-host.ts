import { run } from '../../src/cli/run';

/** A command to run, and the settings that it gets: nothing of the host's own. */
export interface HostTask {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Ends what the command prints, on both streams. */
  readonly mark: string;
}

/** Runs commands one after the other in one process: loading all of Earshot takes longer than most commands do. */
process.on('message', async ({ args, env, mark }: HostTask) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = undefined;
  await run([process.argv[0] as string, 'earshot', ...args]);
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  // A process of its own would have taken these with it.
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
  process.stdout.removeAllListeners('error');
  process.stdout.write(mark);
  process.stderr.write(mark);
  process.send?.({ code });
});

process.on('disconnect', () => process.exit());
