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
    ['怎么才12个人接龙？', 'relay'],
    ['结屏一张，发工作群', 'screenshot'],
    ['查寝打卡，人脸没录上的重刷一次', 'check-in'],
    ['把推文发到亲友群、同学群、业主群，越多越好', 'share'],
    ['学时差0.5的，今晚拿下', 'study'],
    ['在的回一哈', 'reply'],
    ['每两小时发一次定位', 'location'],
  ])('%s: %s', (text, kind) => {
    expect(demands(text).kinds).toContain(kind);
    expect(demands(text).traceOnly).toBe(true);
  });

  it.each([
    '村医补助本月25号到卡上，每人800。另外好医生网的课程请年底前学完。',
    '防滑垫已到仓库，每楼两块，铺在大门口，铺完请拍照发群。',
    '换发医保码从下周一开始，带户口本，分组来，组长看到回复。',
    '收到请回复，今晚住单位',
    '收到请回复，来三个人帮忙',
    '收到请回复，每村来三个',
    '收到请回复，找王书记',
    '收到请回复，钥匙在传达室',
    '收到请回复，二班上课',
    '收到请回复，门打开',
    '收到请回复，全员上岗',
    '收到请回复，明天下午领导来查',
    '收到请回复，活动开始了',
    '请打卡，晚上加班',
    '请签到，签完到三楼',
    '请接龙，一份十五',
    '请回复手机号',
    '请投票，明天唱票',
    '树枝锯掉拍照发群',
    '各户把窗户关上拍照',
    '防火期每天巡山不少于两趟，进山出山都在终端打卡',
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
    '每天签到能领两个金币，攒够一百换一块钱',
    '请输入手机号完成签到',
    '回复“1”退订',
    '高赞回复：建议直接开除',
    '请尽快回复群众诉求',
    '现转发县委办通知，请遵照执行',
    '各位评委请投票打分',
    '更多内容请关注本台公众号',
    '照片交给警方后嫌疑人很快落网',
    '请监考老师八点到',
    '以后通知类消息一律不回复收到',
    '团购接龙开始了，丑橘十斤三十八',
    '这个推文是每个人都转，还是支书转就行',
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
