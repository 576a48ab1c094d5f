// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPage } from './drawn';
import { definitionHere, openPage, readWith } from './pages';
import { log, open, personAt, times, wordsAt } from './said-lists';

afterEach(() => void vi.restoreAllMocks());

/** What the open page reads, drawn. */
function drawn(style: string, rows: readonly string[]): [string, string][] {
  openPage(
    `<style>${style}</style>\n</head><body><h2>工作群</h2><div class="log" style="overflow:auto;height:400px">${rows.join('')}</div><textarea></textarea></body>`,
  );
  drawPage();
  return readWith(definitionHere()).map(({ sender, text }) => [sender, text]);
}

const said = Array.from({ length: 10 }, (_, at): [string, string] => [personAt(at), wordsAt(at)]);

describe('messages of two sides, built of the same tags', () => {
  const others = (at: number) =>
    `<div><div class="item"><div class="theirs"><div class="face"></div><div class="body"><div class="top"><div class="name">${personAt(at)}</div></div><div class="said"><div class="wrap"><div class="bubble">${wordsAt(at)}</div></div></div><div class="foot"></div></div></div></div></div>`;
  const own = (text: string, inside: string) =>
    `<div><div class="item"><div class="mine"><div class="out"><div class="sent">${inside}<div class="bubble">${text}</div></div></div></div></div></div></div>`;

  it('are read where one stands at the place of the other side’s', () => {
    const texts = ['收到，明天出发', '车已安排好', '第六条写错了'];
    const rows = texts.map((text, at) =>
      own(text, at < 2 ? '<div class="note"></div><div>' : '<div class="answer-wrap">'),
    );
    const read = open(log(...times(8, others), ...rows));
    expect(read.map(({ text }) => text)).toEqual([...times(8, wordsAt), ...texts]);
  });
});

describe('a line without the class that all messages bear', () => {
  const STYLE = '.msg { font-size: 14px } .hint { font-size: 12px }';
  const rows = said.map(
    ([, text], at) => `<div class="msg ${at % 3 ? 'msg-theirs' : 'msg-mine'}">${text}</div>`,
  );
  const texts = (list: readonly string[]) => drawn(STYLE, list).map(([, text]) => text);

  it('is the page’s own where it is set as none of them', () => {
    const line = '<div class="hint">https://card.example.cn/login</div>';
    expect(texts([line, ...rows])).toEqual(times(10, wordsAt));
  });

  it('may be a message where it is set as they are', () => {
    const line = '<div class="odd" style="font-size:14px">表格已发</div>';
    expect(texts([...rows, line])).toEqual([...times(10, wordsAt), '表格已发']);
  });
});

describe('letters over a name that a pointer shows', () => {
  const face = (name: string) => {
    const letters = (name.match(/[A-Z]/g) ?? [' ']).join('');
    return `<div aria-label="Avatar for ${name}"><div class="round" role="img" title="${name}"><span>${letters}</span></div></div>`;
  };
  const names = ['Li Wei', '孙丽(应急办)', 'Tom Zhang', '阿不都·热合曼'];

  it('are nobody’s name', () => {
    const rows = times(12, (at) => {
      const name = names[at % 4] as string;
      return `<div class="row">${face(name)}<div class="words">${wordsAt(at)}</div><span class="when">9:1${at % 9}</span></div>`;
    });
    const read = open(log(...rows));
    expect(read.map(({ sender }) => sender)).toEqual(times(12, (at) => names[at % 4] as string));
  });
});

describe('several paragraphs', () => {
  const row = (at: number, body: string) =>
    `<div class="row"><b class="nick">${personAt(at)}</b><div class="body">${body}<div class="when" style="display:none">08:1${at % 9}</div></div></div>`;
  const rows = times(10, (at) => row(at, `<p>${wordsAt(at)}</p>`));
  const notice = row(1, '<p>周五前完成自查：</p><ul><li>公务接待</li><li>公车运行</li></ul>');
  const whole = '周五前完成自查：\n公务接待\n公车运行';

  it('are all said, and not the hidden time beside them', () => {
    expect(open(log(...rows, notice)).map(({ text }) => text)).toEqual([
      ...times(10, wordsAt),
      whole,
    ]);
  });

  it('are all said also where none of several was there when the place was found', () => {
    open(log(...rows));
    const definition = definitionHere();
    document.querySelector('.row')?.parentElement?.insertAdjacentHTML('beforeend', notice);
    expect(readWith(definition).at(-1)?.text).toBe(whole);
  });
});

