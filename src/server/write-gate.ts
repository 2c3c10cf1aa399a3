import type { Ingest } from '../ingest/ingest';
import type { ReadOnlyReason, WriteAccess } from '../platform/database/write-access';
import { EarshotError } from '../platform/errors';

const ADVICE: Readonly<Record<ReadOnlyReason, string>> = {
  standby: 'its database follows another one. Send changes to a server that works on that one.',
  setting: 'its database is closed for writing. Send changes to another server, or try again later.',
  role: 'it may not write to its database. Send changes to another server.',
};

/** Refuses what would be written while the database takes nothing; what is known of it is a second old at most. */
export function gateWrites(ingest: Ingest, access: () => WriteAccess): Ingest {
  const demandWritable = (): void => {
    const reason = access();
    if (reason)
      throw new EarshotError('READ_ONLY', `This server only reads at the moment: ${ADVICE[reason]}`, { reason });
  };
  return {
    async importDocument(request) {
      demandWritable();
      return ingest.importDocument(request);
    },
    async correctSpeaker(request) {
      demandWritable();
      return ingest.correctSpeaker(request);
    },
  };
}
