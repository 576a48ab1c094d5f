import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/default-settings';
import type { Verdict } from '../../lib/detect/types';
import type { Claim, JudgedMessage, NoticeState } from '../../lib/messages/protocol';
import { type Case, decide } from '../../lib/overlay/decide';

const NOW = Date.UTC(2026, 10, 2, 1);
const HOUR = 60 * 60 * 1000;

const VERDICT: Verdict = {
  relation: 'copy',
  of: 'wechat:1',
  notice: 'wechat:1',
  partial: false,
  similarity: 1,
  changed: [],
  demands: [],
  traceOnly: false,
  isReply: false,
  guards: [],
  deadline: null,
  action: 'fold',
  reason: 'same-text',
  title: '《关于报送台账的通知》',
};

function claim(key: string, more: Partial<Claim> = {}): Claim {
  return {
    key,
    site: 'wechat',
    chat: '街道工作群',
    sender: '张三',
    time: NOW,
    hash: 'h',
    partial: false,
    ...more,
  };
}

function notice(more: Partial<NoticeState> = {}): NoticeState {
  return {
    notice: 'wechat:1',
    rev: 1,
    title: '',
    claims: [],
    copies: [],
    chats: 1,
    supersededBy: null,
    ...more,
  };
}

function judged(verdict: Partial<Verdict> = {}, key = 'wechat:2'): JudgedMessage {
  return { key, hash: 'h', rev: 1, verdict: { ...VERDICT, ...verdict }, done: false };
}

function given(more: Partial<Case> = {}): Case {
  return {
    judged: judged(),
    chat: '网格群',
    sender: '李四',
    notice: notice(),
    claims: [claim('wechat:1')],
    run: { keys: [], names: [] },
    settings: DEFAULT_SETTINGS,
    now: NOW,
    canFold: true,
    ...more,
  };
}

const settings = (change: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...change });
const kinds = (change: Partial<Settings['kinds']>) =>
  settings({ kinds: { ...DEFAULT_SETTINGS.kinds, ...change } });

describe('what the page shows of a repeated notice', () => {
  it.each<[string, Partial<Case>, string]>([
    ['a copy of what the reader has had folds', {}, 'bar'],
    ['an unclaimed copy stays open', { claims: [] }, 'plain'],
    ['the claiming copy stays open', { claims: [claim('wechat:2')] }, 'plain'],
    [
      'two claims at once: both stay open',
      { claims: [claim('wechat:1'), claim('wechat:2')] },
      'plain',
    ],
    [
      'the first by arrival folds when another copy was shown first',
      { judged: judged({ relation: 'new', of: null, notice: 'wechat:2', action: 'show' }) },
      'bar',
    ],
    [
      'a cut copy does not stand in for the whole',
      { claims: [claim('wechat:1', { partial: true, hash: 'cut' })] },
      'plain',
    ],
    [
      'a cut copy stands in for one cut alike',
      { claims: [claim('wechat:1', { partial: true })] },
      'bar',
    ],
    ['a guard turns the fold into a mark', { judged: judged({ guards: ['emergency'] }) }, 'chip'],
    [
      'a deadline that has come within 24 hours does too',
      { judged: judged({ deadline: NOW + 23 * HOUR }) },
      'chip',
    ],
    ['a deadline further off does not', { judged: judged({ deadline: NOW + 25 * HOUR }) }, 'bar'],
    [
      'a notice that has a revision is not folded',
      {
        notice: notice({ supersededBy: { ...claim('wechat:9'), notice: 'wechat:9', changed: [] } }),
      },
      'chip',
    ],
    ['a list without its feed is marked, never folded', { canFold: false }, 'chip'],
    ['mark-only marks', { settings: settings({ mode: 'mark' }) }, 'chip'],
    ['mark-only for copies marks', { settings: kinds({ copy: 'mark' }) }, 'chip'],
    ['off for copies leaves it alone', { settings: kinds({ copy: 'off' }) }, 'plain'],
    ['a pause leaves it alone', { settings: settings({ pausedUntil: NOW + 1 }) }, 'plain'],
    ['a pause that is over does not', { settings: settings({ pausedUntil: NOW }) }, 'bar'],
    [
      'a paused chat is left alone',
      { settings: settings({ pausedChats: ['wechat:网格群'] }) },
      'plain',
    ],
    [
      'another paused chat does not matter',
      { settings: settings({ pausedChats: ['wechat:别的群'] }) },
      'bar',
    ],
  ])('%s', (_, change, show) => expect(decide(given(change)).show).toBe(show));

  it('tells of a changed deadline first, then of what has an old and a new value', () => {
    const added = { fact: 'link', from: '', to: 'https://example.org/' } as const;
    const place = { fact: 'place', from: '综合办', to: '应急办' } as const;
    const deadline = { fact: 'date', from: '11月5日', to: '11月7日', role: 'deadline' } as const;
    const verdict = { relation: 'revision', changed: [added, place, deadline] } as const;
    const view = decide(
      given({
        judged: judged({ ...verdict, changed: [...verdict.changed], guards: ['revision'] }),
      }),
    );
    expect(view.show === 'chip' && view.chip.changed).toEqual([deadline, place, added]);
  });

  it('says where else it is: once per chat, without this one and that of the first', () => {
    const copies = [
      claim('wechat:1'),
      claim('wechat:2', { chat: '网格群' }),
      claim('wechat:3', { chat: '三' }),
      claim('wechat:4', { chat: '三' }),
    ];
    const view = decide(given({ notice: notice({ copies }) }));
    expect(view.show === 'bar' && view.bar.alsoIn.map(({ chat }) => chat)).toEqual(['三']);
  });
});

