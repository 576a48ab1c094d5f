import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/detect/analysis';
import { isReply } from '../../lib/detect/reply';
import { message } from './fixtures';

const isAnswer = (text: string) => isReply(analyse(message(text)));

describe('answers by form', () => {
  it.each([
    // Dialect, Latin letters, marks, typing mistakes.
    '俺们收到咧',
    '晓得了噻',
    '莫得问题',
    'noted with thanks',
    'Roger that',
    '✔',
    '✅收到',
    '己收到',
    '零抱告',
    // Names, flats, numbers of a list, the time of writing.
    '语文组收到',
    '大王庄收到',
    '护林员老马收到',
    '10栋302 已交',
    '3、二组收到',
    '20:10已读',
    '已阅 老赵 10.12',
    // Done, nothing to report, taking part.
    '电子版已发群里',
    '家长已签字',
    '我单位已组织全体职工认真学习',
    '我村没有这种情况',
    '全员到齐',
    '我要参加',
    // Courtesy, promises, one breath.
    '收到，祝老师节日快乐',
    '好的，一定按要求做好，请组织放心',
    '我们二组马上弄',
    '嗯嗯好的我知道了谢谢主任',
  ])('%s', (text) => {
    expect(isAnswer(text)).toBe(true);
  });
});

describe('what looks like an answer and is none', () => {
  it.each([
    // Orders.
    '立即落实',
    '各村落实到位',
    '都来参加',
    '1、签到',
    '扣1',
    '8:30打卡',
    '知道了就马上去做',
    '已完成的截图',
    // Questions.
    '都收到了嘛',
    '收到没得',
    '各位收到',
    // News of others, and what the others have to look at.
    '领导知道了',
    '小席会来',
    '平台好了',
    '周六正常',
    '通知已发群里',
    '名单已更新',
    '已通知开会',
    '已安排体检',
    '材料收到了',
    // Titles, figures, places.
    '已完成名单',
    '好的，三楼',
    '好的，11点',
    '收到12份',
    // Not done, trouble, other words.
    '一组已报 二组没有',
    '没人',
    '没有上报',
    '可以填了',
    '以上通知',
    '行行好',
    '好好的',
  ])('%s', (text) => {
    expect(isAnswer(text)).toBe(false);
  });
});
