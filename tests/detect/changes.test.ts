import { describe, expect, it } from 'vitest';
import { judgePair } from './fixtures';

const CLASS =
  '请22级各班于11月5日（周四）下午到实训楼2-3105领取冬季校服，班长先核对尺码再签字，领错的当天调换。';

describe('what a revision is said to change', () => {
  it.each([
    [
      'a day and its weekday once',
      CLASS,
      CLASS.replace('11月5日（周四）', '11月6日（周五）'),
      [{ fact: 'date', from: '11月5日(周四)下午', to: '11月6日(周五)下午' }],
    ],
    [
      'a school year as who is meant',
      CLASS,
      CLASS.replace('22级', '23级'),
      [{ fact: 'audience', from: '22级', to: '23级' }],
    ],
    [
      'a room as a place',
      CLASS,
      `更正：是2-4107`,
      [{ fact: 'place', from: '2-3105', to: '2-4107' }],
    ],
    [
      'the timetable of a make-up day not at all',
      CLASS,
      '补充说明：周五补周一的课',
      [{ fact: 'date', from: '', to: '周五' }],
    ],
    [
      'an added paragraph with the bracket that it begins with',
      CLASS,
      `${CLASS}\n【注意事项】校服袋要带回来重复使用`,
      [{ fact: 'wording', from: '', to: '【注意事项】校服袋要带回来重复使用' }],
    ],
  ])('%s', (_name, earlier, later, changed) => {
    const verdict = judgePair(earlier, later);
    expect([verdict.relation, verdict.changed]).toEqual(['revision', changed]);
  });

  it('numbers of list items are no figures', () => {
    const list = '请值班人员注意：\n1.夜间每两小时巡一遍库房\n2.离岗前锁好侧门\n3.发现异味马上报告';
    const verdict = judgePair(list, `${list}\n4.交接本写清楚天气`);
    expect(verdict.relation).toBe('revision');
    expect(verdict.changed.map(({ fact }) => fact)).toEqual(['wording']);
  });

  it('a figure on a key is no part of the figure after it', () => {
    const list = '请各班准备以下材料交到教务处：1️⃣22级体检单原件2️⃣家长签字的承诺书3️⃣两张一寸照片';
    expect(judgePair(list, list.replace('22级', '23级')).changed).toEqual([
      { fact: 'audience', from: '22级', to: '23级' },
    ]);
  });
});
