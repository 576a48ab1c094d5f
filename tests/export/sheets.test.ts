import { describe, expect, test } from 'vitest';
import type { DemandKind } from '../../lib/detect/types';
import type { Asked } from '../../lib/export/asked';
import type { LedgerGroup, SheetSource } from '../../lib/export/sheet-source';
import { NOTES, SUMMARY_ITEMS } from '../../lib/export/sheet-words';
import { sheetsOf } from '../../lib/export/sheets';
import { rangeBefore } from '../../lib/tally/periods';
import { NO_OWN_VALUES, type OwnValues } from '../../lib/tally/score';
import { ALL, dayRow, noteOf, OPEN, objectsOf, sourceOf, WHOLE } from './hand-over';

const [FROM, TO] = ['2026-10-10', '2026-10-16'];

function sheets(source: SheetSource, choice = ALL) {
  const [summary, leads, ledger] = sheetsOf(source, choice, OPEN);
  const items = Object.fromEntries(objectsOf(summary).map((row) => [row.项目, row]));
  return { summary, items, leads: objectsOf(leads), ledger: objectsOf(ledger), leadSheet: leads };
}

function group(chat: string, rest: Partial<LedgerGroup>): LedgerGroup {
  return {
    ...{ site: 'wechat', chat, purpose: '', owner: '', unit: '', note: '' },
    ...{ firstDay: FROM, lastDay: FROM, messages: 0, notices: 0, copies: 0, traces: 0 },
    ...{ suspicions: [], disposal: null },
    ...rest,
  };
}

function askedFor(kind: DemandKind, chat: string, rest: Partial<Asked> = {}): Asked {
  return {
    ...{ kind, site: 'wechat', chat, day: FROM, time: 1, offHours: false, emergency: false },
    ...{ reached: [`wechat|${chat}`], excerpt: '', evidence: '' },
    ...rest,
  };
}

