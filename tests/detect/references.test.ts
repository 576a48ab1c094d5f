import { describe, expect, it } from 'vitest';
import { judge } from '../../lib/detect/judge';
import { createIndex } from '../../lib/detect/notice-index';
import type { Message } from '../../lib/detect/types';
import { HOUR, judgePair, MONDAY, message, options, take } from './fixtures';

const MEETING =
  '定于11月5日上午9点在三楼大会议室召开冬春火灾防控工作部署会，请各社区书记和分管同志参加，会议材料自带';
const FORM =
  '请各社区把《困难群众冬季取暖补助申请表》收齐后统一报到民政办，每户附身份证复印件和银行卡复印件';

describe('explicit references', () => {
  it.each([
    ['更正：会议时间改为11月6日上午9点'],
    ['更正通知：冬春火灾防控工作部署会改到11月6日'],
    ['部署会地点调整为二楼党员活动室'],
    ['冬春火灾防控工作部署会取消'],
    ['冬春火灾防控部署会延期至11月9日'],
    ['补充通知：请各社区书记带上火灾防控台账'],
    ['之前发的部署会通知作废，以此为准'],
    ['刚才的通知时间写错了，是10点'],
  ])('%s', (text) => {
    const index = createIndex();
    const earlier = message(MEETING);
    take(index, earlier);
    const verdict = judge(index, message({ text, time: MONDAY + HOUR }), options());
    expect([verdict.relation, verdict.of, verdict.reason]).toEqual([
      'revision',
      earlier.key,
      'explicit-reference',
    ]);
    expect(verdict.action).toBe('mark');
    expect(verdict.notice).not.toBeNull();
  });

  it('find the notice they speak of among others', () => {
    const index = createIndex();
    const form = message(FORM);
    const meeting = message({ text: MEETING, time: MONDAY + 1 });
    take(index, form);
    take(index, meeting);
    const later = { time: MONDAY + HOUR };
    const forForm = judge(
      index,
      message({ ...later, text: '补充说明：取暖补助申请表每户还要附户口本复印件' }),
      options(),
    );
    expect(forForm.of).toBe(form.key);
    const forMeeting = judge(
      index,
      message({ ...later, text: '火灾防控部署会的时间改为下午3点' }),
      options(),
    );
    expect(forMeeting.of).toBe(meeting.key);
  });

  it('follow a numbered head', () => {
    const index = createIndex();
    const first = message(`【11月2日 通知一】${MEETING}`);
    const second = message(`【11月2日 通知二】${FORM}`);
    take(index, first);
    take(index, second);
    const verdict = judge(
      index,
      message('【11月2日 通知一补充通知】 更正：改为11月6日'),
      options(),
    );
    expect(verdict.of).toBe(first.key);
    expect(verdict.changed).toEqual([{ fact: 'date', from: '11月5日', to: '11月6日' }]);
  });

  it('follow a quotation', () => {
    const index = createIndex();
    const form = message(FORM);
    take(index, form);
    take(index, message({ text: MEETING, time: MONDAY + 1 }));
    const text = `「王敏：${FORM}」\n- - - - - - - - - - - - - - -\n更正：周四前报，以此为准`;
    expect(judge(index, message({ text, time: MONDAY + HOUR }), options()).of).toBe(form.key);
  });

  it.each([
    '请把材料补充完善之后再报给我',
    '会议时间没有改',
    '请各社区自行调整值班人员',
    '活动照常进行，不取消',
  ])('%s is none', (text) => {
    const verdict = judgePair(MEETING, text);
    expect(verdict.relation).not.toBe('revision');
  });

  it('go to nobody when nothing is known', () => {
    const verdict = judge(createIndex(), message('更正：会议时间改为11月6日上午9点'), options());
    expect([verdict.relation, verdict.of]).toEqual(['none', null]);
  });
});

it('an update that shares only what every notice of the chat says is of none of them', () => {
  const index = createIndex();
  const frame = (words: string) =>
    `各位组长、联络员：大家好！${words}。如有不清楚的地方请联系综合办公室值班人员，感谢各位一直以来的支持！`;
  const known = [
    '西片水塔周四清洗一整天，高层住户提前储好饮用水',
    '农家书屋又上架三百本新书，凭借阅证来挑就行',
    '大院北门从今天起封闭挖沟，车辆都绕行南面小路',
    '免费春联已经印好，按户头来传达室找老秦领取',
    '老旧水表分批更换，家中留人开门并挪开杂物',
    '菜地边界重新划线，木桩不许私自拔走或移动',
  ];
  for (const [at, words] of known.entries()) {
    take(index, message({ text: frame(words), time: MONDAY + at }));
  }
  const text = frame('补充通知：乒乓球桌每晚可以借用两小时，球拍弄断了照价赔');
  const verdict = judge(index, message({ text, sender: '赵兰', time: MONDAY + HOUR }), options());
  expect(verdict.reason).not.toBe('explicit-reference');
});

describe('versions', () => {
  const moved = MEETING.replace('11月5日', '11月6日');

  it('a copy of a revision is told from a copy of what it replaced', () => {
    const index = createIndex();
    const first = message(MEETING);
    const second = message({ text: moved, time: MONDAY + 1 });
    take(index, first);
    expect(take(index, second).relation).toBe('revision');
    const ofNew = judge(
      index,
      message({ text: `【转发】${moved}`, time: MONDAY + HOUR }),
      options(),
    );
    expect([ofNew.relation, ofNew.of, ofNew.action]).toEqual(['copy', second.key, 'mark']);
    expect(ofNew.guards).toContain('revision');
    const ofOld = judge(index, message({ text: MEETING, time: MONDAY + HOUR }), options());
    expect([ofOld.relation, ofOld.of, ofOld.action]).toEqual(['copy', first.key, 'mark']);
  });

  it.each<[string, Partial<Message>, Partial<Message>]>([
    ['text', { text: MEETING }, { text: moved }],
    [
      'file',
      { kind: 'file', file: { name: '巡查方案.docx', size: 40_000, exact: true } },
      { kind: 'file', file: { name: '巡查方案.docx', size: 60_000, exact: true } },
    ],
  ])('an older %s that arrives late is known to be changed', (_kind, old, changed) => {
    const index = createIndex();
    take(index, message({ ...changed, time: MONDAY + HOUR }));
    expect(take(index, message({ ...old, time: MONDAY })).relation).toBe('new');
    for (const part of [old, changed]) {
      const copy = judge(
        index,
        message({ ...part, chat: '群二', time: MONDAY + 2 * HOUR }),
        options(),
      );
      expect([copy.relation, copy.action]).toEqual(['copy', 'mark']);
      expect(copy.guards).toContain('revision');
    }
  });

  it('an older version that arrives late changes nothing', () => {
    const index = createIndex();
    take(index, message({ text: moved, time: MONDAY + HOUR }));
    const verdict = judge(index, message({ text: MEETING, time: MONDAY }), options());
    expect([verdict.relation, verdict.reason]).toEqual(['new', 'earlier-version']);
  });
});
