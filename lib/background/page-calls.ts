import { parseBackup } from '../import/backup';
import { readPiece } from '../import/histories/read-piece';
import type { PageCalls } from '../messages/protocol';
import type { Handlers } from '../messages/serve';
import type { TallyDb } from '../tally/db';
import type { Recorder } from '../tally/record';
import { troubleOf } from '../tally/trouble';
import { BackupTransfer } from './backup-transfer';
import { readErase, readGroupNotes } from './page-request';
import { lookAfter, rebuild } from './safety';

/** What the extension's own pages may ask for. `onErased` is called once something is gone. */
export function pageCalls(
  db: TallyDb,
  recorder: () => Promise<Recorder>,
  onErased: () => void,
): Handlers<PageCalls> {
  const transfer = new BackupTransfer();
  return saidByCode({
    importBackup: async (piece) => {
      const json = transfer.take(piece);
      return json === null ? null : (await recorder()).importBackup(parseBackup(json));
    },
    importHistory: async (piece) => (await recorder()).importHistory(readPiece(piece)),
    erase: async (request) => (await recorder()).erase(readErase(request)).finally(onErased),
    setGroups: async (notes) => (await recorder()).setGroups(readGroupNotes(notes)),
    lookAfter: async () => {
      await lookAfter(await recorder());
      return null;
    },
    restore: async () => (await (await recorder()).restore()) !== null,
    rebuild: () => rebuild(db, recorder),
  });
}

/** A trouble with the disk or the database reaches the page by its code: names of errors do not go over. */
function saidByCode(handlers: Handlers<PageCalls>): Handlers<PageCalls> {
  const wrapped = Object.entries(handlers).map(([name, handler]) => {
    const call = handler as (...request: unknown[]) => Promise<unknown>;
    return [name, (...request: unknown[]) => call(...request).catch(withCode)] as const;
  });
  return Object.fromEntries(wrapped) as unknown as Handlers<PageCalls>;
}

function withCode(error: unknown): never {
  const code = troubleOf(error);
  if (code === null) throw error;
  throw Object.assign(new Error(error instanceof Error ? error.message : code), { code });
}
