// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { guess } from '../../lib/picker/guess';
import { drawPage } from './drawn';
import { definitionHere, openPage, readWith } from './pages';

type Said = [name: string, text: string];

const SAID: Said[] = [
  ['李秀英', '请各村于11月7日前报送台账，逾期不候。'],
  ['李秀英', '表格在群文件里，第二页不用填写。'],
  ['王海波', '收到，我村正在排查，下午报送。'],
  ['张建国', '会议室投影我提前去调试，请放心。'],
  ['张建国', '下午的会改到三点，地点不变。'],
  ['李秀英', '三点的会我请假，让小王参加。'],
  ['王海波', '石桥村走访完毕，三户需要更换电热毯。'],
  ['王海波', '电热毯什么时候发，请告知一声。'],
];

const STYLE = `
.q1xz { font-size: 14px; color: rgb(20, 20, 20); font-weight: 400 }
.q2xz { font-size: 13px; color: rgb(20, 90, 200); font-weight: 700 }
.q3xz { font-size: 11px; color: rgb(120, 120, 120); text-align: center }
.q4xz { font-size: 14px; color: rgb(250, 250, 250); font-weight: 400 }
`;

/** A page whose class names say nothing; each message as a client draws it, the name only where a run begins. */
function open(rows: readonly string[]): void {
  openPage(
    `<style>${STYLE}</style>
</head><body><h2>工作群</h2><div style="overflow:auto;height:400px">${rows.join('')}</div><textarea></textarea></body>`,
  );
  drawPage();
}

function rowsOf(draw: (name: string | null, text: string) => string, said = SAID): string[] {
  return said.map(([name, text], at) => draw(said[at - 1]?.[0] === name ? null : name, text));
}

const withHead = (name: string | null, text: string) =>
  `<div class="q9xz"><div>${name ? `<div><span class="q2xz">${name}</span></div>` : ''}<div class="q1xz">${text}</div></div></div>`;

const read = () => readWith(definitionHere()).map(({ sender, text }) => [sender, text]);

afterEach(() => void vi.restoreAllMocks());

describe('what is drawn as words are is words, whatever the classes are called', () => {
  it('where others have the line of their name', () => {
    open(rowsOf(withHead));
    expect(read()).toEqual(SAID);
  });

  it('alone in its row', () => {
    open(
      rowsOf(
        (name, text) =>
          `<div class="q9xz">${name ? `<div><b class="q2xz">${name}</b></div>` : ''}<div class="q1xz">${text}</div></div>`,
      ),
    );
    expect(read()).toEqual(SAID);
  });
});

describe('a line that nobody said', () => {
  it('stands in the line of the name and is drawn as words are', () => {
    const row = (name: string, done: string, text: string) =>
      `<div class="q9xz"><div><div class="header-line"><span class="q2xz">${name}</span>${done}<span class="q3xz">8:50</span></div>${text}</div></div>`;
    const rows = SAID.map(([name, text]) =>
      row(name, '', `<div class="message-body"><div class="q1xz">${text}</div></div>`),
    );
    const joined = row('赵大勇', '<span class="user-actions q1xz">进来看了一眼大家</span>', '');
    open([...rows.slice(0, 3), joined, ...rows.slice(3)]);
    expect(read()).toEqual(SAID);
  });

  const invited =
    '<div class="q9xz"><div><div class="q3xz">李秀英邀请赵大勇加入群聊</div></div></div>';
  const named = '<div class="q9xz left-room"><div><div class="q3xz">赵大勇离开</div></div></div>';

  it('is drawn smaller and in the middle', () => {
    const rows = rowsOf(withHead);
    open([...rows.slice(0, 3), invited, ...rows.slice(3)]);
    expect(read()).toEqual(SAID);
  });

  it('is told from the next by what it alone bears', () => {
    const rows = rowsOf(withHead);
    open([...rows.slice(0, 3), named, ...rows.slice(3)]);
    const definition = definitionHere();
    expect(readWith(definition).map(({ text }) => text)).toEqual(SAID.map(([, text]) => text));
  });

  it("is not one's own message of another colour", () => {
    const own = (text: string) =>
      `<div class="q9xz"><div><div class="q4xz" data-left="600">${text}</div></div></div>`;
    const rows = rowsOf(withHead);
    open([...rows.slice(0, 3), own('好的，我知道了'), ...rows.slice(3), own('谢谢，辛苦各位了')]);
    expect(read().map(([, text]) => text)).toContain('好的，我知道了');
    expect(read()).toHaveLength(SAID.length + 2);
  });
});

it('the kind of which there are most tells the others, wherever its words stand', () => {
  const rows = rowsOf(withHead);
  const answering =
    '<div class="q9xz"><div><div><span class="q2xz">李秀英</span></div><div class="q3xz"><i>明天开会吗</i></div><div class="q1xz">明天的会照常开，请准时参加。</div></div></div>';
  open([...rows, answering]);
  expect(read().slice(0, SAID.length)).toEqual(SAID);
});

it('of more places of words than may be kept those with the fewest messages go', () => {
  const at = (before: number, text: string) =>
    `<div class="q9xz"><div>${'<div><img src="data:,"></div>'.repeat(before)}<div class="q1xz">${text}</div></div></div>`;
  const many = [
    ...SAID.map(([, text]) => at(0, text)),
    at(1, '请看图片一，上面写明了时间。'),
    at(2, '请看图片二，下面写明了地点。'),
    at(3, '请看这三张，都是今天照的。'),
    at(4, '四张都在这里，请逐一核对。'),
    at(5, '五张照片传完，请领导审阅。'),
  ];
  open(many);
  const texts = readWith(definitionHere()).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(SAID.map(([, text]) => text)));
});

describe("what begins further in is one's own", () => {
  const placed = (left: number) => (name: string | null, text: string) =>
    `<div class="q9xz"><div>${name ? `<div><span class="q2xz">${name}</span></div>` : ''}<div class="q1xz" data-left="${left}">${text}</div></div></div>`;
  const outset = placed(10)(null, '请各位看好时间，不要迟到。');

  it('but where different people are named there', () => {
    open([...rowsOf(placed(600)), outset]);
    expect(definitionHere().kinds.map(({ own }) => own)).not.toContain('side');
    expect(readWith(definitionHere()).filter(({ own }) => own)).toEqual([]);
  });

  it('also where the user is named', () => {
    const mine = (text: string) => placed(600)('周敏', text);
    open([...rowsOf(placed(10)), mine('明天上午统一发放。'), mine('请派人来领，谢谢。')]);
    expect(
      readWith(definitionHere())
        .filter(({ own }) => own)
        .map(({ text }) => text),
    ).toEqual(['明天上午统一发放。', '请派人来领，谢谢。']);
  });
});

it('an editor may be a frame of its own', () => {
  openPage(
    `<style>${STYLE}</style>
</head><body><h2>工作群</h2><div style="overflow:auto;height:400px">${rowsOf(withHead).join('')}</div><iframe contenteditable="true"></iframe></body>`,
  );
  drawPage();
  const withEditor = guess(document)?.score ?? 0;
  document.querySelector('iframe')?.removeAttribute('contenteditable');
  expect(withEditor).toBeGreaterThan(guess(document)?.score ?? 0);
});
