import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { engine } from '../../lib/background/engine';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { HashKey } from '../../lib/detect/keyed-hash';
import type { ObservedMessage } from '../../lib/messages/protocol';
import { shownHash } from '../../lib/overlay/shown-hash';
import type { TallyDb } from '../../lib/tally/db';
import { openRecorder } from '../../lib/tally/record';
import { PLANTED_ME, plantedStream } from '../corpus/planted-stream';
import { freshDb, NOON, reportOf, sums } from './tally-bench';

const DAY = 24 * 60 * 60 * 1000;

/** The same messages as a page tells them whose hashes have this key. */
function toldUnder(key: HashKey, via: ObservedMessage['via']): ObservedMessage[] {
  const start = new Date(new Date(NOON).setHours(0, 0, 0, 0) - 3 * DAY);
  const { messages } = plantedStream(11, { groups: 6, messages: 240, days: 2, start });
  return messages.map((each, at) => ({
    ...each,
    time: each.time + at,
    hash: shownHash(key)(each),
    via,
  }));
}

/** What a reader would notice of each message. */
async function lookOf(db: TallyDb) {
  const rows = await db.messages.toArray();
  return rows.map(({ key, verdict: { relation, action, notice, demands } }) => ({
    ...{ key, relation, action, notice, demands },
  }));
}

// A page's key is lost with its store, and a backup may come to another installation: then everything looks edited.
test.each(['page', 'feed'] as const)(
  'told by the %s under another key, nothing is counted or shown otherwise',
  async (via) => {
    const db = freshDb();
    const settings = { ...DEFAULT_SETTINGS, myNames: [PLANTED_ME] };
    const recorder = await openRecorder({ db, engine, version: '1', settings, now: () => NOON });
    await recorder.report(reportOf(...toldUnder([1, 2], via)));
    const [counted, looked] = [await sums(db), await lookOf(db)];
    expect(looked.filter(({ action }) => action === 'fold').length).toBeGreaterThan(20);
    await recorder.report(reportOf(...toldUnder([3, 4], via)));
    expect(await sums(db)).toEqual(counted);
    expect(await lookOf(db)).toEqual(looked);
    // What says something else is an edit, as under the same key.
    const [first] = await db.messages.toArray();
    const edited = toldUnder([5, 6], via).find(({ key }) => key === first?.key);
    if (!edited) throw new Error('the first message was not told again');
    const text = '请各村于十二月九日前报送名单。';
    const changed = { ...edited, text, hash: shownHash([5, 6])({ kind: 'text', text }) };
    await recorder.report(reportOf({ ...changed, kind: 'text', via: 'page' }));
    const row = await db.messages.get(edited.key);
    expect([row?.hash, row?.contentKey]).not.toContain(first?.contentKey);
    expect(row?.hash).toBe(changed.hash);
  },
);
