import { expect, test } from 'vitest';
import { fixture, historyIn, linesIn } from './read-fixture';

const NOTICE = '【通知】请各网格于11月8日17:00前报送';

test('Telegram, one chat: who says what, files, pictures and voices', async () => {
  expect(await linesIn(fixture('telegram-chat.json'))).toEqual([
    `5 09:02:13 ?周敏 text ${NOTICE}《冬季取暖隐患排查表》，逾期通报。`,
    '5 09:03:00 ?周敏 file 冬季取暖隐患排查表.xlsx 20480',
    '5 09:03:20 ?韩冰 image',
    '5 09:03:30 ?韩冰 voice',
    '5 09:04:00 ?韩冰 text 收到',
    '5 09:05:00 ? text 收到',
  ]);
  const { history } = await historyIn([fixture('telegram-chat.json')]);
  expect(history.chats).toEqual([
    { site: 'telegram', name: '东河片区网格', isPrivate: false, from: 0 },
  ]);
  expect(history.skipped.system).toBe(1);
});

test('Telegram, a whole account: every chat, and whose account it is', async () => {
  expect(await linesIn(fixture('telegram-account.json'))).toEqual([
    '6 10:00:00 *韩冰 text 我来报送',
    '6 10:01:00 吴岩 text 好的',
    '6 11:00:00 吴岩 text 晚上一起吃饭？',
  ]);
  const { history } = await historyIn([fixture('telegram-account.json')]);
  expect(history.chats.map(({ name, isPrivate }) => [name, isPrivate])).toEqual([
    ['石桥村干部群', false],
    ['吴岩', true],
  ]);
});

test('WhatsApp in Chinese: the afternoon is the afternoon, and a message has several lines', async () => {
  const file = fixture('与石桥村干部群的 WhatsApp 聊天.txt');
  expect(await linesIn(file)).toEqual([
    '5 09:02:00 ?张伟 text 【通知】请各组于11月8日前上报养老认证进度。\n名单见附件，\n联系人 12:30 前在岗。',
    '5 12:05:00 ?李娜 text 收到',
    '5 15:40:00 ?张伟 file 进度表.xlsx',
    '5 15:41:00 ?王强 placeholder',
    '6 00:30:00 ?李娜 text 12: 这是数字开头',
  ]);
  const { history } = await historyIn([file]);
  expect(history.chats[0]?.name).toBe('石桥村干部群');
  expect(history.skipped).toMatchObject({ system: 1, recalled: 1 });
});

test('WhatsApp of another phone: the day first, twelve hours, marks of direction', async () => {
  const file = fixture('_chat.txt', 'WhatsApp Chat - Grid East.zip/_chat.txt');
  expect(await linesIn(file)).toEqual([
    '5 09:02:13 ?Zhang Wei text Please send the winter form by 8 Nov',
    '5 09:02:20 ?Li Na image',
    '5 13:05:00 ?Li Na text done',
    '13 13:05:00 ?Li Na text done again',
  ]);
  expect((await historyIn([file])).history.chats[0]?.name).toBe('Grid East');
});

test('QQ, all chats in one text: ranks and numbers are no names, equal answers are two', async () => {
  expect(await linesIn(fixture('全部消息记录.txt'))).toEqual([
    '5 09:02:13 ?赵敏 text 【通知】请各楼栋长于11月8日前完成燃气入户登记，\n登记表见群文件。',
    '5 09:02:13 ?钱亮 text 收到',
    '5 09:02:13 ?孙梅 text 收到',
    '5 15:10:00 ?孙梅 image',
    '6 08:00:00 ?钱亮 text 明天休假吗',
  ]);
  const { history } = await historyIn([fixture('全部消息记录.txt')]);
  expect(history.chats.map(({ name, isPrivate }) => [name, isPrivate])).toEqual([
    ['柳树社区网格群', false],
    ['钱亮', true],
  ]);
  expect(history.skipped.recalled).toBe(1);
});

test('QQ, a web archive: entities are words, and what lies behind the table is not read', async () => {
  expect(await linesIn(fixture('柳树社区.mht'))).toEqual([
    '5 09:02:13 ?赵敏 text 请于11月8日前完成 <燃气> 入户登记&拍照\n谢谢',
    '5 15:10:00 ?钱亮 image',
  ]);
  expect((await historyIn([fixture('柳树社区.mht')])).history.chats[0]?.name).toBe(
    '柳树社区网格群',
  );
});