describe('汇总', () => {
  test('the period before is as long and ends the day before', () => {
    expect(rangeBefore({ from: FROM, to: TO })).toEqual({ from: '2026-10-03', to: '2026-10-09' });
    expect(rangeBefore({ from: '2026-03-01', to: '2026-03-01' })).toEqual({
      from: '2026-02-28',
      to: '2026-02-28',
    });
  });

  test('counts, change and its share; nothing divided by nothing', () => {
    const { items } = sheets(
      sourceOf(FROM, TO, [
        dayRow('2026-10-02', '甲', { messages: 500 }),
        dayRow('2026-10-03', '甲', { messages: 8, copies: 0 }),
        dayRow('2026-10-12', '甲', { messages: 6, copies: 3, demands: { photo: 2 } }),
        dayRow('2026-10-16', '乙', { messages: 4 }),
        dayRow('2026-10-17', '乙', { messages: 900 }),
      ]),
    );
    const short = (item: string) => {
      const { 本期, 上期, 增减, 增减率 } = items[item] ?? {};
      return [本期, 上期, 增减, 增减率];
    };
    expect(short('消息')).toEqual([10, 8, 2, 0.25]);
    expect(short('重复通知')).toEqual([3, 0, 3, null]);
    expect(short('有消息的群')).toEqual([2, 1, 1, 1]);
    expect(short('要求拍照或录像')).toEqual([2, 0, 2, null]);
    expect(short('统计天数')).toEqual([7, 7, 0, 0]);
    // 2 × 5 minutes over six working days, the Saturday of the 10th being one: 100 × 10 / 6 / 160.
    expect(short('工作日')[0]).toBe(6);
    expect(short('负担指数')[0]).toBe(1);
    expect(items.公式版本?.本期).toBe(1);
  });

  test('a period before that was not counted from its first day is not compared with', () => {
    const { items, summary } = sheets(
      sourceOf(FROM, TO, [dayRow('2026-10-12', '甲', { messages: 6 })], { isBeforeWhole: false }),
    );
    expect(items.消息).toMatchObject({ 本期: 6, 上期: null, 增减: null, 增减率: null });
    expect(summary.notes).toContain(NOTES.shortBefore);
  });

  test('it says of how many groups it is, and that it is a lower bound', () => {
    const source = sourceOf(FROM, TO, [
      dayRow('2026-10-12', '甲', { messages: 6 }),
      dayRow('2026-10-12', '乙', { messages: 4 }),
    ]);
    const all = sheets(source);
    expect(all.items.有消息的群?.说明).toBe('台账中的全部 2 个群');
    expect(all.summary.notes).toContain(NOTES.coverage);
    const one = sheets(source, { ...ALL, groups: new Set(['wechat|乙']) });
    expect(one.items.有消息的群?.说明).toBe('所选 1 个群（台账中共 2 个）');
    expect(one.items.消息?.本期).toBe(4);
    expect(one.ledger.map(({ 群名称 }) => 群名称)).toEqual(['乙']);
  });

  test('where the figures do not reach all of the period, every sheet says so', () => {
    const rows = [dayRow('2026-10-12', '甲', { messages: 6, demands: { photo: 1 } })];
    const notesOf = (coverage: Partial<SheetSource['coverage']>, choice = ALL) =>
      sheetsOf(sourceOf(FROM, TO, rows, { coverage: { ...WHOLE, ...coverage } }), choice, OPEN).map(
        ({ notes }) => notes.join('\n'),
      );
    const plain = notesOf({}).join();
    expect(plain).not.toMatch(/恢复|统计自|统计到|没有任何记录/);
    const all = { firstDay: '2026-10-12', today: '2026-10-15', restored: 2, restoredBefore: 3 };
    for (const notes of notesOf({ ...all, silent: 1 })) {
      expect(notes).toContain('统计自 2026-10-12 开始');
      expect(notes).toContain('统计到 2026-10-15 为止');
      expect(notes).toContain('本期有 2 天的数字来自快照或备份恢复');
      expect(notes).toContain('上期有 3 天的数字来自快照或备份恢复');
      expect(notes).toContain('本期有 1 个工作日没有任何记录');
    }
    // Whatever is chosen, and to the day.
    const some = { ...ALL, groups: new Set(['wechat|甲']) };
    expect(notesOf({ restored: 1 }, some)[0]).toContain('本期有 1 天');
    expect(notesOf({ firstDay: FROM, today: TO }).join()).not.toMatch(/统计自|统计到/);
  });

  test('years whose holidays nobody knows yet are named, also those of the period before', () => {
    const remark = (from: string, to: string) =>
      sheets(sourceOf(from, to, [dayRow(from, '甲', { messages: 1 })])).items.工作日?.说明;
    expect(remark('2026-10-01', '2026-10-31')).toBe('按国务院公布的放假和调休安排');
    expect(remark('2034-12-30', '2035-02-01')).toBe(
      '2034、2035 年的放假安排尚未收录，按周一至周五计',
    );
    expect(remark('2035-01-02', '2035-01-03')).toContain('2034、2035 年');
  });

  test('minutes of the user’s own are told', () => {
    const rows = [dayRow('2026-10-12', '甲', { messages: 1, demands: { form: 1 } })];
    const own = sheets(
      sourceOf(FROM, TO, rows, { own: { demandMinutes: { form: 7 }, pace: {} } }),
    ).items;
    expect(own[SUMMARY_ITEMS.minutes]).toMatchObject({
      本期: 7,
      说明: expect.stringContaining('经本人修改'),
    });
    const same = sheets(
      sourceOf(FROM, TO, rows, { own: { demandMinutes: { form: 30 }, pace: {} } }),
    ).items;
    expect(same[SUMMARY_ITEMS.minutes]?.说明).not.toContain('经本人修改');
  });

  test('each figure of the user’s own is named, and no other; the speed is the one reckoned with', () => {
    const rows = [dayRow('2026-10-12', '甲', { messages: 1, copies: 1, copyChars: 1_200 })];
    const remarks = (own: OwnValues) => {
      const { items } = sheets(sourceOf(FROM, TO, rows, { own }));
      return [items[SUMMARY_ITEMS.minutes]?.说明, items[SUMMARY_ITEMS.copyChars]?.说明];
    };
    const printed = remarks(NO_OWN_VALUES);
    expect(printed[1]).toContain('255');
    const [minutes, speed] = remarks({ demandMinutes: {}, pace: { charactersPerMinute: 400 } });
    expect(minutes).toContain('阅读速度');
    expect(minutes).not.toContain('分钟数');
    expect(minutes).toContain('经本人修改');
    expect(speed).toContain('400');
    expect(speed).not.toContain('255');
    const [replies] = remarks({ demandMinutes: { form: 7 }, pace: { secondsPerReply: 9 } });
    expect(replies).toContain('分钟数、每条跟帖的用时经本人修改');
    expect(replies).not.toContain('阅读速度');
  });
});

