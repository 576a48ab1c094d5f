import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/detect/analysis';
import { demandsOf } from '../../lib/detect/demand';
import { isReply } from '../../lib/detect/reply';
import type { DemandKind } from '../../lib/detect/types';
import { message } from './fixtures';

const demands = (text: string) => demandsOf(analyse(message(text)));

describe('traces and nothing else, in the words of other offices', () => {
  it.each<[string, DemandKind]>([
    ['下班卡别忘了打', 'check-in'],
    ['上班的先去把卡打了', 'check-in'],
    ['打卡不用截图，打了就行', 'check-in'],
    ['巡逻到点请扫巡更码', 'check-in'],
    ['局里新拍的短片上线了，请大家转一转', 'share'],
    ['投票还剩最后一天，没投的快投', 'share'],
    ['继续教育学分还差的，月底前刷够', 'study'],
    ['请护士们登录华医网学习', 'study'],
    ['请在此接龙，前面的别删', 'relay'],
    ['还有几户没接龙，请补上', 'relay'],
    ['读完后请回“已读”', 'reply'],
    ['没回复的抓紧，别让我打电话', 'reply'],
    ['截图为证', 'screenshot'],
    ['发几张照片到群里，要带国旗', 'photo'],
    ['每两小时发一次定位', 'location'],
  ])('%s: %s', (text, kind) => {
    expect(demands(text).kinds).toContain(kind);
    expect(demands(text).traceOnly).toBe(true);
  });

  it.each([
    '村医补助本月25号到卡上，每人800。另外好医生网的课程请年底前学完。',
    '防滑垫已到仓库，每楼两块，铺在大门口，铺完请拍照发群。',
    '换发医保码从下周一开始，带户口本，分组来，组长看到回复。',
  ])('%s: not only', (text) => {
    expect(demands(text).kinds).not.toEqual([]);
    expect(demands(text).traceOnly).toBe(false);
  });

  it.each([
    '截止今天共转发300次',
    '请大家转到新的工作群，旧群解散',
    '刚登录平台学习了一会儿就卡死了',
    '补卡流程：先挂失再补',
    '点心在桌上，大家自己拿',
  ])('%s: none', (text) => {
    expect(demands(text).kinds).toEqual([]);
  });
});

describe('answers', () => {
  it.each([
    '城北营收到',
    '【西门岗】收到',
    '收到，请首长放心',
    '两张表都交了',
    '好的马上报',
    '我组没有',
    '无修改意见',
    '急诊科已知，谢谢护士长',
  ])('%s', (text) => {
    expect(isReply(analyse(message(text)))).toBe(true);
  });

  it.each([
    '没有收到通知',
    '已领完',
    '报名结束了',
    '收到，无法执行，船在修',
    '已送医院',
    '药已发完',
    '抓紧报',
  ])('%s: none', (text) => {
    expect(isReply(analyse(message(text)))).toBe(false);
  });
});
