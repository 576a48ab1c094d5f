// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { guess } from '../../lib/picker/guess';
import { definitionHere, openPage, readWith } from './pages';

const PEOPLE = ['周一鸣', '李秀英', 'sunli'];
const WORDS = [
  '请各村于11月7日前报送台账，逾期不候。',
  '收到，我村正在排查，下午报送。',
  '会议室投影我提前去调试，请放心。',
  '石桥村走访完毕，三户需要更换电热毯。',
];
const personAt = (at: number) => PEOPLE[at % 3] ?? '';
const wordsAt = (at: number) => `${WORDS[at % 4]}${at}`;
const times = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at));

function open(list: string, head = '<h2>工作群</h2>') {
  openPage(`<header>${head}</header>${list}<textarea></textarea>`);
  return readWith(definitionHere());
}
const log = (...rows: string[]) =>
  `<div class="list" role="log" style="overflow:auto">${rows.join('')}</div>`;

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

describe('a rare message beside many with words', () => {
  const row = (name: string, inner: string) =>
    `<div class="message"><img class="face" src="f.png" width="44"><div class="right"><div class="top"><span class="nick">${name}</span><span class="time">10:40</span></div><div class="wrap"><div class="content">${inner}</div></div></div></div>`;
  const said = times(12, (at) =>
    row(personAt(at), `<div class="textMessage">${wordsAt(at)}</div>`),
  );

  it('is a picture without words where how far it has come is not drawn', () => {
    const picture =
      '<div class="imageMessage"><img src="a.png" width="300" height="200"><div class="progress" style="display: none">NaN%</div></div>';
    const read = open(log(...said, row('李秀英', picture)));
    expect(read.at(-1)).toMatchObject({ kind: 'image', text: '', sender: '李秀英' });
    const covered = picture.replace('display: none">NaN%', 'opacity: 0">预览');
    expect(open(log(...said, row('李秀英', covered))).at(-1)).toMatchObject({ text: '' });
  });

  it('is a file by its name and size, not by what its button says', () => {
    const card =
      '<a class="fileContainer" href="#"><div class="fileInfo"><span class="fileText">隐患点排查表.xlsx</span><span class="fileText">18 KB</span></div><p class="fileButton">download</p></a>';
    const read = open(log(...said, row('李秀英', card)));
    expect(read.at(-1)).toMatchObject({
      kind: 'file',
      file: { name: '隐患点排查表.xlsx', size: 18_432 },
      sender: '李秀英',
    });
  });

  it('is none where its words stand in the line of the name', () => {
    const came = row('赵大勇', '')
      .replace(
        '</span><span class="time">',
        '</span><span class="action">joined the channel</span><span class="time">',
      )
      .replace(/<div class="wrap">.*<\/div><\/div><\/div>$/, '</div></div>');
    const read = open(log(...said.slice(0, 8), came, ...said.slice(8)));
    expect(read.map(({ sender }) => sender)).toEqual(times(12, personAt));
  });

  it('is a file where a link stands in the place of the words', () => {
    const post = (name: string, inner: string) =>
      `<div class="post"><div class="box"><div class="who"><div class="author">${name}</div><span class="stamp">10:40</span></div>${inner}</div></div>`;
    const words = times(12, (at) => post(personAt(at), `<div>${wordsAt(at)}</div>`));
    const link = '<a href="#file" class="link"><svg></svg> 隐患点排查表.xlsx</a>';
    const picture = '<img src="a.png" width="280" height="180" alt="">';
    const read = open(log(...words, post('李秀英', link), post('周一鸣', picture)));
    expect(read.length).toBe(14);
    expect(read.at(-2)).toMatchObject({ text: '隐患点排查表.xlsx', sender: '李秀英' });
    expect(read.at(-1)).toMatchObject({ kind: 'image', text: '', sender: '周一鸣' });
  });
});

describe('what stands beside the words of a message', () => {
  it('is no part of them: how many have read it', () => {
    const row = (at: number) => {
      const read = at % 5 === 0 ? `<div class="read-count"><span>${20 + at}</span></div>` : '';
      return `<div class="item"><img src="f.png" width="40"><div class="box"><div class="info"><span class="user-name">${personAt(at)}</span></div><div class="content">${read}<div class="text">${wordsAt(at)}</div></div></div></div>`;
    };
    expect(open(log(...times(15, row))).map(({ text }) => text)).toEqual(times(15, wordsAt));
  });

  it('is a face of letters where others have a picture', () => {
    const row = (at: number, face: string, inner: string) =>
      `<div class="record"><aside class="column"><span class="avatar">${face}</span></aside><main class="main"><div class="talk"><span class="nickname">${personAt(at)}</span><span class="time">9:0${at % 9}</span></div><section class="content">${inner}</section></main></div>`;
    const photo = '<img src="f.png" width="30">';
    const rows = times(14, (at) =>
      row(at, photo, `<div class="text"><pre>${wordsAt(at)}</pre></div>`),
    );
    const picture = '<div class="image"><div role="none"><img src="a.png" width="200"></div></div>';
    const read = open(log(...rows, row(1, '<span class="letters">李</span>', picture)));
    expect(read.at(-1)).toMatchObject({ kind: 'image', text: '', sender: '李秀英' });
  });

  it('is a badge that is not drawn: no picture was sent', () => {
    const row = (at: number) =>
      `<div class="item"><img class="face" src="f.png" width="40"><div class="box"><img class="badge" style="display: none"><span class="user-name">${personAt(at)}</span><div class="text">${wordsAt(at)}</div></div></div>`;
    expect(open(log(...times(10, row))).every(({ kind }) => kind === 'text')).toBe(true);
  });
});

