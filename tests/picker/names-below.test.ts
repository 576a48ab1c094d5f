// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { definitionHere, openPage, readWith } from './pages';

type Said = [name: string, text: string];

const SAID: Said[] = [
  ['李秀英', '请各村于11月7日前报送台账，逾期不候。'],
  ['李秀英', '表格在群文件里，第二页不用填写。'],
  ['王海波', '收到，我村正在排查，下午报送。'],
  ['我', '报送的时候请写上联系人，谢谢。'],
  ['王海波', '石桥村走访完毕，三户需要更换电热毯。'],
  ['王海波', '电热毯什么时候发，请告知一声。'],
  ['我', '明天上午统一发放，请派人来领。'],
  ['张建国', '会议室投影我提前去调试，请放心。'],
  ['张建国', '下午的会改到三点，地点不变。'],
  ['李秀英', '三点的会我请假，让小王参加。'],
  ['我', '可以，请把材料交给他，谢谢。'],
];

/** The name stands at one end of a run by one person. */
function open(end: 'first' | 'last', said: Said[] = SAID, isReversed = false) {
  const rows = said.map(([name, text], at) => {
    const beside = said[end === 'first' ? at - 1 : at + 1];
    const shows = name !== '我' && beside?.[0] !== name;
    const author = shows ? `<div class="author">${name}</div>` : '';
    const [above, below] = end === 'first' ? [author, ''] : ['', author];
    return `<li class="${name === '我' ? 'right' : 'left'}"><div class="box">${above}<div class="bubble"><p>${text}</p></div>${below}</div></li>`;
  });
  openPage(
    `<style>
.right { text-align: right }
</style>
</head><body><h2>工作群</h2><ul role="log" style="overflow:auto;display:flex;flex-direction:column${isReversed ? '-reverse' : ''}">${(isReversed ? rows.toReversed() : rows).join('')}</ul><textarea></textarea></body>`,
  );
  return definitionHere();
}

it.each(['first', 'last'] as const)('each message is by the one at the %s of its run', (end) => {
  const definition = open(end);
  expect(definition.namesBelow).toBe(end === 'last' ? true : undefined);
  const read = readWith(definition).map(({ own, sender }) => (own ? '我' : sender));
  expect(read).toEqual(SAID.map(([name]) => name));
});

it.each(['first', 'last'] as const)(
  'the same where the tree holds the newest first: the %s of a run',
  (end) => {
    const definition = open(end, SAID, true);
    expect(definition.upwards).toBe(0);
    const read = readWith(definition).map(({ own, sender }) => (own ? '我' : sender));
    expect(read).toEqual(SAID.map(([name]) => name));
  },
);

it("where no message is marked as one's own, a list drawn upwards is read from its top all the same", () => {
  const said = SAID.map(([name, text]): Said => [name === '我' ? '刘洋' : name, text]);
  expect(readWith(open('first', said, true)).map(({ sender }) => sender)).toEqual(
    said.map(([name]) => name),
  );
});

it('a message that is not understood still says who begins a run', () => {
  const definition = open('first');
  const [first] = document.querySelectorAll('li');
  const other = first?.cloneNode(true) as Element;
  other.querySelector('.author')?.replaceChildren('赵大勇');
  other.querySelector('.bubble')?.replaceChildren('');
  other.querySelector('.bubble')?.remove();
  document.querySelectorAll('li')[1]?.before(other);
  const read = readWith(definition).find(({ text }) => text.startsWith('表格'));
  expect(read?.sender).toBe('赵大勇');
});

it('a day between messages is no end of a run', () => {
  const people = [
    '李秀英',
    '李秀英',
    '王海波',
    '我',
    '王海波',
    '王海波',
    '张建国',
    '我',
    '张建国',
    '张建国',
    '李秀英',
  ];
  const rows = people.map((name, at) => {
    const begins = at === 0 || people[at - 1] === '我';
    const day = begins
      ? '<li class="left"><div class="box"><div class="day">11月27日</div></div></li>'
      : '';
    const shows = name !== '我' && (begins || people[at - 1] !== name);
    const author = shows ? `<div class="author">${name}</div>` : '';
    return `${day}<li class="${name === '我' ? 'right' : 'left'}"><div class="box">${author}<div class="bubble"><p>${SAID[at]?.[1]}</p></div></div></li>`;
  });
  openPage(
    `<style>
.right { text-align: right }
</style>
</head><body><h2>工作群</h2><ul role="log" style="overflow:auto">${rows.join('')}</ul><textarea></textarea></body>`,
  );
  const read = readWith(definitionHere()).map(({ own, sender }) => (own ? '我' : sender));
  expect(read).toEqual(people);
});
