// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { definitionHere, readWith } from './pages';
import { log, open, personAt, times, wordsAt } from './said-lists';

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
    const deeper = covered.replace('预览', '<div class="mask-info">预览</div>');
    expect(open(log(...said, row('李秀英', deeper))).at(-1)).toMatchObject({ text: '' });
  });

  it('is a picture without words where beside it stands what it is called', () => {
    const named =
      '<div class="imageMessage"><img src="a.png" width="300" height="200"><div class="caption">IMG_1127.jpg (214 kB)</div></div>';
    expect(open(log(...said, row('李秀英', named))).at(-1)).toMatchObject({
      kind: 'image',
      text: '',
    });
    const captioned = named.replace('IMG_1127.jpg (214 kB)', '东堤北段，今早七点。');
    expect(open(log(...said, row('李秀英', captioned))).at(-1)).toMatchObject({
      kind: 'image',
      text: '东堤北段，今早七点。',
    });
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

  it('is a file by its name, which those who listen to the page are told twice', () => {
    const hidden = (style: string) =>
      `<a class="attachment" href="#">隐患点排查表.xlsx<span class="label" style="${style}">Download 隐患点排查表.xlsx</span></a>`;
    for (const style of [
      'position: absolute; width: 1px; height: 1px; overflow: hidden',
      'position: absolute; clip: rect(0, 0, 0, 0)',
      'position: absolute; clip-path: inset(50%)',
      'position: absolute; left: -9999px',
    ]) {
      const read = open(log(...said, row('李秀英', hidden(style))));
      expect(read.at(-1)).toMatchObject({ file: { name: '隐患点排查表.xlsx' }, sender: '李秀英' });
    }
    const shown = open(log(...said, row('李秀英', hidden('position: relative'))));
    expect(shown.at(-1)?.text).toContain('Download');
  });

  it('is no picture where a face is cut round by a drawing', () => {
    const face =
      '<svg width="36" height="36"><foreignObject><img src="f.png" width="128"></foreignObject></svg>';
    const read = open(
      log(...said, row('李秀英', `<div class="textMessage">${wordsAt(1)}${face}</div>`)),
    );
    expect(read.at(-1)).toMatchObject({ kind: 'text', text: wordsAt(1) });
  });

  it('is none where its words stand in the line of the name', () => {
    const came = row('赵大勇', '')
      .replace(
        '</span><span class="time">',
        '</span><span class="action">joined the channel</span><span class="time">',
      )
      .replace(/<div class="wrap">.*<\/div><\/div><\/div>$/, '</div></div>');
    // With a sign and a link the words stand deeper in that line.
    const deep = came.replace(
      'joined the channel',
      '<i></i><span class="what">joined <a href="#g">general</a></span>',
    );
    for (const line of [came, deep]) {
      const read = open(log(...said.slice(0, 8), line, ...said.slice(8)));
      expect(read.map(({ sender }) => sender)).toEqual(times(12, personAt));
    }
  });

  it('is a file where a link stands in the place of the words', () => {
    const post = (name: string, inner: string) =>
      `<div class="post"><div class="box"><div class="who"><div class="author">${name}</div><span class="stamp">10:40</span></div>${inner}</div></div>`;
    const words = times(12, (at) => post(personAt(at), `<div>${wordsAt(at)}</div>`));
    const link = '<a href="#file" class="link"><svg></svg> 隐患点排查表.xlsx</a>';
    const picture = '<img src="a.png" width="280" height="180" alt="">';
    const read = open(log(...words, post('李秀英', link), post('周一鸣', picture)));
    expect(read.length).toBe(14);
    expect(read.at(-2)).toMatchObject({
      file: { name: '隐患点排查表.xlsx', size: 0 },
      sender: '李秀英',
    });
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
