import { parseBackup } from '../import/backup';
import type { PageCalls } from '../messages/protocol';
import type { Handlers } from '../messages/serve';
import type { TallyDb } from '../tally/db';
import type { Recorder } from '../tally/record';
import { lookAfter, rebuild } from './safety';

/** What the extension's own pages may ask for. `onErased` is called once something is gone. */
export function pageCalls(
  db: TallyDb,
  recorder: () => Promise<Recorder>,
  onErased: () => void,
): Handlers<PageCalls> {
  return {
    importBackup: async ({ json }) => (await recorder()).importBackup(parseBackup(json)),
    erase: async (request) => (await recorder()).erase(request).finally(onErased),
    setGroup: async (notes) => (await recorder()).setGroup(notes),
    lookAfter: async () => {
      await lookAfter(await recorder());
      return null;
    },
    restore: async () => (await (await recorder()).restore()) !== null,
    rebuild: () => rebuild(db, recorder),
  };
}
