// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { guess } from '../../lib/picker/guess';
import { layoutOf } from '../../lib/picker/layout';
import { look } from '../../lib/picker/leaves';
import { definitionHere, fixture, openPage, readWith } from './pages';

/** The page with everything in it inside one more element. */
const inside = (name: string, open: string, close: string) =>
  fixture(name).replace('<body>', `<body>${open}`).replace('</body>', `${close}</body>`);

describe('a role far above the messages', () => {
  it.each(['tablist', 'toolbar', 'menubar', 'menu'])('%s: hides nothing of the page', (role) => {
    openPage(fixture('groups'));
    const plain = readWith(definitionHere());
    openPage(inside('groups', `<div role="${role}">`, '</div>'));
    expect(readWith(definitionHere())).toEqual(plain);
  });

  it('navigation: hides nothing either', () => {
    openPage(inside('groups', '<nav>', '</nav>'));
    expect(readWith(definitionHere()).length).toBe(21);
  });
});

describe('a role of the element itself', () => {
  const lines = Array.from({ length: 12 }, (_, at) => `<p>第${at}项，请选择。</p>`).join('');

  it.each(['tablist', 'menubar', 'menu', 'tooltip'])('%s: is left out', (role) => {
    openPage(`<div role="${role}">${lines}</div><textarea></textarea>`);
    expect(look(document, layoutOf(document)).leaves).toEqual([]);
  });

  it('toolbar: what it says is there to be clicked, and a field in it is one to write in', () => {
    openPage(`<div role="toolbar">${lines}<input></div>`);
    const { leaves, fields } = look(document, layoutOf(document));
    expect(leaves.map(({ isControl }) => isControl)).toEqual(Array(12).fill(true));
    expect(fields.length).toBe(1);
    expect(guess(document)).toBeNull();
  });

  it.each(['listbox', 'tree', 'grid', 'navigation'])('%s: one chooses from it', (role) => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `<div class="item"><b>张三</b><i>9:02</i><p>第${at}项，请选择。</p></div>`,
    ).join('');
    openPage(
      `<div><div role="${role}" style="overflow:auto">${rows}</div></div><textarea></textarea>`,
    );
    expect(guess(document)).toBeNull();
  });
});
