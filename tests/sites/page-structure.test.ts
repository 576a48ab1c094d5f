// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sketch } from '../../lib/sites/page-sketch';
import { pageStructure, shape } from '../../lib/sites/page-structure';
import { pageOf } from './fixtures';

function structure(html: string, most?: number): string {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return pageStructure(sketch(holder), most);
}

test.each([
  ['19 位 id', '99 字 aa'],
  ['1942713429626731632', '9999'],
  ['张三丰李四', '字字字字'],
  ['{"type":"message","msgId":"77"}', "{'aaaa':'aaaa','aaaa':'99'}"],
  ['https://oa.example.gov.cn/notice?id=7', 'url'],
  ['//cdn.example.com/a', 'url'],
  ['mailto:li@example.com', 'url'],
  ['blob:https://wx.qq.com/1', 'url'],
  ['aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ5', 'b64'],
  ['Ω🌸é', '***'],
])('the shape of %s', (value, expected) => {
  expect(shape(value)).toBe(expected);
});

it('keeps what tells a site: names, classes, ids, roles; and counts neighbours that are alike', () => {
  const row =
    '<div class="chat-item js_message" data-msgid="1942713429626731632" role="listitem"><span class="nickname">张三</span></div>';
  expect(structure(`<ul id="messageList" aria-label="群">${row.repeat(3)}</ul>`)).toBe(
    [
      '<div>',
      ' <ul id="messageList" aria-label>',
      '  <div class="chat-item js_message" data-msgid="9999" role="listitem">',
      '   <span class="nickname">文字</span>',
      '  </div>',
      '  <!-- × 3 -->',
      ' </ul>',
      '</div>',
    ].join('\n'),
  );
});

it.each(['every-kind', 'no-chat'])('of the fixture "%s" no Chinese word is left', (name) => {
  const text = structure(pageOf('wechat', name));
  expect(text.replaceAll('文字', '').replaceAll('字', '')).not.toMatch(/\p{Script=Han}/u);
  expect(text).toContain('class="title_name"');
  expect(text).toContain('id="chatArea"');
});

it('stays small, whatever the page', () => {
  const deep = '<div class="row"><p>'.repeat(500);
  const wide = Array.from(
    { length: 400 },
    (_, at) => `<i class="c${at}"><b data-x="${at}">t</b></i>`,
  ).join('');
  for (const html of [deep, wide, `<section>${wide}</section>`.repeat(60), deep + wide]) {
    expect(structure(html).length).toBeLessThanOrEqual(20_100);
  }
});

it('takes down a page of fifty thousand rows by a few of them', () => {
  const rows = '<div class="row"><span>收到</span></div>'.repeat(50_000);
  const text = structure(`<main>${rows}</main>`);
  expect(text).toContain('<!-- 50000 -->');
  expect(text.length).toBeLessThan(2_000);
});

it('leaves out what is ours, scripts and styles', () => {
  const text = structure(
    '<div data-fl-ui="bar"><b>x</b></div><script>secret()</script><style>.secret{}</style><!-- secret --><p data-fl-row="folded">t</p>',
  );
  expect(text).not.toMatch(/secret|data-fl-ui|<b|script|style/);
});

describe('no secret survives, also not in pieces', () => {
  /** Letters that no word of an interface has four of in a row, digits, Chinese, and signs that break out of markup. */
  const secret = fc
    .array(
      fc.oneof(
        fc.stringMatching(/^[qxzjkvQXZJKV]{1,9}$/),
        fc.stringMatching(/^[2-8]{1,18}$/),
        fc.stringMatching(/^[张王赵钱孙群通知书纪委报送]{1,9}$/),
        fc.constantFrom(
          '-',
          '_',
          ' ',
          '.',
          '@',
          '"',
          "'",
          '<',
          '>',
          '&',
          '/',
          ':',
          '=',
          '{',
          '#',
          '🌸',
        ),
      ),
      { minLength: 2, maxLength: 6 },
    )
    .map((parts) => parts.join(''));
  const attribute = fc.tuple(
    fc.constantFrom(
      ...[
        'class',
        'id',
        'role',
        'title',
        'alt',
        'aria-label',
        'placeholder',
        'value',
        'src',
        'href',
      ],
      ...[
        'style',
        'data-cm',
        'data-username',
        'data-name',
        'datetime',
        'name',
        'for',
        'ng-repeat',
        'content',
      ],
    ),
    fc.oneof(
      secret,
      secret.map((word) => `https://${word}.example/${word}`),
      secret.map((word) => `message ${word} chat-${word} js_${word}Item`),
      secret.map((word) => `url(data:image/png;base64,${word})`),
      secret.map((word) => JSON.stringify({ type: word, name: [word] })),
    ),
  );
  type Tree = { tag: string; attributes: [string, string][]; text: string; children: Tree[] };
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.record({
      tag: fc.constantFrom(
        'div',
        'span',
        'p',
        'img',
        'a',
        'script',
        'style',
        'input',
        'x-item',
        'textarea',
        'svg',
      ),
      attributes: fc.array(attribute, { maxLength: 4 }),
      text: secret,
      children: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constant<Tree[]>([]),
        fc.array(tie('tree'), { maxLength: 4 }),
      ),
    }),
  }));

  function grow({ tag, attributes, text, children }: Tree): Element {
    const made = document.createElement(tag);
    for (const [name, value] of attributes) made.setAttribute(name, value);
    made.append(text, document.createComment(text), ...children.map(grow));
    return made;
  }

  function pageOfTree(page: Tree): string {
    const holder = document.createElement('div');
    holder.append(grow(page));
    return pageStructure(sketch(holder));
  }

  function secretsOf({ attributes, text, children }: Tree): string[] {
    return [text, ...attributes.map(([, value]) => value), ...children.flatMap(secretsOf)];
  }

  /** Every piece of four characters of what was planted by chance, not of the markup around it. */
  function pieces(planted: readonly string[]): string[] {
    const chance = planted.flatMap(
      (text) => text.match(/[qxzjkv2-8张王赵钱孙群通知书纪委报送]{4,}/gi) ?? [],
    );
    return chance.flatMap((run) =>
      Array.from({ length: run.length - 3 }, (_, at) => run.slice(at, at + 4)),
    );
  }

  test('of random pages in which every text and value is one', () => {
    fc.assert(
      fc.property(tree, (page) => {
        const text = pageOfTree(page);
        for (const piece of pieces(secretsOf(page))) expect(text).not.toContain(piece);
      }),
      { numRuns: 300 },
    );
  });

  test('and what comes out is markup that holds nothing but what is allowed', () => {
    fc.assert(
      fc.property(tree, (page) => {
        const text = pageOfTree(page);
        const parsed = new DOMParser().parseFromString(text, 'text/html');
        for (const element of parsed.body.querySelectorAll('*')) {
          for (const { name, value } of element.attributes) {
            if (!/^(class|id|role|data-.*)$/.test(name)) expect(value).toBe('');
          }
        }
        expect(parsed.querySelector('script, style')).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});
