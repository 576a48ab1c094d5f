import { describe, expect, it } from 'vitest';
import { isTakenBack, isTold } from '../../lib/sites/picked-told';

describe('a line without a name', () => {
  it.each([
    '王强撤回了一条消息',
    '"李娟"撤回了一条消息 重新编辑',
    '你撤回了一条消息',
    '王强撤回了成员李娟的一条消息',
    '王强邀请李娟加入群聊',
    '“粮管所-杨柳”邀请“黄Leo”加入了群聊',
    '管理员将李娟移出群聊',
    '李娟加入了群聊',
    '李娟已退出群聊',
    '王强修改群名为“防汛调度群”',
    '王强修改了群公告',
    '@王强 将讨论组名称更改为了 客服系统割接。',
    '@王强 邀请 @李娟 @Oskar 加入了讨论组。',
    'Li Juan joined the room',
    'Li Juan has left the channel.',
    'Wang unsent a message',
    '孙丽(应急办) 加入了聊天室',
    'User has joined the chat!',
  ])('tells of the chat: %s', (text) => {
    expect(isTold(text)).toBe(true);
  });

  it.each([
    '请各村网格员加入群聊',
    '收到',
    '今天下午三点前撤回',
    '王强撤回了一条消息，请大家以新通知为准',
    '我已邀请李娟参加明天的会',
    '请修改群昵称为“村名+姓名”，今天中午前改完，逾期移出群聊',
    'we joined the meeting at nine',
    '请将名单报送至群里',
    '请大家修改群名片',
    '请各位修改群名称为“村名+姓名”',
    '修改群公告',
    '各村将群名称改为“村名+姓名”',
    '请将群名称改为了的再核对一遍',
    `${'很长'.repeat(40)}加入了群聊`,
  ])('says something: %s', (text) => {
    expect(isTold(text)).toBe(false);
  });
});

describe('in the place of a message that was taken back', () => {
  it.each([
    '消息已撤回',
    '此消息已被移除',
    '该消息已被管理员删除',
    '(message deleted)',
    'This message was deleted.',
  ])('%s is nobody’s', (text) => expect(isTakenBack(text)).toBe(true));

  it.each([
    '消息已撤回，以新通知为准',
    '请撤回消息',
    '消息已发送',
    '通知已撤回',
    'message me when deleted',
  ])('%s is said', (text) => expect(isTakenBack(text)).toBe(false));
});
