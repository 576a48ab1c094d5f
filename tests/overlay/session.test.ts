// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { Site } from '../../lib/sites/site';
import { leaveBrowser, seeAll, standInForBrowser } from './browser-stand-ins';
import {
  type Judge,
  lookOf,
  madeClient,
  madeRow,
  openMadePage,
  pass,
  type Started,
  startOverlay,
  TRACE,
  wordsOf,
} from './made-client';

vi.mock('../../lib/report-error', () => ({ reportError: () => {} }));

const ASKED = '收到请回复';
const CHANGED = '更正：截止时间改到明天上午九点';

let started: Started;

beforeEach(standInForBrowser);
afterEach(() => {
  started.session.stop();
  leaveBrowser();
});

function say(row: HTMLElement, text: string): void {
  const words = wordsOf(row);
  if (!words) throw new Error('a row without words');
  words.textContent = text;
}

/** A page with a folded message at its end. */
async function folded(site: Site = madeClient, place?: HTMLElement) {
  const main = openMadePage(8);
  started = startOverlay(site, TRACE);
  const row = madeRow('20', ASKED);
  place?.append(row);
  main.append(place ?? row);
  await pass(1_000);
  expect(lookOf(row)).toBe('folded');
  return { main, row };
}

describe('a folded message', () => {
  it('opens in the task that changes its words', async () => {
    const { row } = await folded();
    say(row, CHANGED);
    await pass(0);
    expect(lookOf(row)).toBeNull();
  });

  it('opens in the task that shows who sent it, where that one is never to be folded', async () => {
    const { row } = await folded();
    started.setSettings({ neverFold: { ...DEFAULT_SETTINGS.neverFold, senders: ['镇长'] } });
    expect(lookOf(row)).toBe('folded');
    row.dataset.sender = '镇长';
    await pass(0);
    expect(lookOf(row)).toBe('marked');
  });

  it('is hidden again in the task in which the page draws the same words anew', async () => {
    const { row } = await folded();
    const words = document.createElement('span');
    words.className = 'words';
    words.textContent = ASKED;
    row.replaceChildren(words);
    await pass(0);
    expect(words.hasAttribute('data-fl-hide')).toBe(true);
    expect(row.querySelector('[data-fl-ui]')).not.toBeNull();
  });

  it('has its bar again in the task in which the page takes it away', async () => {
    const { row } = await folded();
    row.replaceChildren(...row.querySelectorAll('.words'));
    await pass(0);
    expect(row.querySelector('[data-fl-ui]')).not.toBeNull();
  });

  it('opens in the task in which the page makes one row of what lies around it', async () => {
    const section = document.createElement('section');
    const { row } = await folded(madeClient, section);
    section.dataset.id = '';
    section.className = 'row';
    await pass(0);
    expect(wordsOf(row)?.hasAttribute('data-fl-hide')).toBe(false);
  });

  it('opens when its link leads elsewhere, although its words are the same', async () => {
    const link = document.createElement('a');
    link.href = 'https://biao.example/1';
    const { row } = await folded({
      ...madeClient,
      read: (each) => {
        const read = madeClient.read(each);
        return read && { ...read, text: read.text + (each.querySelector('a')?.href ?? '') };
      },
    });
    row.append(link);
    await pass(1_000);
    expect(lookOf(row)).toBe('folded');
    started.hold();
    link.href = 'https://biao.example/2';
    await pass(100);
    expect(lookOf(row)).toBeNull();
  });

  it('shows what it says when it was taken out, changed, and comes back inside of something', async () => {
    const section = document.createElement('section');
    const { main, row } = await folded(madeClient, section);
    section.remove();
    await pass(10);
    say(row, CHANGED);
    await pass(10);
    main.append(section);
    await pass(1_000);
    expect(lookOf(row)).toBeNull();
  });

  it('shows what it says when it was taken out, changed, and comes back among very many', async () => {
    const { main, row } = await folded();
    row.remove();
    await pass(10);
    say(row, CHANGED);
    await pass(10);
    const others = Array.from({ length: 41 }, (_, at) => madeRow(`3${at}`, `又说了第${at}句话`));
    main.append(row, ...others);
    await pass(1_000);
    expect(lookOf(row)).toBeNull();
  });

  it('shows what it says when the page is understood again', async () => {
    let isBroken = false;
    const ownNames = () => {
      if (isBroken) throw new Error('not understood');
      return [];
    };
    const { row } = await folded({ ...madeClient, ownNames });
    say(row, ASKED);
    await pass(1);
    isBroken = true;
    await pass(200);
    expect(started.session.health().status).toBe('stopped');
    say(row, CHANGED);
    await pass(10);
    isBroken = false;
    await pass(20_000);
    expect(started.session.health().status).toBe('ok');
    expect(lookOf(row)).toBeNull();
  });

  it('shows what it says when it was changed while the page could not be looked through', async () => {
    let isOdd = false;
    const rowOf = (node: Node) => {
      if (isOdd) throw new Error('an odd node');
      return madeClient.rowOf(node);
    };
    const { row } = await folded({ ...madeClient, rowOf });
    say(row, ASKED);
    await pass(5);
    isOdd = true;
    say(row, CHANGED);
    await pass(5);
    isOdd = false;
    await pass(1_000);
    expect(lookOf(row)).toBeNull();
  });
});

