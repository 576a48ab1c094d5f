import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { engine } from '../../lib/background/engine';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { ObservedMessage } from '../../lib/messages/protocol';
import { type TallyDb, tallyDb } from '../../lib/tally/db';
import { openRecorder } from '../../lib/tally/record';
import { freshDb, message, NOON, reportOf, sums } from './tally-bench';

const FORM = '00ff3c18e7c3811c 200x150';
const PHOTO = 'ff00c3e7183c7ee3 200x150';

function picture(chat: string, at: number, image?: ObservedMessage['image']): ObservedMessage {
  const part = {
    chat,
    sender: `${chat} head`,
    kind: 'image' as const,
    at,
    ...(image && { image }),
  };
  return message(`picture ${chat}`, '', { ...part, hash: 'hash of a picture' });
}

function open(db: TallyDb) {
  const settings = DEFAULT_SETTINGS;
  return openRecorder({ db, engine, version: '1.0.0', settings, now: () => NOON });
}

test('a picture that is looked at later is called similar then, counts as before, also after a restart', async () => {
  const db = freshDb();
  const first = await open(db);
  await first.report(reportOf(picture('one', 0), picture('two', 10)));
  const counted = await sums(db);
  await first.report(reportOf(picture('one', 0, { look: FORM })));

  // Another worker, which knows of the first look from the log alone.
  const second = await open(db);
  const before = await db.messages.get('picture two');
  const { verdicts } = await second.report(reportOf(picture('two', 10, { look: FORM })));
  expect(verdicts[0]?.verdict).toMatchObject({
    reason: 'similar-picture',
    of: null,
    action: 'show',
  });
  expect(verdicts[0]?.rev).toBeGreaterThan(before?.rev ?? 0);
  expect(await sums(db)).toEqual(counted);

  // The same once more is no news.
  const again = await second.report(reportOf(picture('two', 10, { look: FORM })));
  expect(again.verdicts[0]?.rev).toBe(verdicts[0]?.rev);
  expect(await sums(db)).toEqual(counted);
});

test('a copy by its key that turns out to look otherwise no longer folds, and still counts', async () => {
  const db = freshDb();
  const recorder = await open(db);
  await recorder.report(reportOf(picture('one', 0, { key: 'a', look: FORM })));
  const told = await recorder.report(reportOf(picture('two', 10, { key: 'a' })));
  expect(told.verdicts[0]?.verdict).toMatchObject({ relation: 'copy', action: 'fold' });
  const counted = await sums(db);
  const { verdicts } = await recorder.report(
    reportOf(picture('two', 10, { key: 'a', look: PHOTO })),
  );
  expect(verdicts[0]?.verdict).toMatchObject({ relation: 'copy', action: 'mark' });
  expect(await sums(db)).toEqual(counted);
});

test('what an erased picture looked like is forgotten', async () => {
  const db = freshDb();
  const recorder = await open(db);
  await recorder.report(reportOf(picture('one', 0)));
  await recorder.report(reportOf(picture('one', 0, { look: FORM })));
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'one' });
  const { verdicts } = await (await open(db)).report(reportOf(picture('two', 10, { look: FORM })));
  expect(verdicts[0]?.verdict.reason).toBe('placeholder');
  expect(JSON.stringify(await db.indexLog.toArray())).not.toContain('picture one');
});

test('a look that one worker was told the other knows', async () => {
  const db = freshDb();
  const [old, young] = [await open(db), await open(tallyDb(db.name))];
  await old.report(reportOf(picture('one', 0, { key: 'a' })));
  await young.report(reportOf(message('m', 'x')));
  await old.report(reportOf(picture('one', 0, { key: 'a', look: FORM })));
  const { verdicts } = await young.report(reportOf(picture('two', 10, { key: 'a', look: PHOTO })));
  expect(verdicts[0]?.verdict.action).toBe('mark');
});
