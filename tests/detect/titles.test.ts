import { expect, it } from 'vitest';
import { judge } from '../../lib/detect/judge';
import { createIndex } from '../../lib/detect/notice-index';
import type { Message } from '../../lib/detect/types';
import { message, options } from './fixtures';

it.each<[Partial<Message> | string, string]>([
  ['请各社区学习《冬季取暖补助申请指南》并转告居民', '《冬季取暖补助申请指南》'],
  ['【防火提示】秋冬干燥，请居民注意用火用电', '防火提示'],
  ['【转发】@所有人 大家好！请各社区于周五前报送台账', '请各社区于周五前报送台账'],
  [
    '各位班委：\n大家好！\n现将运动会看台座位安排公布如下，请查看。',
    '现将运动会看台座位安排公布如下,请查看',
  ],
  [
    '各位组长，联络员：\n大家好！\n今天起大院北门封闭施工，请绕行南门。',
    '今天起大院北门封闭施工,请绕行南门',
  ],
  [
    '22、\n\n23级班长、学习委员你们好： 期末教室安排已经贴在公告栏，请转告。',
    '期末教室安排已经贴在公告栏,请转告',
  ],
  [`请${'各'.repeat(60)}`, `请${'各'.repeat(38)}…`],
  [{ kind: 'file', file: { name: '进度表.xlsx', size: 10, exact: true } }, '进度表.xlsx'],
  [{ kind: 'link', link: { url: 'https://a.example/1', title: '冬季用气提示' } }, '冬季用气提示'],
])('%o is called %s', (part, title) => {
  expect(judge(createIndex(), message(part), options()).title).toBe(title);
});
