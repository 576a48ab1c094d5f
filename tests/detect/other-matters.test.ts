import { describe, expect, it } from 'vitest';
import { judgePair } from './fixtures';

describe('other matters', () => {
  it('is a series when the boilerplate alone is common', () => {
    const make = (title: string, day: string, place: string, hour: string) =>
      `各位主任：现将《${title}》转发给你们，请认真组织学习并结合本辖区实际抓好贯彻落实，并于${day}${hour}在${place}参加专题培训。如有疑问请联系党政办。`;
    const verdict = judgePair(
      make('关于做好秋粮收购工作的通知', '11月5日', '三楼会议室', '9:00'),
      make('婚姻登记数据治理实施细则', '11月12日', '镇文化中心', '14:30'),
    );
    expect(['series', 'new']).toContain(verdict.relation);
    expect(verdict.action).not.toBe('fold');
  });

  it('does not fold swapped names', () => {
    const text =
      '本周值班安排如下：东城社区由张伟带班负责巡查，西城社区由刘洋带班负责接待，其余同志正常休息待命听从安排';
    const swapped = text.replace('张伟', '甲').replace('刘洋', '张伟').replace('甲', '刘洋');
    expect(judgePair(text, swapped).relation).not.toBe('copy');
  });

  it('matches short texts exactly or not at all', () => {
    const text = '11月5日9:00在三楼308会议室召开调度会请参加13800001234';
    expect(judgePair(text, text).relation).toBe('copy');
    expect(judgePair(text, text.replace('请参加', '请准时参加')).relation).toBe('new');
  });

  it('is no notice below 24 characters', () => {
    const verdict = judgePair('今天下午三点开会', '今天下午三点开会');
    expect([verdict.relation, verdict.notice]).toEqual(['none', null]);
  });

  it('takes a last line that ends a list for a part of the notice', () => {
    const head =
      '请以下单位在收到通知后派一名分管负责同志参加创建工作推进会，参会单位名单：\n党政办公室\n综合执法办公室';
    expect(judgePair(`${head}\n平安建设办公室`, `${head}\n应急管理办公室`).relation).not.toBe(
      'copy',
    );
  });
});
