import { describe, expect, it } from 'vitest';
import { judge } from '../../lib/detect/judge';
import { createIndex } from '../../lib/detect/notice-index';
import { message, options, take } from './fixtures';

const verdictOf = (text: string) => judge(createIndex(), message(text), options());

describe('replies', () => {
  it.each([
    '收到',
    '收到！',
    '收到。',
    '收到[OK]',
    '好的',
    '好的，收到',
    '1',
    '11',
    '收到，谢谢',
    'OK',
    'ok',
    '已完成',
    '已报',
    '已打卡',
    '已转发',
    '城管科收到',
    '东城社区收到',
    '张伟收到',
    '党政办：收到',
    '收到 张伟',
    '安和村已报送',
    '财政所已完成',
    '明白',
    '[OK]',
    '[强]',
    '👌',
    '👍👍',
    '@王敏\u2005收到',
    '「王敏：请各社区于周五前填报独居老人信息表」\n- - - - - - - - - - - - - - -\n收到',
    '收到收到',
    '無',
    '已關注',
    '打卡',
    '补打卡',
    '已打卡',
    '李军打卡',
    '陈思雨妈妈收到',
    '综治办 小韩 收到',
    '三(2)班 李明家长：已完成',
    '收到，马上落实',
    '照片已传',
    '隐患已整改到位',
    '我村无此类情况',
    '转了，朋友圈',
  ])('%s: is one', (text) => {
    expect(verdictOf(text).isReply).toBe(true);
  });

  it.each([
    '收到，但是时间改为3点',
    '收到请回复',
    '没收到',
    '收到了吗',
    '收到?',
    '请收到的回复',
    '谁收到了',
    '转发',
    '好的，我明天上午送到三楼',
    '文件收到',
    '未收到',
    '1号楼停水',
    '15',
    '13800001234',
    '还没完成',
    '请完成',
    '全部完成后报我',
    '收到的材料不全',
    '不是',
    '开会',
    '在哪',
    '',
    '明天到',
    '领导好',
    '张主任回复了',
    '文件更新了',
    '按时参加',
    '检查组到了',
    '发错群了',
    '已改到三点',
    '好的，三点见',
  ])('%s: is none', (text) => {
    expect(verdictOf(text).isReply).toBe(false);
  });

  it('are relay lists that grow', () => {
    const index = createIndex();
    const list = '#接龙\n11月5日志愿服务报名\n\n1. 张伟 参加';
    expect(take(index, message(list)).isReply).toBe(false);
    const verdict = take(index, message(`${list}\n2. 刘洋 参加`));
    expect([verdict.isReply, verdict.reason, verdict.notice]).toEqual([true, 'relay-update', null]);
    const other = take(index, message('#接龙\n11月6日志愿服务报名\n\n1. 张伟 参加'));
    expect(other.isReply).toBe(false);
  });
});
