import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MessageRow } from '../../lib/tally/rows.ts';
import { fileOf } from '../simulator/wechat/pictures.ts';
import type { SimulatorDriver } from '../simulator/wechat/serve.ts';
import type { Picture } from '../simulator/wechat/types.ts';
import { rowLooking, seenRows } from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { GRID, openGroups, read, STREET, YESTERDAY } from './work-groups.ts';

/** A notice of its own for every test, each with the plan that it speaks of in a picture. */
const NOTICES = [
  '各社区：冬季防火检查安排见下图，请按图中时间提前备好台账，检查组不再另行通知各单位。',
  '校舍加固进度照图上的顺序一户一户核对，缺项的学校由镇教育办派人上门补齐，资料装订成册。',
  '河道清淤轮值表发在图里，轮到哪个村哪个村就带工具到闸口集合，饭由村里管，车由水利站派。',
];

/** A plan as it is photographed and posted; one line says when. */
function planOf(title: string, day: string): string[] {
  const rows = [
    '东河社区　张敏',
    '西桥社区　李强',
    '北门社区　王芳',
    '南坡社区　刘洋',
    '河湾社区　陈静',
  ];
  return [title, '', `检查时间：${day}上午`, ...rows, '', '街道综合办公室'];
}

describe.each(BROWSER_KINDS)('pictures in %s', (kind) => {
  let session: Session;
  let chat: SimulatorDriver;
  let minute = 0;

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
  });
  afterAll(() => session.close());

  beforeEach(async () => {
    chat = await openGroups(session, 900);
  });
  afterEach(() => chat.page.close());

  /** Delivers a notice with the photograph of a plan. */
  async function post(where: string, text: string, picture: Picture) {
    const time = YESTERDAY + minute++ * 600_000;
    const from = where === STREET ? '张三' : '李四';
    const [notice = '', photo = ''] = await chat.receive([
      { chat: where, from, time, text },
      { chat: where, from, time: time + 5000, kind: 'image', picture },
    ]);
    return { notice, photo };
  }

  async function stored(id: string): Promise<MessageRow | undefined> {
    const rows = await tallyRows<MessageRow>(session, 'messages');
    return rows.find(({ key }) => key === `wechat:${id}`);
  }

  /** Waits until a message was judged as wanted. */
  function judged(id: string, reason: string): Promise<MessageRow> {
    return waitUntil(`message ${id} to be judged "${reason}"`, async () => {
      const row = await stored(id);
      if (row?.verdict.reason === reason) return row;
      throw new Error(row ? `it is "${row.verdict.reason}"` : 'it is not stored');
    });
  }

  test('the same bytes under other ids are a copy: text and picture fold in the second group', async () => {
    const [text = ''] = NOTICES;
    const sheet = planOf('冬季防火检查表', '十二月八日');
    const first = await post(STREET, text, { sheet });
    const { notice, photo } = await post(GRID, text, { sheet });
    await read(chat, STREET, first.notice);
    await read(chat, GRID);
    await rowLooking(chat.page, notice, 'folded');
    const bar = await rowLooking(chat.page, photo, 'folded');
    expect(bar.words).toContain('[图片]');
    expect((await judged(photo, 'same-picture')).verdict.action).toBe('fold');
  });

  test('a picture with one line changed is called similar, and neither it nor its text folds', async () => {
    const [, text = ''] = NOTICES;
    await post(STREET, text, { sheet: planOf('校舍加固核对表', '十二月八日') });
    const { notice, photo } = await post(GRID, text, {
      sheet: planOf('校舍加固核对表', '十二月九日'),
    });
    await read(chat, STREET);
    await read(chat, GRID);
    await judged(photo, 'similar-picture');
    await rowLooking(chat.page, notice, 'marked');
    expect((await stored(notice))?.verdict).toMatchObject({
      relation: 'copy',
      guards: ['attachment'],
    });
    const seen = await seenRows(chat.page);
    expect(seen.filter(({ look }) => look === 'folded')).toEqual([]);
  });

  test('where the page does not say which bytes they are, pictures that look the same are similar only', async () => {
    const [, , text = ''] = NOTICES;
    const picture = { sheet: planOf('河道清淤轮值表', '十二月八日'), md5: false };
    await post(STREET, text, picture);
    const { notice, photo } = await post(GRID, text, picture);
    await read(chat, STREET);
    await read(chat, GRID);
    expect((await judged(photo, 'similar-picture')).verdict).toMatchObject({
      relation: 'none',
      of: null,
      action: 'show',
    });
    await rowLooking(chat.page, notice, 'marked');
    const seen = await seenRows(chat.page);
    expect(seen.filter(({ look }) => look === 'folded')).toEqual([]);
    expect(chat.refused).toEqual([]);
  });

  test('a page that names the wrong bytes does not get its picture folded for long', async () => {
    const sheet = planOf('养老助餐排班表', '十二月八日');
    const other = { sheet: ['党员学习心得交流会', '', '', '地点：三楼会议室'], md5: false };
    const time = YESTERDAY + minute++ * 600_000;
    await chat.receive({ chat: STREET, from: '张三', time, kind: 'image', picture: { sheet } });
    const pictureFile = fileOf({ sheet });
    const wrong = {
      chat: GRID,
      from: '李四',
      time,
      kind: 'image',
      picture: other,
      pictureFile,
    } as const;
    const [photo = ''] = await chat.receive(wrong);
    await read(chat, STREET);
    await read(chat, GRID);
    await rowLooking(chat.page, photo, 'marked');
    expect((await stored(photo))?.verdict).toMatchObject({
      relation: 'copy',
      guards: ['attachment'],
    });
  });
});
