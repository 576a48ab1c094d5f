import type { Answer, EraseRequest } from '../messages/protocol.ts';
import { answerFor } from './answer.ts';
import type { TallyDb } from './db.ts';
import { groupId } from './group-notes.ts';
import type { Ledger } from './ledger.ts';
import { eraseHistories } from './record-history-erase.ts';
import { takeOut } from './record-message.ts';
import type { Recording } from './recording.ts';
import { goneState } from './versions.ts';

type Part = Exclude<EraseRequest, { what: 'everything' }>;

/** Far more than any page shows, few enough for one message to it. */
const TOLD_NOTICES = 2_000;

/**
 * Forgets messages with everything that they counted. Their keys go too: a message that a page still shows is
 * counted again when the page tells it again.
 */
export async function recordErase<Index>(
  recording: Recording<Index>,
  db: TallyDb,
  request: Part,
): Promise<Answer> {
  const { ledger, keeper } = recording;
  const keys = await erasedKeys(db, request);
  await ledger.loadMessages(keys);
  await ledger.loadNotices(keys.flatMap((key) => ledger.message(key)?.verdict.notice ?? []));
  await keeper.catchUp(ledger.before);
  for (const key of keys) {
    const row = ledger.message(key);
    if (row) takeOut(recording, row);
    ledger.deleteMessage(key);
  }
  await keeper.erase(new Set(keys), async (names) => {
    await ledger.loadNotices(names);
    return new Set([...names].filter((name) => ledger.notice(name)));
  });
  await keeper.writeSnapshot(ledger.before);
  await eraseHistories(ledger, db, request);
  await eraseClosed(ledger, db, request);
  // Sums may go without a message: pages that show them learn of it by the number.
  ledger.spend();
  if (request.what === 'chat') {
    const group = groupId(request);
    ledger.atClose(() => Promise.all([db.groups.delete(group), db.privateChats.delete(group)]));
  }
  return answerFor(ledger, [], ledger.changedNotices);
}

/** Sums that were restored follow from no message: they go by themselves. A day that is erased whole is open again. */
async function eraseClosed(ledger: Ledger, db: TallyDb, request: Part): Promise<void> {
  if (request.what === 'days') {
    const { from, to } = request;
    const days = await db.closedDays.where('day').between(from, to, true, true).primaryKeys();
    const sums = await db.days.where('day').anyOf(days).primaryKeys();
    ledger.atClose(() => Promise.all([db.days.bulkDelete(sums), db.closedDays.bulkDelete(days)]));
    return;
  }
  const closed = new Set(await db.closedDays.toCollection().primaryKeys());
  const rows = db.days.where('[site+chat]').equals([request.site, request.chat]);
  const sums = await rows.filter(({ day }) => closed.has(day)).primaryKeys();
  ledger.atClose(() => db.days.bulkDelete(sums));
}

/** Forgets all there is, lessons too. Answers with the newest notices, which open pages may still point to. */
export async function eraseEverything<Index>(
  { ledger, keeper }: Recording<Index>,
  db: TallyDb,
): Promise<Answer> {
  const newest = db.notices.orderBy('detailDay').reverse().limit(TOLD_NOTICES);
  const gone = await newest.primaryKeys();
  const tables = db.tables.filter(({ name }) => name !== 'meta');
  ledger.atClose(() => Promise.all(tables.map((table) => table.clear())));
  keeper.clear(ledger.before);
  // The numbers go on: a page must not take a state of before for newer than one of after.
  ledger.spend();
  return { verdicts: [], notices: gone.map((notice) => goneState(notice, ledger.rev)) };
}

function erasedKeys(db: TallyDb, request: Part): Promise<string[]> {
  return request.what === 'days'
    ? db.messages.where('day').between(request.from, request.to, true, true).primaryKeys()
    : db.messages.where('[site+chat]').equals([request.site, request.chat]).primaryKeys();
}
