import { expect, test } from 'vitest';
import { nameIn } from '../../lib/sites/picked-name';

test.each([
  ['张三', '张三'],
  ['<张三>', '张三'],
  ['@张三：', '张三'],
  ['张三 09:02', '张三'],
  ['张三09:02', '张三'],
  ['张三, 下午 3:05', '张三'],
  ['张三 昨天 09:02', '张三'],
  ['张三昨天 09:02', '张三'],
  ['昨天 09:02 张三', '张三'],
  ['张三 · 刚刚', '张三'],
  ['张三 3分钟前', '张三'],
  ['Zhang San 5 minutes ago', 'Zhang San'],
  ['张三 2026年11月5日 星期四 上午 9:02:11', '张三'],
  ['Mei Nov 5, 2026 9:02 AM', 'Mei'],
  ['[张三] (2026-11-05 09:02)', '张三'],
  ['张三 • 2026/11/25 08:01', '张三'],
  ['张三(11-26 08:33)', '张三'],
  ['行政部-苗苗（昨天）', '行政部-苗苗'],
  ['孙丽(应急办)(11-26 08:33)', '孙丽(应急办)'],
  ['韩 韩建国 ・ 08:01', '韩建国'],
  ['孙丽(应急办) 09:02', '孙丽(应急办)'],
  ['小吴Jack2026-11-27 08:30:11', '小吴Jack'],
  ['2026-11-27 08:30:11小吴Jack', '小吴Jack'],
  ['Jack08:30', 'Jack'],
  ['(张三)', '张三'],
  ['张三 (已编辑)', '张三'],
  ['张三 （edited）', '张三'],
  ['张三 (', '张三'],
  ['张三 ()', '张三'],
  ['张三)', '张三'],
  ['@孙丽（应急办）：', '孙丽（应急办）'],
  ['09:02', ''],
  ['2026年11月5日 星期四 09:02', ''],
])('in "%s" stands the name "%s"', (words, name) => {
  expect(nameIn(words)).toBe(name);
});

test.each([
  '周一鸣',
  '周六顺',
  '阿卜杜热合曼·买买提明',
  'Zhang San',
  '老马🐎三组',
  '周日升',
  '刘昨天来',
  'sunli',
  'Sunny',
  'monica',
  'Friedrich',
  'satoshi',
  'Wednesday Addams',
  '网格3组 周一鸣',
  '孙丽(应急办)',
  '孙丽（应急办）',
  '(应急办)孙丽',
  '[农业办]李娟',
  '李娟-农业办',
  '【水利站】王强',
  '王强(水利)(石桥)',
])('%s is a name as it stands', (name) => {
  expect(nameIn(name)).toBe(name);
  expect(nameIn(`${name} 09:02`)).toBe(name);
});

test('a day word at the end of a name is part of it where no clock follows', () => {
  expect(nameIn('王今天')).toBe('王今天');
});

test('a weekday behind a name is a family name where no clock follows', () => {
  expect(nameIn('David Sun')).toBe('David Sun');
  expect(nameIn('Helen Wed')).toBe('Helen Wed');
  expect(nameIn('David Sun 09:02')).toBe('David');
  expect(nameIn('Tom yesterday')).toBe('Tom');
});