describe('an element that comes back as another message', () => {
  it('has not been shown', async () => {
    const main = openMadePage();
    started = startOverlay(madeClient, ({ text }) =>
      text.startsWith('通知') ? { relation: 'new', notice: 'n1' } : {},
    );
    const row = madeRow('20', '随便说的一句话');
    main.append(row);
    await pass(500);
    seeAll();
    await pass(500);
    row.remove();
    await pass(10);
    row.dataset.id = '21';
    say(row, '通知：明天上午九点开会，请准时参加');
    await pass(10);
    main.append(row);
    await pass(1_000);
    expect(started.messages().map(({ key }) => key)).toContain('made:21');
    expect(started.reports.flatMap(({ claims }) => claims)).toEqual([]);
  });

  it('takes back no other message when it is a line that says so', async () => {
    const isRecalled = (row: HTMLElement) => row.textContent?.includes('撤回了一条消息') === true;
    const read = (row: HTMLElement) => (isRecalled(row) ? null : madeClient.read(row));
    const main = openMadePage();
    started = startOverlay({ ...madeClient, isRecalled, read }, () => ({}));
    const row = madeRow('20', '随便说的一句话');
    main.append(row);
    await pass(500);
    row.remove();
    await pass(10);
    row.dataset.id = '';
    row.textContent = '李四撤回了一条消息';
    await pass(10);
    main.append(row);
    await pass(1_000);
    expect(started.reports.flatMap(({ recalls }) => recalls)).toEqual([]);
  });
});

describe('a message of which nothing is known', () => {
  it('is that of the chat in which it stood, however quickly one goes through several', async () => {
    const main = openMadePage(1);
    const title = document.querySelector('h1') as HTMLElement;
    started = startOverlay(madeClient, () => ({}));
    await pass(1_000);
    started.hold();
    main.append(madeRow('20', '街道里正在判断的一句话'));
    await pass(5);
    title.textContent = '网格一群';
    await pass(5);
    main.replaceChildren();
    await pass(5);
    main.append(madeRow('21', '网格一群里的一条通知'));
    await pass(30);
    title.textContent = '网格二群';
    await pass(20);
    main.replaceChildren(madeRow('22', '网格二群里的一条通知'));
    await pass(200);
    started.letGo();
    await pass(2_000);
    const chats = new Map(started.messages().map(({ key, chat }) => [key, chat]));
    expect(chats.get('made:21')).not.toBe('网格二群');
    expect(chats.get('made:22')).toBe('网格二群');
  });
});

it('takes no more than its share of a page that draws forty known rows anew all the time', async () => {
  const STEP = 16;
  let clock = 0;
  let spent = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const read = (row: HTMLElement) => {
    clock += 1;
    spent += 1;
    return madeClient.read(row);
  };
  const main = openMadePage(40);
  started = startOverlay({ ...madeClient, read }, () => ({}));
  await pass(1_000);
  clock += 5_000;
  spent = 0;
  const from = clock;
  for (let step = 0; step < 300; step++) {
    for (const row of main.children) wordsOf(row)?.append('');
    await pass(STEP);
    clock += STEP;
  }
  // A fifth, and what may be done at once before the share counts.
  expect(spent).toBeLessThan((clock - from) * 0.2 + 1_800);
});

/** The client on a clock that only reading moves: nothing at first, then so many ms a row. */
function dearClient() {
  let clock = 0;
  let cost = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const read: Site['read'] = (row) => {
    clock += cost;
    return madeClient.read(row);
  };
  const readingCosts = (ms: number) => {
    cost = ms;
  };
  return { client: { ...madeClient, read }, readingCosts };
}

const REPLIES: Judge = ({ text }) => (text === '收到' ? { isReply: true } : {});

