// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { guess } from '../../lib/picker/guess';
import { definitionHere, openPage, readWith } from './pages';
import { log, open, personAt, times, wordsAt } from './said-lists';

describe('letters that stand for a face', () => {
  it('are not taken for a name, nor a short name for them where a picture is called after it', () => {
    const row = (at: number) =>
      `<div class="m"><div class="face"><img alt="${personAt(at)} avatar" src="f.png"></div><div class="name">${personAt(at)}</div><div class="bubble"><p>${wordsAt(at)}</p></div></div>`;
    expect(open(log(...times(10, row))).map(({ sender }) => sender)).toEqual(times(10, personAt));
  });

  const row = (name: string, inner: string) =>
    `<div class="post"><div class="round">${name.slice(0, 2)}</div><div class="side"><span class="nick">${name}</span>${inner}</div></div>`;
  const words = (at: number) => `<div class="cloud"><span>${wordsAt(at)}</span></div>`;

  it('are not the words of a picture', () => {
    const picture = '<div class="shot"><figure><img src="a.png" width="240"></figure></div>';
    const read = open(
      log(...times(12, (at) => row(personAt(at), words(at))), row('李秀英', picture)),
    );
    expect(read.at(-1)).toMatchObject({ kind: 'image', text: '', sender: '李秀英' });
  });

  it('nor those of a picture that is drawn as a background: that one is unread', () => {
    const picture = '<div class="shot" style="background-image:url(a.png)"></div>';
    const read = open(
      log(...times(12, (at) => row(personAt(at), words(at))), row('李秀英', picture)),
    );
    expect(read.length).toBe(12);
  });
});

describe('a heading that stands once around all messages', () => {
  it('is the time of none of them', () => {
    const row = (at: number) =>
      `<div class="message ${at % 2 ? 'message-first' : 'message-last'}"><div class="name">${personAt(at)}</div><div class="text">${wordsAt(at)}</div></div>`;
    const read = open(
      log(
        `<div class="inner"><div class="title"><b>11月25日</b> 08:42</div>${times(10, row).join('')}</div>`,
      ),
    );
    expect(read.map(({ sender }) => sender)).toEqual(times(10, personAt));
    expect(read.every(({ clock, time }) => clock === null && time === undefined)).toBe(true);
  });
});

describe('a row with words of its own and the rest in its shadow tree', () => {
  it('is read without the name', () => {
    const row = (at: number) =>
      `<x-message><template><div class="top"><span part="name">${personAt(at)}</span><span part="time">9:0${at % 9}</span></div><slot></slot></template>${wordsAt(at)}</x-message>`;
    const read = open(log(...times(10, row)));
    expect(read.map(({ sender, text }) => [sender, text])).toEqual(
      times(10, (at) => [personAt(at), wordsAt(at)] as never),
    );
  });
});

describe('a table', () => {
  const row = (at: number) =>
    `<tr class="line"><td class="time">9:0${at % 9}</td><td class="who"><span>${personAt(at)}</span></td><td class="what"><span>${wordsAt(at)}</span></td></tr>`;

  it('is a transcript where it scrolls above a field and has no head', () => {
    const read = open(
      `<div style="overflow:auto"><table><tbody>${times(10, row).join('')}</tbody></table></div>`,
    );
    expect(read.map(({ sender, text }) => [sender, text])).toEqual(
      times(10, (at) => [personAt(at), wordsAt(at)] as never),
    );
  });

  it('is none with a head, and one of its rows never is', () => {
    openPage(
      `<div style="overflow:auto"><table><thead><tr><th>时间</th><th>姓名</th><th>内容</th></tr></thead><tbody>${times(10, row).join('')}</tbody></table></div><textarea></textarea>`,
    );
    expect(guess(document)).toBeNull();
  });
});

describe('a name and its hour in elements without a class', () => {
  it('are told apart', () => {
    const row = (at: number) =>
      `<div class="m"><div><span>${personAt(at)}</span> <span>09:0${at % 9}</span></div><p>${wordsAt(at)}</p></div>`;
    const read = open(log(...times(10, row)));
    expect(read.map(({ sender, clock }) => [sender, clock])).toEqual(
      times(10, (at) => [personAt(at), `9:0${at % 9}`] as never),
    );
  });
});

