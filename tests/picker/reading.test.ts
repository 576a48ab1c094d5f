// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { guess } from '../../lib/picker/guess';
import { readingOf } from '../../lib/picker-ui/reading';
import { openPage } from './pages';

const ABOUT = { id: 'picked-test01', name: 'chat.example.org', hosts: ['chat.example.org'] };
const PEOPLE = ['周一鸣', '李秀英', '王海波'];
const row = (at: number, inner: string) =>
  `<div class="post"><div class="box"><div class="author">${PEOPLE[at % 3]}</div>${inner}</div></div>`;

it('shows the first messages, and one of each kind that comes later', () => {
  const said = Array.from({ length: 12 }, (_, at) =>
    row(at, `<div class="words">石桥村走访完毕，三户需要更换电热毯${at}</div>`),
  );
  const card =
    '<a class="card" href="#"><span>隐患点排查表.xlsx</span><span>18 KB</span><p>download</p></a>';
  openPage(
    `<h2>工作群</h2><div role="log" style="overflow:auto">${said.join('')}${row(1, card)}</div><textarea></textarea>`,
  );
  const found = guess(document);
  const reading = found && readingOf(found, ABOUT);
  expect(reading?.count).toBe(13);
  expect(reading?.messages.map(({ kind }) => kind)).toEqual(['text', 'text', 'text', 'file']);
});

it('counts those of which the hour is read, and shows one with a box among its words', () => {
  const hour = (at: number) => (at % 2 ? `<i class="hour">9:1${at % 9}</i>` : '');
  const said = Array.from({ length: 12 }, (_, at) =>
    row(at, `${hour(at)}<div class="words">石桥村走访完毕，三户需要更换电热毯${at}</div>`),
  );
  const boxed = '<div class="words"><div class="ref">上周的通知</div>已经照办</div>';
  openPage(
    `<h2>工作群</h2><div role="log" style="overflow:auto">${said.join('')}${row(1, boxed)}</div><textarea></textarea>`,
  );
  const found = guess(document);
  const reading = found && readingOf(found, ABOUT);
  expect(reading?.timed).toBe(6);
  expect(reading?.messages.at(-1)?.text).toContain('已经照办');
});