describe('a run of replies', () => {
  it('has a bar also when the page takes its first row out', async () => {
    const main = openMadePage();
    started = startOverlay(madeClient, REPLIES);
    const rows = ['20', '21', '22', '23'].map((id) => madeRow(id, '收到'));
    main.append(...rows);
    await pass(1_000);
    expect(rows.map(lookOf)).toEqual(['folded', 'hidden', 'hidden', 'hidden']);
    rows[0]?.remove();
    await pass(1_000);
    expect(rows.slice(1).map(lookOf)).toEqual(['folded', 'hidden', 'hidden']);
  });

  it('is what stands together: older rows that come above are not the end of it', async () => {
    const main = openMadePage();
    started = startOverlay(madeClient, REPLIES);
    main.append(madeRow('20', '收到'), madeRow('21', '收到'));
    await pass(1_000);
    const old = [madeRow('5', '收到'), madeRow('6', '收到')];
    main.prepend(...old, madeRow('7', '别的'));
    await pass(1_000);
    expect(old.map(lookOf)).toEqual([null, null]);
    const third = madeRow('22', '收到');
    main.append(third);
    await pass(1_000);
    expect(lookOf(third)).toBe('hidden');
    expect(old.map(lookOf)).toEqual([null, null]);
  });

  it('stays open when the page takes out the row that bore its bar, or puts more above it', async () => {
    const main = openMadePage();
    started = startOverlay(madeClient, REPLIES);
    const rows = ['20', '21', '22', '23'].map((id) => madeRow(id, '收到'));
    main.append(...rows);
    await pass(1_000);
    started.session.toggleFolds();
    await pass(1_000);
    expect(rows.map(lookOf)).toEqual(['open', 'marked', 'marked', 'marked']);
    rows[0]?.remove();
    await pass(1_000);
    expect(rows.slice(1).map(lookOf)).toEqual(['open', 'marked', 'marked']);
    const above = madeRow('19', '收到');
    rows[1]?.before(above);
    await pass(1_000);
    expect([above, ...rows.slice(1)].map(lookOf)).toEqual(['open', 'marked', 'marked', 'marked']);
  });

  it('keeps its bar while it gains a head and reading is put off', async () => {
    const { client, readingCosts } = dearClient();
    const main = openMadePage();
    started = startOverlay(client, REPLIES);
    const rows = ['20', '21', '22'].map((id) => madeRow(id, '收到'));
    main.append(...rows);
    await pass(1_000);
    expect(rows.map(lookOf)).toEqual(['folded', 'hidden', 'hidden']);
    started.hold();
    const head = madeRow('19', '收到');
    rows[0]?.before(head);
    await pass(200);
    readingCosts(2_000);
    say(main.firstElementChild as HTMLElement, '别的');
    await pass(0);
    started.letGo();
    await pass(10);
    expect([head, ...rows].map(lookOf)).toContain('folded');
  });

  it('opens while the one that bears its bar says something that nobody has judged', async () => {
    const main = openMadePage();
    started = startOverlay(madeClient, REPLIES);
    const rows = ['20', '21', '22'].map((id) => madeRow(id, '收到'));
    main.append(...rows);
    await pass(1_000);
    started.hold();
    say(rows[0] as HTMLElement, '改了');
    await pass(200);
    expect(rows.map(lookOf)).toEqual([null, null, null]);
  });
});

it('claims nothing for a row that says something else by now and is not read yet', async () => {
  const { client, readingCosts } = dearClient();
  const main = openMadePage();
  started = startOverlay(client, ({ text }) =>
    text.startsWith('通知') ? { relation: 'new', notice: 'n1' } : {},
  );
  const row = madeRow('20', '通知：明天上午九点开会');
  main.append(row);
  await pass(1_000);
  // So dear that all further work is put off.
  readingCosts(2_000);
  say(main.firstElementChild as HTMLElement, '别的');
  await pass(0);
  row.dataset.id = '21';
  say(row, '随便说的一句话');
  await pass(0);
  seeAll();
  await pass(10);
  expect(started.reports.flatMap(({ claims }) => claims)).toEqual([]);
});

it('opens a folded message in the task in which the page makes a row of a part of it and changes that', async () => {
  const nested: Site = {
    ...madeClient,
    read: (row) => {
      const read = madeClient.read(row);
      return read && { ...read, text: row.textContent ?? '' };
    },
  };
  const main = openMadePage(8);
  started = startOverlay(nested, TRACE);
  const row = madeRow('20', ASKED);
  const more = document.createElement('span');
  more.textContent = '。';
  row.append(more);
  main.append(row);
  await pass(1_000);
  expect(lookOf(row)).toBe('folded');
  more.dataset.id = '';
  more.className = 'row';
  more.textContent = CHANGED;
  await pass(0);
  expect(lookOf(row)).toBeNull();
});
