// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { titleWords } from '../../lib/sites/picked-title';

function titleOf(html: string): string {
  document.body.innerHTML = `<div id="title">${html}</div>`;
  return titleWords(document.querySelector('#title') as Element);
}

describe('a chat has the same name', () => {
  it.each([
    ['柳河县秋粮调度群(52)', '柳河县秋粮调度群(53)'],
    ['南湖街道创建群（22人）', '南湖街道创建群（23 人）'],
    ['永宁县信访群 29人', '永宁县信访群 30人'],
    ['防汛工作群 (47) (12)', '防汛工作群 (48) (3)'],
    ['Design team 12 members', 'Design team 13 members'],
    ['<b>联调群</b><i>6 名成员</i>', '<b>联调群</b><i>7 名成员</i>'],
    ['<b>联调群</b><i>(4/9)</i>', '<b>联调群</b><i>(5/9)</i>'],
    [
      '<p>徒步 (86) </p><span>上次消息 - 13:11:15</span>',
      '<p>徒步 (86) </p><span>上次消息 - 13:12:02</span>',
    ],
  ])('%s', (before, after) => {
    expect(titleOf(after)).toBe(titleOf(before));
    expect(titleOf(before)).toMatch(/^\S.*\p{L}$/u);
  });
});

it.each([
  ['网格群(1)', '网格群(1)'],
  ['三组（2）', '三组（2）'],
  ['2026年', '2026年'],
  ['《教育统计学》第3学习小组', '《教育统计学》第3学习小组'],
  ['迎检 21 组', '迎检 21 组'],
  ['12人', '12人'],
  ['(52)', '(52)'],
  ['9:00 早会', '9:00 早会'],
  ['第5人', '第5人'],
])('%s keeps its figures', (html, name) => {
  expect(titleOf(html)).toBe(name);
});
