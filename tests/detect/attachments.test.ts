import { describe, expect, it } from 'vitest';
import type { Message } from '../../lib/detect/types';
import { judgePair } from './fixtures';

const file = (name: string, size: number, exact = true): Partial<Message> => ({
  kind: 'file',
  file: { name, size, exact },
});
const link = (url: string, title: string): Partial<Message> => ({
  kind: 'link',
  link: { url, title },
});

describe('files', () => {
  it.each([
    [
      'same name and size',
      file('秋粮收购进度表.xlsx', 20480),
      file('秋粮收购进度表.xlsx', 20480),
      'copy',
    ],
    [
      'a download count in the name',
      file('秋粮收购进度表.xlsx', 20480),
      file('秋粮收购进度表(1).xlsx', 20480),
      'copy',
    ],
    [
      'width of the name',
      file('秋粮收购进度表(新).xlsx', 20480),
      file('秋粮收购进度表（新）.xlsx', 20480),
      'copy',
    ],
    [
      'other size',
      file('秋粮收购进度表.xlsx', 20480),
      file('秋粮收购进度表.xlsx', 20481),
      'revision',
    ],
    [
      'other name, same size',
      file('秋粮收购进度表.xlsx', 20480),
      file('冬修水利进度表.xlsx', 20480),
      'new',
    ],
    [
      'other date in the name',
      file('进度表20261103.xlsx', 20480),
      file('进度表20261104.xlsx', 20480),
      'new',
    ],
    ['unknown size', file('秋粮收购进度表.xlsx', 0), file('秋粮收购进度表.xlsx', 0), 'revision'],
    [
      'common name in another chat',
      file('附件1.docx', 20480),
      { ...file('附件1.docx', 999), chat: '群二' },
      'new',
    ],
  ])('%s', (_name, earlier, later, relation) => {
    expect(judgePair(earlier, later).relation).toBe(relation);
  });

  it('tell both sizes', () => {
    const verdict = judgePair(
      file('秋粮收购进度表.xlsx', 20480),
      file('秋粮收购进度表.xlsx', 30720),
    );
    expect(verdict.changed).toEqual([
      { fact: 'file', from: '秋粮收购进度表.xlsx 20.0KB', to: '秋粮收购进度表.xlsx 30.0KB' },
    ]);
  });

  it('matched by a rounded size are marked, not folded', () => {
    const verdict = judgePair(
      file('进度汇总表格.xlsx', 2_831_000),
      file('进度汇总表格.xlsx', 2_831_155, false),
    );
    expect([verdict.relation, verdict.action]).toEqual(['copy', 'mark']);
    expect(verdict.guards).toContain('approximate-size');
  });

  it('with other words beside them are no copies', () => {
    const later = { ...file('秋粮收购进度表.xlsx', 20480), text: '以这个为准' };
    expect(judgePair(file('秋粮收购进度表.xlsx', 20480), later).relation).not.toBe('copy');
  });
});

describe('links', () => {
  const page = 'https://mp.weixin.qq.com/s?__biz=MzA1&mid=22&idx=1&sn=ab12';
  it.each([
    ['same address', link(page, '冬季用气安全提示'), link(page, '冬季用气安全提示'), 'copy'],
    [
      'share parameters',
      link(page, '冬季用气安全提示'),
      link(`${page}&scene=23&srcid=1009x&utm_source=a#rd`, '冬季用气安全提示'),
      'copy',
    ],
    [
      'other article',
      link(page, '冬季用气安全提示'),
      link(page.replace('ab12', 'cd34'), '冬季用气安全提示'),
      'new',
    ],
    ['other title', link(page, '冬季用气安全提示'), link(page, '冬季用电安全提示'), 'revision'],
    ['no address', link('', '冬季用气安全提示'), link('', '冬季用气安全提示'), 'new'],
    [
      'title that stands in',
      link(page, '当前微信版本不支持展示该内容，请升级至最新版本。'),
      link(page, '当前微信版本不支持展示该内容，请升级至最新版本。'),
      'none',
    ],
  ])('%s', (_name, earlier, later, relation) => {
    expect(judgePair(earlier, later).relation).toBe(relation);
  });
});

describe('pictures and placeholders', () => {
  it('with the same key are copies', () => {
    const picture: Partial<Message> = { kind: 'image', image: { key: 'a1' } };
    expect(judgePair(picture, picture).relation).toBe('copy');
    expect(judgePair(picture, { kind: 'image', image: { key: 'a2' } }).relation).toBe('new');
  });

  it.each<Partial<Message>>([
    { kind: 'image' },
    { kind: 'image', text: '[图片]' },
    { kind: 'text', text: '[图片]' },
    { kind: 'text', text: '［图片］' },
    { kind: 'text', text: '[视频]' },
    { kind: 'text', text: '[收到一条网页版微信暂不支持的消息类型，请在手机上查看]' },
    { kind: 'text', text: '收到一条网页版微信暂不支持的消息类型,请在手机上查看' },
    { kind: 'text', text: '该类型暂不支持，请在手机上查看' },
    { kind: 'text', text: '[该消息类型暂不支持展示，请使用手机查看]' },
    { kind: 'text', text: '[该消息类型暂不能展示]' },
    { kind: 'text', text: '该消息网页版微信暂时不支持' },
    { kind: 'text', text: '[收到了一个表情，请在手机上查看]' },
    { kind: 'text', text: '[发送了一个表情，请在手机上查看]' },
    { kind: 'text', text: '暂不支持该消息类型，请到手机端查看' },
    { kind: 'text', text: 'This type of message is not supported. Please view it on your phone.' },
    { kind: 'text', text: '[This message type is not supported on this device]' },
    { kind: 'text', text: '当前版本不支持该消息，请升级到最新版本后查看内容' },
    { kind: 'placeholder', text: '[暂不支持的消息类型]' },
    { kind: 'voice', text: '语音 12"' },
    { kind: 'video' },
    { kind: 'location', text: '安和街道办事处' },
    { kind: 'system', text: '王敏邀请刘洋加入了群聊，群内共有二百三十四人，请注意查看群公告内容' },
  ])('%o is never a copy', (part) => {
    const verdict = judgePair(part, part);
    expect([verdict.relation, verdict.notice, verdict.action]).toEqual(['none', null, 'show']);
    expect(verdict.guards).toContain('placeholder');
  });

  it.each([
    '请拍图片发到群里并注明门牌号和检查时间等信息',
    '本系统暂不支持手机端，请用电脑登录后填报第三季度数据，周五前完成',
  ])('%s is a text', (text) => {
    expect(judgePair(text, text).guards).not.toContain('placeholder');
  });
});
