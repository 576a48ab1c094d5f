import { describe, expect, it } from 'vitest';
import { judge } from '../../lib/detect/judge';
import { createIndex } from '../../lib/detect/notice-index';
import { HOUR, MONDAY, message, options, restarted, take } from './fixtures';

const FLU =
  '各位组长：请于11月6日前把流感疫苗接种意愿逐户登记清楚，登记表发到卫生站邮箱jzyy@example.cn，老人和儿童分开写，谢谢配合！';
const DRILL =
  '各位组长：11月9日下午两点在老粮站院内开展电动车充电桩安全演练，每组来四个人，自带反光背心，谢谢配合！';
const BOOKS = '各位组长：农家书屋新到的图书已经上架，请通知村民凭身份证借阅，每人一次最多借三本。';
const ADDED = '【11月2日 通知二 补充通知】 登记表请用新模板，旧模板不再接收，儿童一栏要写监护人';

describe('a numbered addition', () => {
  it.each([
    ['follows its notice, not the last one', [`【11月2日 通知二】${FLU}`, BOOKS], 0],
    ['goes to nobody when its notice is not known', [`【11月2日 通知一】${FLU}`, BOOKS], null],
    [
      'of two notices of one number follows the one in its words',
      [`【11月2日 通知二】${FLU}`, `【11月2日 通知二】${DRILL}`],
      0,
    ],
  ])('%s', (_name, earlier, expected) => {
    const index = createIndex();
    const known = earlier.map((text, at) => message({ text, time: MONDAY + at * 60_000 }));
    for (const one of known) take(index, one);
    const verdict = judge(index, message({ text: ADDED, time: MONDAY + HOUR }), options());
    expect(verdict.of).toBe(expected === null ? null : known[expected]?.key);
    if (expected === null) expect(verdict.relation).toBe('new');
  });

  it('finds a notice that its chat has only as a copy, after a restart as well', () => {
    const index = createIndex();
    const first = message({ text: `【11月2日 通知一】${FLU}`, chat: '群二' });
    take(index, first);
    // Each group numbers for itself.
    take(index, message({ text: `【11月2日 通知二】${FLU}`, time: MONDAY + 60_000 }));
    const text = '【11月2日 通知二 补充通知】 改为11月8日前';
    for (const one of [index, restarted(index)]) {
      const verdict = judge(one, message({ text, time: MONDAY + HOUR }), options());
      expect([verdict.of, verdict.changed]).toEqual([
        first.key,
        [{ fact: 'date', from: '11月6日', to: '11月8日', role: 'deadline' }],
      ]);
      const elsewhere = message({ text, chat: '群三', time: MONDAY + HOUR });
      expect(judge(one, elsewhere, options()).of).toBeNull();
    }
  });
});

describe('a notice put together with its addition', () => {
  const merged = `【11月2日 通知二】${FLU}\n\n【补充通知】\n\n${ADDED}`;

  it.each([
    ['a notice of the same sender', BOOKS],
    ['another notice of the same number', `【11月2日 通知二】${DRILL}`],
  ])('does not point to %s', (_name, other) => {
    const index = createIndex();
    take(index, message(other));
    const verdict = judge(index, message({ text: merged, time: MONDAY + HOUR }), options());
    expect([verdict.relation, verdict.of]).toEqual(['new', null]);
    const copy = message({ text: other, chat: '群二', time: MONDAY + HOUR });
    take(index, message({ text: merged, time: MONDAY + HOUR }));
    expect(judge(index, copy, options()).guards).not.toContain('revision');
  });

  it('changes the notice that it holds, in any chat, and no head is a date', () => {
    const index = createIndex();
    const first = message({ text: `【11月2日 通知二】${FLU}`, chat: '群二' });
    take(index, first);
    const verdict = judge(index, message({ text: merged, time: MONDAY + HOUR }), options());
    expect([verdict.relation, verdict.of]).toEqual(['revision', first.key]);
    expect(verdict.changed.map(({ fact }) => fact)).not.toContain('date');
    expect(verdict.changed.map(({ to }) => to).join()).toMatch(/^【补充通知】/);
  });
});

describe('a correction in its own words', () => {
  it.each([
    [
      'names a title that nobody knows',
      '更正：《冬季绿化补植方案》有误，正确的稍后发出，请先不要打印',
    ],
    [
      'says much of which nothing is known',
      '补充通知：自来水公司周四清洗西片水塔，期间水压偏低，高层住户可以提前储水，饮水请烧开，有疑问打物业电话',
    ],
  ])('that %s goes to nobody', (_name, text) => {
    const index = createIndex();
    take(index, message(BOOKS));
    expect(judge(index, message({ text, time: MONDAY + HOUR }), options()).of).toBeNull();
  });

  it('that names a title goes to the notice of it', () => {
    const index = createIndex();
    const first = message(`请各组对照《冬季绿化补植方案》准备树苗和工具，11月7日前报数量。`);
    take(index, first);
    take(index, message({ text: BOOKS, time: MONDAY + 60_000 }));
    const text = '更正：《冬季绿化补植方案》有误，正确的稍后发出，请先不要打印';
    expect(judge(index, message({ text, time: MONDAY + HOUR }), options()).of).toBe(first.key);
  });

  it('that is bare goes to the words of its sender, not to the file after them', () => {
    const index = createIndex();
    const first = message(DRILL);
    take(index, first);
    const file = { name: '演练分组.xlsx', size: 9000, exact: true };
    take(index, message({ kind: 'file', file, time: MONDAY + 1000 }));
    const text = '更正：是下午三点';
    expect(judge(index, message({ text, time: MONDAY + HOUR }), options()).of).toBe(first.key);
  });

  it('that is bare goes to the notice that its sender has just forwarded', () => {
    const index = createIndex();
    const first = message({ text: DRILL, chat: '群二', sender: '赵兰' });
    take(index, first);
    take(index, message({ text: BOOKS, time: MONDAY + 1000 }));
    take(index, message({ text: DRILL, time: MONDAY + 2000 }));
    const text = '更正：是下午三点';
    expect(judge(index, message({ text, time: MONDAY + HOUR }), options()).of).toBe(first.key);
  });
});
