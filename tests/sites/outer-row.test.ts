// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { outerRows } from '../../lib/sites/outer-row';

it.each([
  ['<div id="root"><p id="a"></p><p id="b"></p></div>', ['a', 'b']],
  ['<div id="root"><p id="a"><i><p-x></p-x></i></p></div>', ['a']],
  [
    '<div id="root"><li id="a" class="row"><ul><li id="b" class="row"></li></ul><ul><li id="c" class="row"></li></ul></li><li id="d" class="row"></li></div>',
    ['a', 'd'],
  ],
  ['<div class="row"><div id="root"><li id="a" class="row"></li></div></div>', []],
  ['<div id="root" class="row"><li id="a" class="row"></li></div>', []],
  ['<div id="root"></div>', []],
])('%s', (html, ids) => {
  document.body.innerHTML = html;
  const root = document.querySelector('#root');
  expect(outerRows(root, '.row, p').map(({ id }) => id)).toEqual(ids);
});

it('has none without a root, and takes a whole document', () => {
  expect(outerRows(null, 'p')).toEqual([]);
  document.body.innerHTML = '<p id="a"></p>';
  expect(outerRows(document, 'p').map(({ id }) => id)).toEqual(['a']);
});