describe('a bar of tools', () => {
  it('may hold the title and the field, and buttons in it are neither', () => {
    const row = (at: number) =>
      `<div class="m"><b class="nick">${personAt(at)}</b><p class="text">${wordsAt(at)}</p></div>`;
    openPage(
      `<div><div role="toolbar"><button><i class="material-icons" aria-hidden="true">search</i></button><span>柳河镇工作群</span></div><div style="overflow:auto">${times(10, row).join('')}</div><div role="toolbar"><input></div></div>`,
    );
    const found = guess(document);
    expect(found?.title?.textContent).toBe('柳河镇工作群');
    const input = document.querySelector('input');
    input?.replaceWith(document.createElement('button'));
    // One who can write below is worth more than one who cannot, by all that there is between the two.
    expect((found?.score ?? 0) - (guess(document)?.score ?? 0)).toBeGreaterThan(5);
  });
});

describe('a sign where the name would be', () => {
  it('is nobody: who came and who went', () => {
    const row = (name: string, text: string) =>
      `<div class="m"><b class="nick">${name}</b><p class="text">${text}</p></div>`;
    const rows = times(10, (at) => row(personAt(at), wordsAt(at)));
    const read = open(
      log(
        ...rows,
        row('-->', '赵大勇加入了本群聊天，欢迎。'),
        row('', '那就这样定了，请各村照办。'),
      ),
    );
    expect(read.length).toBe(11);
    expect(read.at(-1)).toMatchObject({ sender: '', text: '那就这样定了，请各村照办。' });
  });
});

describe('pictures that a font draws', () => {
  it('are no words', () => {
    const row = (at: number) =>
      `<div class="m"><b class="nick">${personAt(at)}</b><div class="text"><i class="q-icon material-icons">attach_file</i><span>${wordsAt(at)}</span></div></div>`;
    expect(open(log(...times(10, row))).map(({ text }) => text)).toEqual(times(10, wordsAt));
  });
});

describe('a line that says who and when', () => {
  const meta = (at: number) => `${personAt(at)} • 2026/11/25 09:0${at % 9}`;

  it("is nobody's words, below short answers too, and tells both", () => {
    const row = (at: number) =>
      `<li><div class="face"><abbr>${personAt(at).slice(0, 2)}</abbr></div><div class="body"><div class="said"><span>收到${at}</span></div><div class="meta">${meta(at)}</div></div></li>`;
    const read = open(`<ul role="log" style="overflow:auto">${times(10, row).join('')}</ul>`);
    expect(read.map(({ sender, text }) => [sender, text])).toEqual(
      times(10, (at) => [personAt(at), `收到${at}`] as never),
    );
    expect(read.map(({ time }) => time)).toEqual(
      times(10, (at) => new Date(2026, 10, 25, 9, at % 9).getTime() as never),
    );
  });
});

describe('a paragraph that is called a name', () => {
  it('is the name, and the next one what was said', () => {
    const row = (at: number) =>
      `<div class="m"><div class="text"><p class="message-username">${personAt(at)}</p><p>${wordsAt(at)}</p></div></div>`;
    const read = open(log(...times(10, row)));
    expect(read.map(({ sender, text }) => [sender, text])).toEqual(
      times(10, (at) => [personAt(at), wordsAt(at)] as never),
    );
  });
});

describe('a mark of own messages further in', () => {
  it('is found behind a name', () => {
    const row = (at: number) =>
      `<div class="row"><div class="group"><div>${personAt(at)}</div><div role="article" data-is-own-message="${at % 3 === 0}" class="${at % 3 === 0 ? 'right' : ''}"><p>${wordsAt(at)}</p></div></div></div>`;
    openPage(
      `<style>\n.right { text-align: right }\n</style>\n</head><body><h2>工作群</h2>${log(...times(12, row))}<textarea></textarea></body>`,
    );
    expect(readWith(definitionHere()).map(({ own }) => own)).toEqual(
      times(12, (at) => (at % 3 === 0) as never),
    );
  });
});
