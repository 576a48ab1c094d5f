// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pickedSite } from '../../lib/sites/picked';
import type { PickedDefinition } from '../../lib/sites/picked-definition';

/** Rows whose words stand right where they are the user's own, and faces that a row of another kind has elsewhere. */
const definition: PickedDefinition = {
  format: 'fingerlight-site',
  version: 1,
  ...{ id: 'picked-test01', name: 'chat', hosts: ['chat.example.org'] },
  transcript: [{ tag: 'main', far: true }],
  kinds: [
    {
      row: [{ tag: 'div' }],
      text: { place: [{ tag: 'p' }] },
      own: 'side',
      avatar: { place: [{ tag: 'i' }, { tag: 'img' }] },
    },
  ],
  messageId: { place: [], attribute: 'data-mid' },
  knownBy: { sender: false, clock: false },
  rememberedHeights: false,
};

const site = pickedSite(definition);
let row: HTMLElement;
const fold = () => row.setAttribute('data-test-hidden', '');

beforeEach(() => {
  document.body.innerHTML =
    '<main><div data-mid="m7994411"><p data-left="700" data-width="200">已报</p><img data-width="48" src="face"></div></main>';
  row = document.querySelector('div') as HTMLElement;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    if (this.closest('[data-test-hidden]')) return new DOMRect(0, 0, 0, 0);
    const [left, width] = ['data-left', 'data-width'].map((name) => this.getAttribute(name));
    return new DOMRect(Number(left ?? 0), 0, Number(width ?? 1000), 20);
  });
});
afterEach(() => void vi.restoreAllMocks());

it('reads a message alike while it is not drawn', () => {
  const before = site.read(row);
  expect(before).toMatchObject({ own: true, kind: 'text' });
  fold();
  expect(site.read(row)).toEqual(before);
});

it('does not take over whose it was where something else is said there', () => {
  site.read(row);
  fold();
  row.querySelector('p')?.replaceChildren('收到');
  expect(site.read(row)).toBeNull();
});

it('says nothing of a message that was never drawn', () => {
  fold();
  expect(site.read(row)).toBeNull();
});
