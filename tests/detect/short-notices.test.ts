import { describe, expect, it } from 'vitest';
import { createIndex } from '../../lib/detect/notice-index';
import { DAY, judgePair, MONDAY, message, take } from './fixtures';

const WATER = '龙盘路换管，11月8日起停水三天，临时送水车早晚各一次停在菜市口。';
const GUESTS = '11月10日信访工作调度会，请各乡镇党委书记参加，材料不带，口头汇报5分钟。';

describe('a notice of few words', () => {
  it.each([
    ['a figure', WATER, WATER.replace('三天', '五天'), 'number'],
    ['a day', WATER, WATER.replace('8日', '9号'), 'date'],
    ['who is meant', GUESTS, GUESTS.replace('党委书记', '分管副书记'), 'wording'],
  ])('tells that it changes %s', (_, earlier, later, fact) => {
    const verdict = judgePair(earlier, later);
    expect(verdict).toMatchObject({ relation: 'revision', action: 'mark' });
    expect(verdict.changed.map((change) => change.fact)).toEqual([fact]);
  });

  it.each([
    ['is in another chat', { text: WATER.replace('三天', '五天'), chat: '群二' }],
    [
      'has other words of another hand',
      { text: GUESTS.replace('党委书记', '村主任'), sender: '赵丽' },
    ],
    ['is of another matter', { text: '城南路修路，11月8日起断行三天，临时停车点设在菜市口。' }],
    [
      'comes when the first is over',
      { text: WATER.replace('11月8', '11月28'), time: MONDAY + 10 * DAY },
    ],
  ])('changes nothing when it %s', (_, later) => {
    const earlier = later.text.includes('信访') ? GUESTS : WATER;
    expect(judgePair(earlier, later).relation).not.toBe('revision');
  });

  it('is a copy only when it is the same', () => {
    expect(judgePair(WATER, WATER).relation).toBe('copy');
    expect(judgePair(WATER, `最后提醒一遍：${WATER}`).action).not.toBe('fold');
  });

  it('changes the version that is most like it', () => {
    const index = createIndex();
    take(index, message(WATER.replace('龙盘', '菜园')));
    const own = take(index, message(WATER));
    expect(take(index, message(WATER.replace('三天', '五天'))).of).toBe(own.notice);
  });
});
