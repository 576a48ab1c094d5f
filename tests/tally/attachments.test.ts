import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { engine } from '../../lib/background/engine';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { Answer, ObservedMessage } from '../../lib/messages/protocol';
import { openRecorder } from '../../lib/tally/record';
import { freshDb, message, NOON, reportOf } from './tally-bench';

const TEXT =
  '各支部：党员信息采集表见附件，请用黑色签字笔填写，出生年月与身份证一致，收齐后统一交到镇党建办。';

function text(chat: string, at: number): ObservedMessage {
  return message(`text ${chat}`, TEXT, { chat, sender: `${chat} head`, at });
}

function form(chat: string, at: number): ObservedMessage {
  const file = { name: '党员信息采集表.docx', size: 31_000, exact: true };
  const part = { chat, sender: `${chat} head`, kind: 'file' as const, file, at };
  return message(`form ${chat}`, '', { ...part, hash: 'hash of the form' });
}

test('a copy that waited for its file is amended when it comes, and every tab is told, also after a restart', async () => {
  const db = freshDb();
  const told: Answer[] = [];
  const open = () =>
    openRecorder({
      db,
      engine,
      version: '1.0.0',
      settings: DEFAULT_SETTINGS,
      now: () => NOON,
      onChange: (answer) => told.push(answer),
    });
  const first = await open();
  await first.report(reportOf(text('one', 0), form('one', 0.2)));
  const { verdicts } = await first.report(reportOf(text('two', 10)));
  expect(verdicts[0]?.verdict).toMatchObject({ guards: ['attachment'], action: 'mark' });

  // Another worker, which knows of the burst from the index alone.
  const second = await open();
  const answer = await second.report(reportOf(form('two', 10.2)));
  const amended = answer.verdicts.find(({ key }) => key === 'text two');
  expect(amended?.verdict).toMatchObject({ guards: [], action: 'fold' });
  expect(amended?.rev).toBeGreaterThan(verdicts[0]?.rev ?? 0);
  expect(told.at(-1)?.verdicts.map(({ key }) => key)).toEqual(['text two']);
  expect((await db.messages.get('text two'))?.verdict.action).toBe('fold');
});