it('a paragraph that is a message ends where it ends', () => {
  const rows = times(10, (at) => `<p>${wordsAt(at)}</p>`);
  expect(open(log(...rows)).map(({ text }) => text)).toEqual(times(10, wordsAt));
});

describe('who and when at the head of a line that fills its row', () => {
  it('are read from it', () => {
    const rows = times(12, (at) => {
      const line = `<span class="line-time">08:1${at % 9} </span><span class="line-sender">${personAt(at)}</span><span> ${wordsAt(at)}</span>`;
      return `<div style="position:absolute"><p class="line">${line}</p></div>`;
    });
    const joined =
      '<div style="position:absolute"><p class="line line-info"><span class="line-time">09:00 </span><span> <span class="line-sender">王小明</span> joined the channel</span></p></div>';
    const read = open(log(...rows, joined));
    expect(read.map(({ sender, text }) => `${sender}: ${text}`)).toEqual(
      times(12, (at) => `${personAt(at)}: ${wordsAt(at)}`),
    );
  });
});

describe('the side of a picture', () => {
  it('is told by the picture where the place of the words is empty', () => {
    const row = (at: number, name: string, text: string, picture = '') =>
      `<div class="row"><div class="bubble">${name ? `<div class="nick">${name}</div>` : ''}${picture}<div class="words">${text}</div><div class="when">9:1${at % 9}</div></div></div>`;
    const isOwn = (at: number) => at % 4 === 3;
    const rows = times(12, (at) => row(at, isOwn(at) ? '' : personAt(at), wordsAt(at)));
    rows.push(row(0, '孙丽', '水位正常'), row(0, '', '', '<img width="320" src="p.png">'));
    openPage(
      `<h2>工作群</h2><div class="log" style="overflow:auto;height:400px">${[...rows, row(1, '', '坝面无异常')].join('')}</div><textarea></textarea>`,
    );
    const own = new Set([...document.querySelectorAll('.row')].filter((_, at) => isOwn(at)));
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      const top = [...document.querySelectorAll('*')].indexOf(this) * 20;
      const isWide = this.matches('.log, .row, body, html');
      const width = this.textContent === '' && this.matches('.words') ? 0 : isWide ? 800 : 200;
      const row = this.closest('.row');
      return new DOMRect(row && own.has(row) && !isWide ? 600 : 0, top, width, 20);
    });
    const read = readWith(definitionHere());
    expect(read.filter((each) => each.own).length).toBe(3);
    expect(read.slice(-2)).toMatchObject([
      { sender: '孙丽', kind: 'image' },
      { sender: '孙丽', text: '坝面无异常' },
    ]);
  });
});

describe('an answer that is a time', () => {
  const row = (at: number, text: string) =>
    `<div class="row"><b class="nick">${personAt(at)}</b><i class="when">9:1${at % 9}</i><div class="words">${text}</div></div>`;

  it('is said where the message shows when it was sent beside it', () => {
    const read = open(log(...times(10, (at) => row(at, wordsAt(at))), row(1, '16:30')));
    expect(read.at(-1)).toMatchObject({ sender: personAt(1), text: '16:30', clock: '9:11' });
  });

  it('is none where it may be when the message was sent', () => {
    const bare = '<div class="row"><div class="words">16:30</div></div>';
    const read = open(log(...times(10, (at) => row(at, wordsAt(at))), bare));
    expect(read.length).toBe(10);
  });
});

