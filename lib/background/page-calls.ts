import { parseBackup } from '../import/backup';
import type { PageCalls } from '../messages/protocol';
import type { Handlers } from '../messages/serve';
import type { Recorder } from '../tally/record';

/** What the extension's own pages may ask for. `onErased` is called once something is gone. */
export function pageCalls(
  recorder: () => Promise<Recorder>,
  onErased: () => void,
): Handlers<PageCalls> {
  return {
    importBackup: async ({ json }) => (await recorder()).importBackup(parseBackup(json)),
    erase: async (request) => (await recorder()).erase(request).finally(onErased),
    setGroup: async (notes) => (await recorder()).setGroup(notes),
  };
}
