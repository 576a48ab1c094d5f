import { describe, expect, it } from 'vitest';
import { contentKey } from '../../lib/detect/content-key';
import { expire } from '../../lib/detect/expire';
import { judge } from '../../lib/detect/judge';
import { createIndex, forget, remember } from '../../lib/detect/notice-index';
import type { JudgeOptions, Message } from '../../lib/detect/types';
import { bytesOf, DAY, HOUR, MONDAY, message, options, restarted, take } from './fixtures';

const TEXT =
  '请各村把冬季防寒物资清单逐项核对清楚之后报给民政办汇总，数量要和系统一致，单价按采购合同填写';

const UNDATED = '请各村把防寒物资清单和采购合同都带上，民政办逐项核对清楚之后汇总到系统里';

function copyVerdict(
  part: Partial<Message> = {},
  with_: Partial<JudgeOptions> = {},
  earlier: Partial<Message> = {},
) {
  const index = createIndex();
  take(index, message({ text: TEXT, ...earlier }), options());
  return judge(
    index,
    message({ text: TEXT, chat: '群二', time: MONDAY + HOUR, ...part }),
    options(with_),
  );
}

const never = (part: Partial<JudgeOptions['neverFold']>) => ({
  neverFold: { chats: [], senders: [], keywords: [], ...part },
});

describe('guards', () => {
  it('none: folded', () => {
    const verdict = copyVerdict();
    expect([verdict.relation, verdict.guards, verdict.action]).toEqual(['copy', [], 'fold']);
  });

  it.each<[string, Partial<Message>, Partial<JudgeOptions>]>([
    ['own', { own: true }, {}],
    ['mention', { mentionsMe: true }, {}],
    ['mention', { text: `@陈立\u2005${TEXT}` }, { myNames: ['陈立'] }],
    ['mention', { text: `@王敏 @陈立 ${TEXT}` }, { myNames: ['陈立'] }],
    ['never-fold', {}, never({ chats: ['群二'] })],
    ['never-fold', {}, never({ chats: ['test:群二'] })],
    ['never-fold', {}, never({ senders: ['王敏'] })],
    ['never-fold', {}, never({ keywords: ['防寒物资'] })],
    ['too-old', { time: MONDAY + 15 * DAY }, {}],
  ])('%s holds a copy open', (guard, part, with_) => {
    const verdict = copyVerdict(part, with_);
    expect([verdict.relation, verdict.action]).toEqual(['copy', 'mark']);
    expect(verdict.guards).toContain(guard);
  });

  it.each([
    '晚上8:00在社区二楼会议室开会，',
    '接到通知后3日内报齐，',
    '24小时内报齐，',
    '两小时后封路，',
    '下午两点半开始，',
  ])('the same words on another day: %s', (words) => {
    const text = `${words}${UNDATED}`;
    const sameDay = copyVerdict({ text, time: MONDAY + HOUR }, {}, { text });
    expect([sameDay.relation, sameDay.guards]).toEqual(['copy', []]);
    const nextDay = copyVerdict({ text, time: MONDAY + DAY }, {}, { text });
    expect([nextDay.relation, nextDay.guards, nextDay.action]).toEqual([
      'copy',
      ['too-old'],
      'mark',
    ]);
  });

  it.each(['11月20日晚上8:00开会，', '办公时间8:30-17:30，', '每周一9:00例会，'])(
    'the same words mean the same on any day: %s',
    (words) => {
      const text = `${words}${UNDATED}`;
      expect(copyVerdict({ text, time: MONDAY + DAY }, {}, { text }).guards).toEqual([]);
    },
  );

  it.each(['请把森林防火台账按村填好', '请各店自查消防通道并报表'])('routine: %s', (words) => {
    const verdict = copyVerdict({ text: `${words}，${TEXT}` }, {}, { text: `${words}，${TEXT}` });
    expect([verdict.guards, verdict.action]).toEqual([[], 'fold']);
  });

  it.each(['防汛', '火情', '疫情', '地震', '安保', '紧急', '台风', '暴雨', '山洪', '滑坡', '应急'])(
    '%s holds a copy open',
    (word) => {
      const text = `${TEXT}，并落实${word}责任`;
      const verdict = copyVerdict({ text }, {}, { text });
      expect([verdict.relation, verdict.action]).toEqual(['copy', 'mark']);
      expect(verdict.guards).toContain('emergency');
    },
  );

  it('a name within a longer name is no mention, nor is everyone', () => {
    expect(copyVerdict({ text: `@陈立新\u2005${TEXT}` }, { myNames: ['陈立'] }).guards).toEqual([]);
    expect(copyVerdict({ text: `@所有人 ${TEXT}` }, { myNames: ['陈立'] }).guards).toEqual([]);
  });

  it('a deadline within a day holds a copy open, a later one does not', () => {
    const today = `${TEXT}，今天下午5点前报`;
    const friday = `${TEXT}，11月6日下午5点前报`;
    expect(copyVerdict({ text: today }, {}, { text: today }).guards).toEqual(['deadline']);
    expect(copyVerdict({ text: friday }, {}, { text: friday }).guards).toEqual([]);
  });

  it('a text that the reader cut is never folded', () => {
    const cut = { oversize: true };
    expect(copyVerdict(cut, {}, cut).action).not.toBe('fold');
  });
});