describe('the page’s own lines', () => {
  const row = (at: number) =>
    `<div class="row">${at % 3 === 1 ? '' : `<b class="nick">${personAt(at - (at % 3 === 2 ? 2 : 0))}</b>`}<div class="words">${wordsAt(at)}</div></div>`;
  const texts = times(9, wordsAt);
  const read = () => readWith(definitionHere()).map(({ text }) => text);

  it('are those whose rows are called so', () => {
    const said = (at: number) =>
      `<div class="group"><div class="wrap"><div class="bubble"><span class="words">${wordsAt(at)}</span></div></div></div>`;
    const line =
      '<div class="group"><div class="wrap wrap--system"><span class="what">Leo 已发布新版本</span><i class="when">9:10</i></div></div>';
    const read = open(log(...times(6, said), line, ...times(9, said).slice(6)));
    expect(read.map(({ text }) => text)).toEqual(texts);
  });

  it('are those that stand before anybody has spoken', () => {
    openPage(
      `<h2>群</h2><div style="overflow:auto;height:400px"><div class="row"><section>Swarm created</section></div>${times(9, row).join('')}</div><textarea></textarea>`,
    );
    drawPage();
    expect(read()).toEqual(texts);
  });

  it('are those of one who is called after the system', () => {
    const line = row(0).replace('周一鸣', 'System assistant');
    expect(open(log(...times(9, row), line)).map(({ text }) => text)).toEqual(texts);
  });

  it('are those of one name that no message bears, in rows that are called so', () => {
    const line = (text: string) =>
      row(0)
        .replace('周一鸣', 'Cabalbot')
        .replace('"row"', '"row row--system"')
        .replace(wordsAt(0), text);
    const list = [line('whispering on 供水'), ...times(9, row), line('nick: 李娟')];
    expect(open(log(...list)).map(({ text }) => text)).toEqual(texts);
  });

  it('tell under the name of the one who took it back that it was', () => {
    const line = row(0).replace(wordsAt(0), '周一鸣撤回了一条消息');
    expect(open(log(...times(9, row), line)).map(({ text }) => text)).toEqual(texts);
  });

  it('tell who came and went under a name that is not drawn', () => {
    const line = (what: string) =>
      `<div class="row ${what}"><b class="nick" style="display:none">Kandan bot</b><div class="words">王强 ${what}ed</div></div>`;
    expect(open(log(...times(9, row), line('connect'))).map(({ text }) => text)).toEqual(texts);
  });
});

describe('paragraphs with a colour of their own', () => {
  it('are a message each', () => {
    openPage(
      `<style>.pad { background-color: rgb(240, 240, 240); padding: 8px }</style>\n</head><body><h2>群</h2><div style="overflow:auto;height:400px">${times(8, (at) => `<div class="run"><img width="40" src="f${at % 3}.png"><div class="side"><p class="small pad">${wordsAt(2 * at)}</p><p class="small pad">${wordsAt(2 * at + 1)}</p><p class="small">9:1${at}</p></div></div>`).join('')}</div><textarea></textarea></body>`,
    );
    drawPage();
    expect(readWith(definitionHere()).map(({ text }) => text)).toEqual(times(16, wordsAt));
  });
});

describe('name and time in one element', () => {
  it('are parted where the time has one of its own', () => {
    const rows = times(10, (at) => {
      const when = `<span class="when">9:1${at % 9} AM<span>November 27, 2026</span></span>`;
      return `<div class="row"><div class="nick">${personAt(at)}${when}</div><div class="words">${wordsAt(at)}</div></div>`;
    });
    expect(open(log(...rows)).map(({ sender }) => sender)).toEqual(times(10, personAt));
  });

  it('are not where the words of who goes on stand at their place', () => {
    const row = (at: number, inner: string) =>
      `<div class="row"><div class="face">${at < 0 ? '9:10' : `<img width="36" src="f${at % 3}.png">`}</div><div class="all">${inner}</div></div>`;
    const head = (at: number) => `<h6 class="line"><b>${personAt(at)} - 9:1${at % 9}</b></h6>`;
    const rows = times(10, (at) =>
      row(at, `${head(at)}<h6 class="line"><p>${wordsAt(at)}</p></h6>`),
    );
    const picture = row(1, `${head(1)}<img width="300" src="p.png">`);
    const read = open(log(...rows, row(-1, '<h6 class="line"><p>请打字</p></h6>'), picture));
    expect(read.slice(9, 11).map(({ sender, text }) => [sender, text])).toEqual([
      [personAt(9), wordsAt(9)],
      [personAt(9), '请打字'],
    ]);
    expect(read.slice(11).filter(({ text }) => text !== '')).toEqual([]);
  });
});

