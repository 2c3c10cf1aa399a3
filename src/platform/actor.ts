import { hostname, userInfo } from 'node:os';

/** Who changes what is stored: an API key through the graph, or the user of the operating system who runs a command. */
export type Actor =
  | { readonly kind: 'KEY'; readonly keyId: number; readonly name: string }
  | { readonly kind: 'USER'; readonly keyId: null; readonly name: string };

/** The user as whom this process runs, at this machine: `ada@build-7`. */
export function processActor(): Actor {
  return { kind: 'USER', keyId: null, name: `${userName()}@${hostname()}` };
}

/** A container may run under a number that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
