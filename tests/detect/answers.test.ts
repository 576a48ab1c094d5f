import { describe, expect, it } from 'vitest';
import { expire } from '../../lib/detect/expire';
import { judge } from '../../lib/detect/judge';
import { createIndex, forget, remember } from '../../lib/detect/notice-index';
import type { Message } from '../../lib/detect/types';
import { bytesOf, DAY, HOUR, MONDAY, message, options, restarted, take } from './fixtures';

const MINUTE = 60_000;
const CLEANING =
  '请各村组织公益岗人员把主干道两侧的杂草和垃圾清理一遍，11月12日前完成，完成后拍照上传到群里';

/** A picture without words, ten minutes after Monday 09:00, from someone else. */
function picture(part: Partial<Message> = {}): Message {
  return message({ kind: 'image', sender: '李强', time: MONDAY + 10 * MINUTE, ...part });
}

function asked(text = CLEANING) {
  const index = createIndex();
  take(index, message(text));
  return index;
}

describe('pictures', () => {
  it.each([
    CLEANING,
    '请大家打卡后把截图发到群里',
    '请在岗人员发送实时位置',
    '请各网格员拍照上传到工作群',
  ])('answer "%s"', (text) => {
    const verdict = judge(asked(text), picture(), options());
    expect([verdict.isReply, verdict.relation, verdict.notice]).toEqual([true, 'none', null]);
    expect(verdict.action).toBe('mark');
  });

  it('answer with a key of their bytes as well, and are no notice then', () => {
    const verdict = judge(asked(), picture({ image: { key: 'a1' } }), options());
    expect([verdict.isReply, verdict.notice, verdict.reason]).toEqual([
      true,
      null,
      'asked-picture',
    ]);
    expect(verdict.action).not.toBe('fold');
  });

  it.each<[string, Partial<Message>]>([
    ['from who asked', { sender: '王敏' }],
    ['in another chat', { chat: '群二' }],
    ['on another site', { site: 'other' }],
    ['a day later', { time: MONDAY + 24 * HOUR + MINUTE }],
    ['from before the request', { time: MONDAY - MINUTE }],
    ['of an unknown sender', { sender: '' }],
    ['with words of its own', { text: '这是新的版本，请大家以它为准' }],
  ])('%s answer nothing', (_name, part) => {
    expect(judge(asked(), picture(part), options()).isReply).toBe(false);
  });

  it('answer nothing where nothing was asked for', () => {
    expect(
      judge(
        asked('请各村于11月12日前报送秋粮收购进度表，不得漏报瞒报，务必核实'),
        picture(),
        options(),
      ).isReply,
    ).toBe(false);
    expect(judge(asked('路上看到一只鸟'), picture(), options()).isReply).toBe(false);
  });

  it('that follow a notice of their sender belong to it, one after the other', () => {
    const index = asked();
    const at = MONDAY + HOUR;
    take(
      index,
      message({
        sender: '李强',
        time: at,
        text: '便民服务大厅本周六上午照常办公，取号机改在东侧门口，请大家互相转告，以免跑空',
      }),
    );
    const seconds = [20, 70, 125];
    for (const after of seconds) {
      expect(take(index, picture({ time: at + after * 1000 })).isReply).toBe(false);
    }
    expect(take(index, picture({ time: at + 10 * MINUTE })).isReply).toBe(true);
  });

  it('of the user answer as well', () => {
    const verdict = judge(asked(), picture({ own: true, sender: '' }), options());
    expect([verdict.isReply, verdict.guards.includes('own')]).toEqual([true, true]);
  });
});

describe('what was asked', () => {
  it('is kept in a snapshot and found again by replaying', () => {
    const one = message(CLEANING);
    const index = createIndex();
    const verdict = take(index, one);
    const restored = restarted(index);
    const replayed = createIndex();
    remember(replayed, one, verdict);
    remember(replayed, one, verdict);
    for (const other of [restored, replayed]) {
      expect(bytesOf(other)).toEqual(bytesOf(index));
      expect(judge(other, picture(), options()).isReply).toBe(true);
    }
  });

  it('is forgotten with its message and by time', () => {
    const index = createIndex();
    const one = message(CLEANING);
    take(index, one);
    forget(index, one.key);
    expect(judge(index, picture(), options()).isReply).toBe(false);
    const old = asked();
    expire(old, MONDAY + 1);
    expect(judge(old, picture(), options()).isReply).toBe(false);
    expect(bytesOf(old)).toEqual(bytesOf(createIndex()));
  });
});

