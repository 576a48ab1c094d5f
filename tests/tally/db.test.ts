import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { tallyDb } from '../../lib/tally/db';
import { freshDb, message, recorderOn, reportOf } from './tally-bench';

test('an open tally lets a newer version upgrade, and then refuses to write into it', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words')));
  const newer = tallyDb(db.name);
  newer.version(5).stores({ more: 'id' });
  await newer.open();
  await expect(recorder.report(reportOf(message('b', 'words')))).rejects.toThrow(
    'tally of version 5',
  );
  expect(await newer.messages.count()).toBe(1);
  newer.close();
});
