import { describe, expect, it } from 'vitest';
import { judge } from '../../lib/detect/judge';
import { createIndex } from '../../lib/detect/notice-index';
import type { DemandKind } from '../../lib/detect/types';
import { message, options } from './fixtures';

const verdictOf = (text: string) => judge(createIndex(), message(text), options());

/** Trace requests and nothing else. */
const TRACES: [string, DemandKind][] = [
  ['收到请回复', 'reply'],
  ['收到请回复！', 'reply'],
  ['请大家收到后回复', 'reply'],
  ['看到的同志请回复“收到”', 'reply'],
  ['各位网格员，收到请扣1', 'reply'],
  ['请参与接龙', 'relay'],
  ['请各位同事今天下班前完成接龙', 'relay'],
  ['请大家及时打卡', 'check-in'],
  ['@所有人 今日健康打卡请及时完成', 'check-in'],
  ['还没有打卡的同志请抓紧打卡', 'check-in'],
  ['不要忘记打卡', 'check-in'],
  ['请大家今天18:00前完成打卡，收到请回复', 'check-in'],
  ['完成后请截图发群', 'screenshot'],
  ['请大家打卡后截图发到群里', 'screenshot'],
  ['请各网格员拍照上传到工作群', 'photo'],
  ['请发送实时位置', 'location'],
  ['请大家转发朋友圈', 'share'],
  ['帮忙点个赞', 'share'],
  ['请大家投上宝贵的一票', 'share'],
  ['请关注公众号', 'share'],
  ['请党员同志完成今日学习强国学习', 'study'],
  ['照片呢？抓紧发群', 'photo'],
  ['没接龙的抓紧时间接', 'relay'],
  ['不用接龙，截图发群里就行', 'screenshot'],
  ['收到扣1，没扣的我单独打电话', 'reply'],
  ['还有谁没打卡？速打', 'check-in'],
  ['今天的打卡别忘了', 'check-in'],
  ['为家乡投票，一天一票', 'share'],
];

/** No trace request at all, though the words occur. */
const NONE = [
  '已打卡',
  '我已经打卡了',
  '不用截图',
  '不需要拍照上传',
  '严禁以打卡代替实际工作',
  '打卡机坏了',
  '需要打卡吗？',
  '今天要不要接龙',
  '取消每日打卡',
  '请勿在群内要求截图',
  '整治“打卡留痕”等形式主义问题',
  '根据《关于纠治打卡签到、截图拍照等过度留痕的意见》，现将有关情况说明如下',
  '接龙已经完成了',
  '打卡成功',
  '现场照片已上传',
  '截图已发群里',
  '为什么还要打卡',
  '明天上午九点在二楼开会',
  '这张照片拍得真好',
  '我同事减肥，每天在朋友圈打卡',
  '领导说打卡取消了',
  '照片我晚上发你',
  '以前开个会要拍二十张照片',
  '天天打卡天天截图，正事没空干',
  '请参考截图操作',
  '打开学习强国',
  '亲，麻烦您提供一下订单截图哦',
  '感谢大家踊跃签到',
  '接龙先不要接，等通知',
  '请已打卡的同志到前台领水',
  '收到你的信息了，马上回复',
];

/** Notices of substance that ask for traces as well. */
const SUBSTANCE = [
  '请各村于11月5日前将秋粮收购进度表报送至经发办，收到请回复',
  '明天上午9点在三楼会议室召开安全生产会议，请准时参加，收到请回复',
  '请各网格员入户核对独居老人用药情况，做好登记，并拍照上传',
  '明天停水，请通知到每一户居民，收到请回复',
  '请大家今晚转移低洼处车辆，完成后截图发群',
  '11月5日上午县里来检查人居环境，请各组把主干道清扫干净，完成后拍照发群里',
  '请关闭办公室所有电源后打卡',
  '收到请回复，另外考勤规则下月调整',
  '下午不上班，收到请回复',
  '请把楼道杂物清掉，拍照上传',
  '孩子今天早放学，家长收到请回复',
  '明天穿正装，收到请回复',
  '请张贴海报并拍照上传',
];

describe('trace requests', () => {
  it.each(TRACES)('%s: %s', (text, kind) => {
    const verdict = verdictOf(text);
    expect(verdict.demands).toContain(kind);
    expect(verdict.traceOnly).toBe(true);
    expect(verdict.isReply).toBe(false);
  });

  it.each(NONE)('%s: none', (text) => {
    const verdict = verdictOf(text);
    const traces = verdict.demands.filter((kind) => kind !== 'meeting' && kind !== 'ranking');
    expect([traces, verdict.traceOnly]).toEqual([[], false]);
  });

  it.each(SUBSTANCE)('%s: not only', (text) => {
    const verdict = verdictOf(text);
    expect(verdict.demands.length).toBeGreaterThan(0);
    expect([verdict.traceOnly, verdict.action]).toEqual([false, 'mark']);
  });

  it('fold when they are all that is said', () => {
    expect(verdictOf('请大家及时打卡').action).toBe('fold');
  });

  it('stay open when they end within a day', () => {
    const verdict = verdictOf('请大家今天18:00前完成打卡');
    expect(verdict.guards).toContain('deadline');
    expect(verdict.action).toBe('mark');
  });

  it('never fold with a file', () => {
    const file = { name: '须知.docx', size: 1000, exact: true };
    const verdict = judge(
      createIndex(),
      message({ text: '收到请回复', file, kind: 'file' }),
      options(),
    );
    expect(verdict.traceOnly).toBe(false);
  });
});

describe('work demands', () => {
  it.each([
    ['请各社区于周五前填报独居老人信息表', 'form'],
    ['请将第三季度总结报送至党政办', 'form'],
    ['请填写《冬季取暖补助申请汇总表》', 'form'],
    ['请于周五前将《矛盾纠纷排查台账》报送至平安办', 'form'],
    ['请将昨天的走访信息填报到系统', 'form'],
    ['县住建局定于11月5日对各村危房改造进行实地检查', 'inspection'],
    ['督查组拟于下周开展暗访', 'inspection'],
    ['明天上午9点召开调度会', 'meeting'],
    ['请准时参加', 'meeting'],
    ['下周县里将来督查人居环境，请做好准备', 'inspection'],
    ['现将各村完成率排名通报如下', 'ranking'],
    ['以下是未打卡人员名单', 'ranking'],
  ] as [string, DemandKind][])('%s: %s', (text, kind) => {
    const verdict = verdictOf(text);
    expect(verdict.demands).toContain(kind);
    expect([verdict.traceOnly, verdict.action]).toEqual([false, 'mark']);
  });
});

/** What stands in a notice and is not asked for by it. */
const NOT_WORK: [string, DemandKind][] = [
  ['请各企业如实填写《安全检查台账》', 'inspection'],
  ['各村要建立防火检查记录', 'inspection'],
  ['会上将围绕河道巡查逐村发言', 'inspection'],
  ['现将《冬季安全生产工作方案》印发给你们', 'form'],
  ['便民登记业务改在二楼报告厅办理', 'form'],
  ['请参加周五的汇报表演', 'form'],
];

describe('what is only spoken of', () => {
  it.each(NOT_WORK)('%s: no %s', (text, kind) => {
    expect(verdictOf(text).demands).not.toContain(kind);
  });

  it.each([
    ['请把刚才的文章转发到朋友圈', 'share'],
    ['请将昨天的现场照片上传到群里', 'photo'],
    ['没有完成的请把截图发到本群', 'screenshot'],
  ] as [string, DemandKind][])('%s: asked all the same', (text, kind) => {
    expect(verdictOf(text).demands).toContain(kind);
  });
});
