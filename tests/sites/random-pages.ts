import fc from 'fast-check';

/** Words of chat pages: whatever an adapter looks for may stand anywhere. */
const NAMES = ['div', 'span', 'p', 'pre', 'a', 'img', 'h4', 'ul', 'i', 'br', 'script', 'style'];
const CLASSES = [
  'message',
  'message_system',
  'bubble',
  'js_message_bubble',
  'emoticon',
  'content',
  'avatar',
  'nickname',
  'plain',
  'attach',
  'title',
  'opr',
  'app',
  'reader',
  'picture',
  'location',
  'desc',
  'card',
  'emoji emoji1f338',
  'emoji emojiffffffff',
  'me',
  'you',
  'title_name',
  'box_hd',
  'chat_bd scroll-content',
  'no-choose',
  'chatbox',
  'chatbox hidden',
  'chat-msg groupchat',
  'chat-msg chat-msg--retracted',
  'chat-msg__content chat-msg__content--me',
  'chat-msg__message',
  'chat-msg__text',
  'chat-msg__subject',
  'chat-image',
  'show-msg-author-modal',
  'chatbox-title__text',
];
const ATTRIBUTES = [
  'data-cm',
  'data-username',
  'title',
  'text',
  'href',
  'ng-repeat',
  'id',
  'jid',
  'data-msgid',
  'data-from',
  'data-isodate',
];
const VALUES = [
  '',
  'null',
  '7',
  '{',
  '{"type":"message","msgId":"1942713429626731632"}',
  '{"type":"message","msgId":"17621234567891234"}',
  '{"type":"message","msgId":7}',
  '{"type":"message","msgId":{"toString":1}}',
  '{"type":"avatar"}',
  'message in chatContent',
  'chatArea',
  'prerender',
  '@@room',
  'undefined',
  'town@rooms.example.org',
  'town@rooms.example.org/李四',
  '2026-11-05T01:02:01Z',
  '/cgi-bin/mmwebwx-bin/webwxcheckurl?requrl=%E4%ZZ',
  '2.7MB',
  '999999999999999999999999999999GB',
];

/** A text that a page may show: plain, odd, or made of the pieces that are looked for. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    ...VALUES,
    '9:02',
    '99:99',
    '撤回了一条消息',
    '[图片]',
    '88.7KB',
    '1.2.3MB',
    '\ud800',
  ),
);

const value = fc.oneof(fc.constantFrom(...VALUES), fc.string({ maxLength: 20 }));

/** A tree as plain data: an element's name, class, attributes and children, or a text. */
export type Tree =
  | string
  | { name: string; shape: string; attributes: [string, string][]; children: Tree[] };

export const { tree } = fc.letrec<{ tree: Tree; element: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 6, withCrossShrink: true }, text, tie('element')),
  element: fc.record({
    name: fc.constantFrom(...NAMES),
    shape: fc.constantFrom('', ...CLASSES),
    attributes: fc.array(fc.tuple(fc.constantFrom(...ATTRIBUTES), value), { maxLength: 3 }),
    children: fc.array(tie('tree'), { maxLength: 4 }),
  }),
}));

/** Makes the nodes of a tree. */
export function grow(document: Document, from: Tree): Node {
  if (typeof from === 'string') return document.createTextNode(from);
  const made = document.createElement(from.name);
  if (from.shape) made.className = from.shape;
  for (const [name, set] of from.attributes) made.setAttribute(name, set);
  made.append(...from.children.map((child) => grow(document, child)));
  return made;
}

/** One change of a page; `at` picks the node. */
export type Mutation =
  | { do: 'remove' | 'empty' | 'double' | 'lift'; at: number }
  | { do: 'set'; at: number; name: string; value: string }
  | { do: 'shape'; at: number; value: string }
  | { do: 'say'; at: number; value: string }
  | { do: 'insert'; at: number; tree: Tree };

const at = fc.nat();

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ do: fc.constantFrom('remove', 'empty', 'double', 'lift'), at }),
  fc.record({ do: fc.constant('set'), at, name: fc.constantFrom(...ATTRIBUTES), value }),
  fc.record({ do: fc.constant('shape'), at, value: fc.constantFrom('', ...CLASSES) }),
  fc.record({ do: fc.constant('say'), at, value: text }),
  fc.record({ do: fc.constant('insert'), at, tree }),
);

/** Applies a change to some element under the root, never to the root. */
export function mutate(root: Element, change: Mutation): void {
  const all = root.querySelectorAll('*');
  const target = all[change.at % Math.max(1, all.length)];
  if (!target) return;
  if (change.do === 'remove') target.remove();
  else if (change.do === 'empty') target.replaceChildren();
  else if (change.do === 'double') target.after(target.cloneNode(true));
  else if (change.do === 'lift') target.replaceWith(...target.childNodes);
  else if (change.do === 'set') target.setAttribute(change.name, change.value);
  else if (change.do === 'shape') target.className = change.value;
  else if (change.do === 'say') target.textContent = change.value;
  else if (change.do === 'insert') target.append(grow(target.ownerDocument, change.tree));
}