describe('a line that is built like a message', () => {
  const row = (name: string, text: string) =>
    `<div class="item"><div class="msg"><div class="top"><a class="nick">${name}</a></div><div class="body">${text}</div></div></div>`;

  it('is none where it says of its own sender that he came or went', () => {
    const rows = times(10, (at) => row(personAt(at), wordsAt(at)));
    const came = ['司马青 已加入', '司马青 joined the channel', '司马青退出了群聊'].map((text) =>
      row('司马青', text.replace('司马青', '<a>司马青</a>')),
    );
    expect(open(log(...rows, ...came)).map(({ sender }) => sender)).toEqual(times(10, personAt));
  });

  it('is one where somebody else is meant', () => {
    const rows = times(10, (at) => row(personAt(at), wordsAt(at)));
    expect(open(log(...rows, row('司马青', '王海波 已加入'))).length).toBe(11);
  });
});

describe('what a name and a card hold besides', () => {
  it('is no part of the name: a role', () => {
    const row = (at: number) =>
      `<div class="m"><div class="name"><em>${at % 3 === 0 ? '群主' : 'member'}</em><b>${personAt(at)}</b></div><p class="text">${wordsAt(at)}</p></div>`;
    const read = open(log(...times(12, (at) => row(at).replace('<em>member</em>', ''))));
    expect(read.map(({ sender }) => sender)).toEqual(times(12, personAt));
  });

  it('is no word: what the sign of a file is called', () => {
    const row = (at: number, inner: string) =>
      `<div class="m"><b class="nick">${personAt(at)}</b><div class="bubble"><div>${inner}</div></div></div>`;
    const card =
      '<div class="card"><div>隐患点排查表.xlsx</div><div>18.2 KB</div></div><div class="sign"><img src="s.png" width="38" alt="file"></div>';
    const read = open(log(...times(12, (at) => row(at, wordsAt(at))), row(1, card)));
    expect(read.at(-1)).toMatchObject({ kind: 'file', file: { name: '隐患点排查表.xlsx' } });
  });
});

describe('a mention that can be clicked', () => {
  it('is a word of the message, and a button beside the words is none', () => {
    const row = (at: number, inner: string) =>
      `<div class="m"><b class="nick">${personAt(at)}</b><div class="body">${inner}</div></div>`;
    const mention =
      '<span class="mention" role="button" tabindex="0">沈暮云</span> 监考老师的培训定在哪天?';
    const more = '<span>收到，下午报送。</span><span role="button">展开</span>';
    const end = '明天也报送。<span role="button">展开</span>';
    const rows = [row(0, mention), row(1, more), row(2, end)];
    const read = open(log(...times(12, (at) => row(at, wordsAt(at))), ...rows));
    expect(read.slice(-3).map(({ text }) => text)).toEqual([
      '沈暮云 监考老师的培训定在哪天?',
      '收到，下午报送。',
      '明天也报送。',
    ]);
  });

  it('a sign of a font is no word', () => {
    const row = (at: number) =>
      `<div class="m"><b class="nick">${personAt(at)}</b><p class="text">${wordsAt(at)}<i class="glyph">\ue0a1</i></p></div>`;
    expect(open(log(...times(12, row))).map(({ text }) => text)).toEqual(times(12, wordsAt));
  });
});

describe('a page whose styles are named by a tool', () => {
  it('is read where one message looks otherwise than all before', () => {
    const row = (at: number, look: string) =>
      `<div id="01M8K${at}XQ"><div class="sc-aXZVg ${look}"><div class="sc-gEvEer ckryy"><i class="face"></i></div><div class="sc-eqUAAy gYwTGo"><span class="detail"><span class="sc-iGgWBj dVSjCO author">${personAt(at)}</span><time>10:4${at % 9}</time></span><div class="sc-cwHptR iAfBbM">${wordsAt(at)}</div></div></div></div>`;
    const box = document.createElement('div');
    const read = open(log(...times(12, (at) => row(at, 'barvelo'))));
    expect(read.map(({ sender }) => sender)).toEqual(times(12, personAt));
    const definition = definitionHere();
    box.innerHTML = row(12, 'NuKei');
    document.querySelector('.list')?.append(...box.children);
    expect(readWith(definition).at(-1)?.sender).toBe(personAt(12));
  });
});