describe('lessons', () => {
  it('"not a copy" holds for the content in any dress', () => {
    const notCopies = new Set([contentKey(message(`【转发】${TEXT.replace(/，/g, ',')}`))]);
    const verdict = copyVerdict({}, { notCopies });
    expect([verdict.relation, verdict.reason]).toEqual(['new', 'user']);
    expect(verdict.action).not.toBe('fold');
  });

  it('"always fold" folds what is new, but not against a guard', () => {
    const one = message('今天食堂供应红烧肉');
    const alwaysFold = new Set([contentKey(one)]);
    const verdict = judge(createIndex(), one, options({ alwaysFold }));
    expect([verdict.action, verdict.reason]).toEqual(['fold', 'user']);
    expect(judge(createIndex(), { ...one, own: true }, options({ alwaysFold })).action).toBe(
      'mark',
    );
  });
});

describe('the index', () => {
  it('is not changed by judging', () => {
    const index = createIndex();
    take(index, message(TEXT));
    const before = bytesOf(index);
    judge(index, message(`${TEXT}。`), options());
    expect(bytesOf(index)).toEqual(before);
  });

  it('knows no forgotten version', () => {
    const index = createIndex();
    const one = message(TEXT);
    take(index, one);
    forget(index, one.key);
    expect(judge(index, message(TEXT), options()).relation).toBe('new');
  });

  it('restores what a forgotten revision had replaced', () => {
    const index = createIndex();
    const first = message(`${TEXT}，11月12日前报`);
    const second = message({ text: `${TEXT}，11月13日前报`, time: MONDAY + 1 });
    take(index, first);
    take(index, second);
    forget(index, second.key);
    const verdict = judge(index, message({ text: first.text, time: MONDAY + HOUR }), options());
    expect([verdict.of, verdict.action]).toEqual([first.key, 'fold']);
  });

  it('expires what was last seen before', () => {
    const index = createIndex();
    take(index, message(TEXT));
    expire(index, MONDAY + 1);
    expect(bytesOf(index)).toEqual(bytesOf(createIndex()));
    expect(judge(index, message(TEXT), options()).relation).toBe('new');
  });

  it('lives on in a clone of its snapshot', () => {
    const index = createIndex();
    const one = message(TEXT);
    take(index, one);
    take(index, message('#接龙\n值班报名\n\n1. 张伟'));
    const restored = restarted(index);
    expect(bytesOf(restored)).toEqual(bytesOf(index));
    expect(judge(restored, message(`转发：${TEXT}`), options()).of).toBe(one.key);
    expect(judge(restored, message('#接龙\n值班报名\n\n1. 张伟\n2. 刘洋'), options()).isReply).toBe(
      true,
    );
  });

  it('takes the same message twice as once', () => {
    const index = createIndex();
    const one = message(TEXT);
    const verdict = take(index, one);
    const once = bytesOf(index);
    remember(index, one, verdict);
    expect(judge(index, one, options())).toEqual(verdict);
    expect(bytesOf(index)).toEqual(once);
  });

  it('folds again after a copy that was too old to fold', () => {
    const index = createIndex();
    take(index, message(TEXT));
    take(index, message({ text: TEXT, time: MONDAY + 20 * DAY }));
    const verdict = judge(index, message({ text: TEXT, time: MONDAY + 21 * DAY }), options());
    expect(verdict.action).toBe('fold');
  });
});