test('WeChat by MemoTrace: quoted lines, files, links, own messages', async () => {
  expect(await linesIn(fixture('东河网格群_utf8.csv'))).toEqual([
    `5 09:02:13 周主任 text ${NOTICE}"冬季取暖隐患排查表",\n逾期通报。`,
    '5 09:03:20 *韩冰 text 收到',
    '5 09:03:30 周主任 file 排查表.xlsx 20480',
    '5 09:03:40 吴岩 image',
    '5 09:04:00 吴岩 link 冬季安全提示 https://example.com/a?b=1&c=2',
  ]);
  const { history } = await historyIn([fixture('东河网格群_utf8.csv')]);
  expect(history.chats[0]).toMatchObject({ site: 'wechat', name: '东河网格群' });
  expect(history.skipped.recalled).toBe(1);
});

test('WeChat by chatlog: JSON and table', async () => {
  expect(await linesIn(fixture('chatlog.json'))).toEqual([
    `5 09:02:13 周敏 text ${NOTICE}排查表。`,
    '5 09:02:13 *韩冰 text 收到',
    '5 09:02:13 周敏 file 排查表.xlsx',
    '5 09:02:13 周敏 video',
    '5 09:02:13 周敏 text 在吗',
  ]);
  expect(await linesIn(fixture('chatlog.csv'))).toEqual([
    '5 09:02:13 周敏 text 请报送排查表',
    '5 09:03:13 *韩冰 text 收到',
  ]);
});

test('WeChat by WeFlow, and what it writes for ChatLab', async () => {
  expect(await linesIn(fixture('weflow.json'))).toEqual([
    `5 09:02:13 周敏 text ${NOTICE}排查表。`,
    '5 09:02:20 周敏 file 排查表.xlsx',
    '5 09:03:20 *韩冰 text 收到',
  ]);
  expect(await linesIn(fixture('chatlab.jsonl'))).toEqual([
    '5 09:02:13 周敏 text 请报送排查表',
    '5 09:03:20 *b text 收到',
  ]);
});

test('Slack: the zip as it comes, names for ids, marks in words', async () => {
  expect(await linesIn(fixture('slack.zip'))).toEqual([
    '5 09:02:13 ?周敏 text @韩冰 请于11月8日前报送 冬季排查表 https://example.com/form & 照片',
    '5 09:03:20 ?韩冰 text 收到',
    '5 09:03:30 ?周敏 file 排查表.xlsx 20480',
  ]);
  const { history } = await historyIn([fixture('slack.zip')]);
  expect(history.chats[0]).toMatchObject({ site: 'slack', name: 'grid' });
  expect(history.skipped).toMatchObject({ system: 1, recalled: 1 });
});

test('a table in GB18030, and one in tabs without names of columns', async () => {
  expect(await linesIn(fixture('网格群记录.csv'))).toEqual([
    '5 09:02:00 ?周敏 text 请各网格报送排查表,明天前',
    '5 09:03:00 ?韩冰 text 收到',
  ]);
  expect((await historyIn([fixture('网格群记录.csv')])).history.skipped.time).toBe(1);
  expect(await linesIn(fixture('无表头.tsv'))).toEqual([
    '5 09:02:13 ?周敏 text 请各网格于明天前报送冬季取暖隐患排查表',
    '5 09:03:13 ?韩冰 text 收到',
  ]);
});

test('the columns of a table may be others, and so may its site', async () => {
  const file = fixture('网格群记录.csv');
  const { tables } = await historyIn([file]);
  expect(tables[0]?.look).toMatchObject({
    columns: { time: 0, sender: 1, text: 2, chat: 3 },
    hasHead: true,
  });
  const look = tables[0]?.look;
  if (!look) throw new Error('no table');
  const choice = { ...look, columns: { time: 0, text: 1, sender: 3 }, site: 'dingtalk' };
  const { history } = await historyIn([file], { tables: new Map([[file.path, choice]]) });
  expect(history.messages[0]).toMatchObject({ text: '周敏', sender: '东河网格群' });
  expect(history.chats[0]).toMatchObject({ site: 'dingtalk', name: null });
});