describe('a bubble from which a menu opens', () => {
  it('is called a button and holds what was said', () => {
    const rows = times(10, (at) => {
      const bubble = `<div class="bubble" role="button" tabindex="0" aria-haspopup="menu"><span>${wordsAt(at)}</span></div>`;
      return `<div class="row"><b class="nick">${personAt(at)}</b><div class="drop">${bubble}</div></div>`;
    });
    expect(open(log(...rows)).map(({ text }) => text)).toEqual(times(10, wordsAt));
  });
});

describe('a column of chats that touches the one in which one writes', () => {
  it('is no chat', () => {
    const chat = (at: number) =>
      `<div class="item"><img width="40" src="f${at}.png"><b class="name">${personAt(at)}${at}</b><i class="tag">公众号</i><p>${wordsAt(at)}</p><time>08:1${at}</time></div>`;
    const bubble = (at: number) => `<div class="msg"><p>${wordsAt(at)}</p></div>`;
    openPage(
      `<main><div class="chats" data-left="0" style="overflow:auto">${times(6, chat).join('')}</div><section data-left="200"><div class="talk" style="overflow:auto">${times(8, bubble).join('')}</div><textarea></textarea></section></main>`,
    );
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      const left = Number(this.closest('[data-left]')?.getAttribute('data-left') ?? 0);
      const top = [...document.querySelectorAll('*')].indexOf(this) * 20;
      const isPage = this.closest('[data-left]') === null;
      return new DOMRect(left, top, isPage ? 1000 : left === 0 ? 200 : 800, 20);
    });
    expect(definitionHere().transcript.at(-1)?.classes).toEqual(['talk']);
  });
});

describe('a page that scrolls behind the line in which one writes', () => {
  it('may hold a chat', () => {
    const rows = times(
      10,
      (at) =>
        `<div class="row"><img width="40" src="f${at % 3}.png"><p class="text">${wordsAt(at)}</p></div>`,
    );
    openPage(
      `<h2>群</h2><section class="talk">${rows.join('')}</section><footer style="position:fixed;bottom:0"><input type="text"></footer>`,
    );
    expect(readWith(definitionHere()).map(({ text }) => text)).toEqual(times(10, wordsAt));
  });
});

describe('signs of a rank in the element of the name', () => {
  it('are no part of it', () => {
    const rows = times(10, (at) => {
      const rank = at % 3 === 1 ? '<span class="sigil">@</span>' : '';
      return `<div class="row"><div class="nick">${personAt(at)}${rank}</div><div class="words">${wordsAt(at)}</div></div>`;
    });
    expect(open(log(...rows)).map(({ sender }) => sender)).toEqual(times(10, personAt));
  });
});

describe('lines of a text that are elements of their own', () => {
  it('are one message where few messages have several', () => {
    const row = (at: number, ...lines: string[]) =>
      `<div data-cy="message"><div class="xa"><b class="xb">${personAt(at)}</b></div><div class="xc">${lines.map((each) => `<div class="xd" style="margin-top:8px">${each}</div>`).join('')}</div></div>`;
    const rows = times(9, (at) => row(at, wordsAt(at)));
    open(log(...rows, row(0, '请各仓先报差异数：', '1 号仓 12 件')));
    drawPage();
    const read = readWith(definitionHere());
    expect(read.map(({ text }) => text)).toEqual([
      ...times(9, wordsAt),
      '请各仓先报差异数：\n1 号仓 12 件',
    ]);
  });
});