describe('relays', () => {
  const list = (...names: string[]) =>
    `#接龙\n志愿服务报名\n\n${names.map((name, at) => `${at + 1}. ${name}`).join('\n')}`;
  const verdicts = (...lists: string[]) => {
    const index = createIndex();
    return lists.map((text, at) =>
      take(index, message({ text, sender: `人${at}`, time: MONDAY + at * MINUTE })),
    );
  };
  const replies = (...lists: string[]) => verdicts(...lists).map((verdict) => verdict.isReply);

  it('are opened by a list, which asks and stays open', () => {
    const [opener, grown] = verdicts(list('张伟'), list('张伟', '刘洋'));
    expect([opener?.isReply, opener?.demands, opener?.action]).toEqual([false, ['relay'], 'mark']);
    expect([grown?.isReply, grown?.demands, grown?.action]).toEqual([true, [], 'fold']);
  });

  it('are gone on with by everyone who overwrites a list, or changes an entry', () => {
    expect(
      replies(
        list('张伟'),
        list('张伟', '刘洋'),
        list('张伟', '陈立'),
        list('张伟(改周六)', '张伟', '刘洋'),
      ),
    ).toEqual([false, true, true, true]);
    expect(replies(list('张伟', '刘洋', '陈立'), list('刘洋', '陈立', '王敏'))).toEqual([
      false,
      true,
    ]);
  });

  it('of the same head are opened again', () => {
    expect(replies(list('张伟'), list('张伟', '刘洋'), list('王敏'), list('王敏', '陈立'))).toEqual(
      [false, true, false, true],
    );
  });

  it('are another one after a week, in another chat, or under another head', () => {
    const index = createIndex();
    take(index, message(list('张伟')));
    const later = (part: Partial<Message>) =>
      judge(
        index,
        message({ text: list('张伟', '刘洋'), time: MONDAY + HOUR, ...part }),
        options(),
      );
    expect(later({}).isReply).toBe(true);
    expect(later({ time: MONDAY + 8 * DAY }).isReply).toBe(false);
    expect(later({ chat: '群二' }).isReply).toBe(false);
    expect(later({ text: list('张伟', '刘洋').replace('志愿', '值班') }).isReply).toBe(false);
  });
});

describe('a correction', () => {
  const text =
    '【更正】原定11月5日在三楼会议室召开的秸秆禁烧部署会，地点改为镇中学礼堂，其他事项不变';

  it('is never folded as a copy, though what it corrects was not seen', () => {
    const index = createIndex();
    const first = take(index, message(text));
    const copy = judge(index, message({ text: `【转发】${text}`, chat: '群二' }), options());
    expect([first.relation, copy.relation, copy.action]).toEqual(['new', 'copy', 'mark']);
    expect(copy.guards).toContain('revision');
  });

  it('goes to the notice with the facts that it repeats, in whatever chat that stands', () => {
    const index = createIndex();
    const write = (town: string, day: number) =>
      message({
        chat: town,
        text: `定于11月${day}日9:00在三楼会议室召开${town}秸秆禁烧部署会，请各村书记准时参加，带好巡查记录本和问题清单`,
      });
    const meant = write('桥头镇', 5);
    take(index, write('河口镇', 6));
    take(index, meant);
    take(index, write('柳河镇', 7));
    const correction = message({
      chat: '河口镇',
      time: MONDAY + HOUR,
      text: text.replace('秸秆', '桥头镇秸秆'),
    });
    const verdict = judge(index, correction, options());
    expect([verdict.relation, verdict.of]).toEqual(['revision', meant.key]);
  });
});