describe('问题线索清单', () => {
  const rows = [
    dayRow('2026-10-12', '甲', { messages: 9, demands: { photo: 1, meeting: 4, form: 2 } }),
    dayRow('2026-10-15', '甲', { messages: 9, demands: { photo: 2 } }),
    dayRow('2026-10-13', '乙', { messages: 9, demands: { reply: 5, photo: 1 } }),
  ];

  test('one line per form and group, by head, then by how often; meetings are no lead', () => {
    const { leads } = sheets(sourceOf(FROM, TO, rows));
    expect(leads.map((row) => [row.序号, row.问题类别, row.表现形式, row.群, row.次数])).toEqual([
      [1, '强制使用', '要求回复', '乙', 5],
      [2, '过度留痕', '要求拍照或录像', '甲', 3],
      [3, '过度留痕', '要求拍照或录像', '乙', 1],
      [4, '多头填报', '要求填表报数', '甲', 2],
    ]);
    expect(leads[1]).toMatchObject({
      首次日期: '2026-10-12',
      末次日期: '2026-10-15',
      平台: '微信',
    });
  });

  test('only the chosen heads', () => {
    const { leads } = sheets(sourceOf(FROM, TO, rows), { ...ALL, categories: new Set(['forms']) });
    expect(leads.map((row) => [row.序号, row.问题类别])).toEqual([[1, '多头填报']]);
  });

  test('off hours, groups reached and emergencies come from the details', () => {
    const asked = [
      askedFor('photo', '甲', { reached: ['wechat|甲', 'wechat|乙'], offHours: true }),
      askedFor('photo', '甲', { reached: ['wechat|甲', 'wechat|丙'], emergency: true }),
      askedFor('photo', '甲', { offHours: true, excerpt: '旧' }),
    ];
    const { leads } = sheets(sourceOf(FROM, TO, rows, { asked }));
    expect(leads[1]).toMatchObject({
      ...{ 涉及群数: 3, 非工作时间次数: 2 },
      备注: '其中 1 次涉及应急、安保，属例外情形；例：旧',
    });
  });

  test('details that are not whole say nothing', () => {
    const { leads } = sheets(sourceOf(FROM, TO, rows, { asked: [askedFor('photo', '甲')] }));
    expect(leads[1]).toMatchObject({ 次数: 3, 涉及群数: null, 非工作时间次数: null });
  });

  test('what is suspected of a group is a lead of its own, with the disposal that the user set', () => {
    const groups = [
      group('空群', { suspicions: ['dormant', 'other'], disposal: 'dissolve', unit: '某办' }),
    ];
    const { leads, ledger } = sheets(sourceOf(FROM, TO, [], { groups }));
    expect(leads).toHaveLength(1);
    expect(leads[0]).toMatchObject({
      ...{ 问题类别: '空壳僵尸与重复组群', 表现形式: '疑似僵尸群', 次数: null, 建议: '解散' },
      '涉及单位（自填）': '某办',
    });
    expect(ledger[0]).toMatchObject({ 疑似类型: '疑似僵尸群、疑似聊天群', 拟处置: '解散' });
  });

  const [ONE, TWO] = ['1'.repeat(64), '2'.repeat(64)];
  const example = (...asked: Partial<Asked>[]) => {
    const told = asked.map((each) => askedFor('photo', '甲', each));
    const { leads } = sheets(sourceOf(FROM, TO, rows, { asked: told }));
    return [leads[1]?.佐证编号, leads[1]?.备注];
  };

  test('a line has the number and the excerpt of one message: the newest with a number', () => {
    expect(
      example(
        { time: 3, excerpt: '收到请回复' },
        { time: 1, excerpt: '旧', evidence: ONE },
        { time: 2, excerpt: '新', evidence: TWO },
      ),
    ).toEqual([TWO, '例：新']);
    expect(example({ time: 2, evidence: TWO }, { time: 3, excerpt: '收到请回复' })).toEqual([
      TWO,
      '',
    ]);
  });

  test('without any number it has the newest excerpt, and an empty cell', () => {
    expect(example({ time: 1, excerpt: '旧' }, { time: 2, excerpt: '新' }, { time: 3 })).toEqual([
      null,
      '例：新',
    ]);
    expect(example()).toEqual([null, '']);
    expect(example({ time: 1 })).toEqual([null, '']);
  });

  test('every line has its own number, a line of suspicion has none, and a note says what it is', () => {
    const asked = [
      askedFor('photo', '甲', { evidence: ONE }),
      askedFor('photo', '乙', { evidence: ONE }),
      askedFor('form', '甲', { evidence: TWO }),
    ];
    const groups = ['甲', '乙'].map((chat) => group(chat, { suspicions: ['dormant'] }));
    const { leads, leadSheet } = sheets(sourceOf(FROM, TO, rows, { asked, groups }));
    expect(leads.map((row) => [row.表现形式, row.佐证编号])).toEqual([
      ['要求回复', null],
      ['要求拍照或录像', ONE],
      ['要求拍照或录像', ONE],
      ['要求填表报数', TWO],
      ['疑似僵尸群', null],
      ['疑似僵尸群', null],
    ]);
    expect(leadSheet.notes).toContain(NOTES.evidence);
  });
});

describe('工作群组台账', () => {
  test('silent groups are listed, what was only folded is no activity, notes stand beside', () => {
    const { ledger } = sheets(
      sourceOf(
        FROM,
        TO,
        [
          dayRow('2026-01-05', '旧', { messages: 3 }),
          dayRow('2026-02-05', '旧', { folded: 2 }),
          dayRow('2026-10-12', '新', { messages: 2, notices: 1, demands: { reply: 1, form: 1 } }),
          dayRow('2026-10-12', '只折叠', { folded: 1 }),
        ],
        { notes: [noteOf('旧', { owner: '老李', purpose: '防汛', disposal: 'merge' })] },
      ),
    );
    expect(ledger).toHaveLength(2);
    expect(ledger[0]).toMatchObject({ 群名称: '新', 本期消息: 2, 本期通知: 1, 留痕要求: 1 });
    expect(ledger[1]).toMatchObject({
      ...{ 群名称: '旧', 首见日期: '2026-01-05', 最近活跃: '2026-01-05', 本期消息: 0 },
      ...{ '用途（自填）': '防汛', '群主或建立者（自填）': '老李', 拟处置: '整合' },
    });
  });
});
