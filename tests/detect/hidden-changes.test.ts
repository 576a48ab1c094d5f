import { describe, expect, it } from 'vitest';
import { judgePair } from './fixtures';

const MEETING =
  '各支部：兹定于11月12日上午9:30在镇政府三楼会议室召开党建工作推进会，请各支部书记准时参加，无特殊情况不得请假，其他事项另行通知。';
const RULES =
  '各网格：本周开展入户走访，各组按片区走完全部住户，走访记录当天上传系统，遇到矛盾纠纷先劝解再上报，带好走访手册和宣传单。';
const LIST =
  '各网格：11月14日开展入户走访，第一组负责东片，第二组负责西片，参加人员：李建国、王海峰、赵春梅、刘志强。';

describe('what stands behind a notice and is no signature', () => {
  it.each([
    ...[
      '取消',
      '自愿',
      '费用自理',
      '盖章',
      '今天',
      '明天',
      '下午',
      '带身份证',
      '务必本人',
      '时间照旧',
    ],
    ...[
      '网格员',
      '村书记',
      '妇联主席',
      '车费自理',
      '安全帽',
      '周六',
      '11月3日',
      '镇文化中心会议室',
    ],
    ...['到镇政府', '材料交村委会', '刘所长带队'],
  ])('%s', (words) => {
    for (const later of [`${MEETING}\n${words}`, `${MEETING}——${words}`, `${MEETING} ${words}`]) {
      expect(judgePair(MEETING, later).relation, later).not.toBe('copy');
    }
  });

  it.each(['王敏', '镇党政办', '党政办 王敏', '王主任'])('but this is one: %s', (words) => {
    expect(judgePair(MEETING, `${MEETING}\n${words}`).relation).toBe('copy');
  });
});

describe('who speaks before an address', () => {
  it.each(['带伞', '自愿', '盖章', '着正装', '下午', '含家属', '车费自理'])('not %s', (words) => {
    for (const mark of ['：', '，', '\n']) {
      expect(judgePair(MEETING, words + mark + MEETING).relation).not.toBe('copy');
    }
  });

  it('but a name', () => {
    expect(judgePair(MEETING, `王敏：${MEETING}`).relation).toBe('copy');
  });
});

describe('stretches are no lists', () => {
  it.each([
    ['1-5号楼今晚停水', '1、5号楼今晚停水'],
    ['11月3日-5日由一组值班', '11月3日、5日由一组值班'],
    ['A-D栋由一组走访', 'A、D栋由一组走访'],
    ['9:00—17:00接受咨询', '9:00、17:00接受咨询'],
    ['每组1 5人', '每组15人'],
    ['周二17:30前报名', '周二1 7:30前报名'],
  ])('%s', (one, other) => {
    expect(judgePair(RULES + one, RULES + other).relation).not.toBe('copy');
    expect(judgePair(RULES + other, RULES + one).relation).not.toBe('copy');
  });

  it('a dash is the word for it', () => {
    const verdict = judgePair(`${RULES}1-5号楼先走`, `${RULES}1至5号楼先走`);
    expect(verdict.relation).toBe('copy');
  });
});

describe('what is left out at the end', () => {
  it.each([
    ['the last of a list', LIST, LIST.replace('、刘志强', '')],
    ['the last of a list without a stop', LIST.slice(0, -1), LIST.replace('、刘志强。', '')],
    ['the last two of a list', LIST, LIST.replace('、赵春梅、刘志强', '')],
    ['words before the stop', `${RULES}报村委会盖章。`, `${RULES}报村委会。`],
  ])('%s', (_name, earlier, later) => {
    expect(judgePair(earlier, later).relation).not.toBe('copy');
  });

  it('but a cut end is cut', () => {
    expect(judgePair(RULES, RULES.slice(0, -12)).relation).toBe('copy');
  });
});

describe('words that hold a filler', () => {
  it.each([
    ['工作时间不得外出', '不得外出'],
    ['没有工作的另行登记', '没有的另行登记'],
    ['年底前还款', '年底前款'],
    ['个税按月申报', '税按月申报'],
  ])('%s', (one, other) => {
    expect(judgePair(RULES + one, RULES + other).relation).not.toBe('copy');
  });
});

const BARE = RULES.replace('各网格：', '');

describe('a lead that says what is to be done', () => {
  it.each([
    ...['务必本人', '收到请回电话', '看完再报', '请安排人员值班', '请帮忙打印两份', '看完签字'],
    ...['注意带伞', '安排车辆接送', '来电咨询王敏', '请落实专人盯守', '费用自理请注意'],
    ...['会议室', '镇文化站', '另一处'],
  ])('%s', (words) => {
    for (const mark of ['：', '，', '\n']) {
      expect(judgePair(BARE, words + mark + BARE).relation).not.toBe('copy');
    }
  });

  it('and a first clause that is lost is no lead', () => {
    const whole = `混凝土浇筑前请通知国土所到场隐蔽验收，${RULES}`;
    expect(judgePair(whole, RULES).relation).not.toBe('copy');
  });

  it.each(['请大家看一下', '刚接到城关派出所通知', '吴科长让我转告大家', '种油菜的看这里'])(
    'but this is a lead: %s',
    (words) => {
      expect(judgePair(RULES, `${words}：${RULES}`).relation).toBe('copy');
    },
  );

  it('is read in little time, however it can be parted', () => {
    const start = performance.now();
    judgePair(RULES, `${'镇政府办公室通知'.repeat(5)}验：${RULES}`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a sign that says something', () => {
  it.each([
    ['crosses it out', RULES, `${RULES}❌`],
    ['stops it', RULES, `${RULES}\n🚫`],
    ['crosses it out where it breaks off', RULES, `${RULES.slice(0, 50)}❌`],
    ['is of another colour', `🟡${RULES}`, `🔴${RULES}`],
    ['marks one of several', LIST, LIST.replace('赵春梅', '⭕赵春梅')],
  ])('%s', (_, earlier, later) => {
    expect(judgePair(earlier, later).relation).not.toBe('copy');
  });
});