describe('what the page shows of demands, revisions and replies', () => {
  const trace: Partial<Verdict> = {
    relation: 'none',
    notice: null,
    of: null,
    traceOnly: true,
    demands: ['photo'],
  };
  const reply: Partial<Verdict> = { relation: 'none', notice: null, of: null, isReply: true };
  const run = { keys: ['wechat:2', 'wechat:3', 'wechat:4'], names: ['甲', '乙'] };

  it.each<[string, Partial<Case>, string]>([
    ['a trace request and nothing else is a bar', { judged: judged(trace) }, 'bar'],
    [
      'a trace request inside a notice is tagged',
      { judged: judged({ relation: 'new', demands: ['reply'], action: 'mark' }), claims: [] },
      'chip',
    ],
    [
      'a work task is tagged',
      { judged: judged({ ...trace, traceOnly: false, demands: ['form'], action: 'mark' }) },
      'chip',
    ],
    [
      'a revision stays open with its change',
      {
        judged: judged({
          relation: 'revision',
          guards: ['revision'],
          changed: [{ fact: 'date', from: '11月5日', to: '11月7日' }],
        }),
        claims: [],
      },
      'chip',
    ],
    ['the first of three replies bears the bar', { judged: judged(reply), run }, 'bar'],
    ['the others are hidden', { judged: judged(reply, 'wechat:3'), run }, 'hidden'],
    [
      'two replies stay',
      { judged: judged(reply), run: { ...run, keys: ['wechat:2', 'wechat:3'] } },
      'plain',
    ],
    [
      'replies stay when only marking',
      { judged: judged(reply), run, settings: settings({ mode: 'mark' }) },
      'plain',
    ],
    ['an own message is never touched', { judged: judged({ guards: ['own'] }) }, 'plain'],
  ])('%s', (_, change, show) => expect(decide(given(change)).show).toBe(show));

  it('lets a taught message fold, but not over a guard', () => {
    const taught: Partial<Verdict> = { relation: 'none', notice: null, of: null, reason: 'user' };
    expect(decide(given({ judged: judged(taught) })).show).toBe('bar');
    expect(decide(given({ judged: judged({ ...taught, guards: ['mention'] }) })).show).toBe(
      'plain',
    );
  });
});
