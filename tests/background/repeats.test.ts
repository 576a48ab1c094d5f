import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { engine } from '../../lib/background/engine';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { openRecorder } from '../../lib/tally/record';
import { repeatsOf } from '../../lib/tally/repeat-demands';
import { freshDb, message, reportOf } from '../tally/tally-bench';

const DAY = 24 * 60;

test('two offices that ask for one form in their own words are found out, and a forward is not', async () => {
  const db = freshDb();
  const recorder = await openRecorder({
    db,
    engine,
    version: '1.0.0',
    settings: DEFAULT_SETTINGS,
    now: () => message('a', '').time + 9 * DAY * 60_000,
  });
  const first =
    '各村（社区）：请认真填写《低保对象排查台账》，于10月20日17:00前报镇民政办邮箱，逾期通报。';
  await recorder.report(
    reportOf(
      message('a', first, { chat: '镇民政群' }),
      message('b', `【转发】${first}`, { chat: '书记主任群', at: 60 }),
      message('c', '收到', { chat: '镇民政群', at: 61 }),
      message(
        'd',
        '县里等着汇总，请把本村低保对象排查台帐今天下班前交到党政办，联系人小李，电话8866123。',
        { chat: '党政办工作群', at: 2 * DAY },
      ),
      message('e', '请各村报送11月份河道保洁统计表，于周五前发镇河长办邮箱，没有的报零。', {
        chat: '河长制群',
        at: 3 * DAY,
      }),
      message('f', '各村请于月底前报送10月份河道保洁统计表，由镇河长办统一汇总上报县水利局。', {
        chat: '水利群',
        at: 4 * DAY,
      }),
    ),
  );
  const repeats = await repeatsOf('2026-10-01', '2026-11-30', db);
  expect(
    repeats.map(({ object, first: { chat }, again }) => [
      object,
      chat,
      again.map((one) => one.chat),
    ]),
  ).toEqual([['低保对象排查台账', '镇民政群', ['党政办工作群']]]);
});
