import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DayRow } from '../../lib/tally/rows.ts';
import { BUILDS } from '../../scripts/bundles.ts';
import { openSimulator, type SimulatorDriver } from '../simulator/wechat/serve.ts';
import { rowLooking, seenRows } from './chat-probe.ts';
import { nothingTold, type Patient, patientOf, toldInPopup } from './fault-probe.ts';
import { downloaded } from './harness/downloaded.ts';
import { chooseFiles } from './harness/handed-files.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { noticed, withPlantedFaults } from './harness/planted-faults.ts';
import { pressButton } from './harness/press.ts';
import { changeSettings, countMessages, insideExtension, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { withManifest } from './harness/with-manifest.ts';
import { GRID, noticeAbout, openGroups, read, STREET, YESTERDAY } from './work-groups.ts';

type Image = { stores: Record<string, string>; tables: Record<string, unknown[]> };

const OLD_TALLY = JSON.parse(
  readFileSync(new URL('../fixtures/tally/v1.json', import.meta.url), 'utf8'),
) as Image;

const marksIn = (page: Page) =>
  page.evaluate(() => document.documentElement.outerHTML.match(/data-fl-/g)?.length ?? 0);

describe.each(BROWSER_KINDS)('versions, copies and profiles in %s', (kind) => {
  const downloads = mkdtempSync(join(tmpdir(), 'fingerlight-profile-'));
  let session: Session;
  let chat: SimulatorDriver;
  let patient: Patient;

  beforeAll(async () => {
    const extension = withPlantedFaults(BUILDS[kind]);
    session = await launch(kind, { lang: 'zh-CN', extension, downloads });
    await changeSettings(session, { welcomed: true });
    chat = await openGroups(session);
  });
  afterAll(async () => {
    await session.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  test('a tally that an older version holds is waited for, said once, and then taken over whole', async () => {
    const holder = await session.extensionPage('manifest.json');
    await holder.evaluate(holdOldTally, OLD_TALLY);
    await session.stopBackground();
    await chat.page.bringToFront();
    const text = noticeAbout('等待');
    const ids = await chat.receive([{ chat: STREET, from: '甲', text, time: YESTERDAY }]);
    const told = await toldInPopup(session, '浏览器还没有打开台账');
    expect(told).toMatchObject({ alerts: 1, badge: '!' });
    const row = (await seenRows(chat.page)).find(({ id }) => id === ids[0]);
    expect(row).toMatchObject({ look: '', words: '' });
    // One report at a time, however often the page asks again; Dexie has a line of its own for a tally that is held.
    const { mostOpen, complaints } = await noticed(session);
    expect(mostOpen).toBeLessThanOrEqual(2);
    expect(complaints.length, complaints.join('\n')).toBeLessThanOrEqual(4);
    await holder.close();
    await chat.page.bringToFront();
    const before = OLD_TALLY.tables.messages?.length ?? 0;
    await waitUntil(
      'the new message beside the old',
      async () => (await countMessages(session)) === before + 1,
      30_000,
    );
    await nothingTold(session);
    const days = await tallyRows<DayRow>(session, 'days');
    expect(days.reduce((sum, { messages }) => sum + messages, 0)).toBe(before + 1);
  });

  test('a tally of a newer version is left as it is and said once; the version that knows it goes on', async () => {
    const before = await tallyRows(session, 'messages');
    await insideExtension(session, setVersion, 90);
    await session.stopBackground();
    await chat.page.bringToFront();
    const [id = ''] = await chat.receive([
      { chat: STREET, from: '甲', text: noticeAbout('新版'), time: YESTERDAY },
    ]);
    const told = await toldInPopup(session, '台账由更新的版本写成');
    expect(told).toMatchObject({ alerts: 1, badge: '!' });
    expect((await seenRows(chat.page)).find((row) => row.id === id)).toMatchObject({ look: '' });
    expect(await tallyRows(session, 'messages')).toEqual(before);
    await insideExtension(session, clearLocal, null);
    await changeSettings(session, { welcomed: true });
    await insideExtension(session, deleteDatabase, null);
    patient = await patientOf(session, chat, Date.now() - 60_000);
    await nothingTold(session);
  });

  test('with the settings lost the counts are whole, and the popup says what to do', async () => {
    const before = await tallyRows(session, 'days');
    await insideExtension(session, clearLocal, null);
    await session.stopBackground();
    const popup = await session.extensionPage('popup.html');
    await waitUntil('the popup to say so', () =>
      popup.evaluate(() => document.body.textContent?.includes('已有的计数都还在')),
    );
    await popup.close();
    await waitUntil('the page to be let go', async () => (await marksIn(chat.page)) === 0);
    expect(await tallyRows(session, 'days')).toEqual(before);
    await changeSettings(session, { welcomed: true });
    const copy = await patient.arrive();
    await patient.recovered(copy);
  });

  test('a browser without the profile begins anew without an error, and a backup brings all back', async () => {
    const messages = await tallyRows(session, 'messages');
    const options = await session.extensionPage('options.html');
    await pressButton(options, 'data_backup');
    const path = join(downloads, 'handed.json');
    const backup = await downloaded(downloads, '.json');
    const { tables } = JSON.parse(String(backup)) as { tables: { days: DayRow[] } };
    const { days } = tables;
    expect(days.length).toBeGreaterThan(0);
    await options.close();
    const fresh = await launch(kind, { lang: 'zh-CN', extension: withPlantedFaults(BUILDS[kind]) });
    try {
      await nothingTold(fresh);
      expect(await tallyRows(fresh, 'messages')).toEqual([]);
      writeFileSync(path, backup);
      const page = await fresh.extensionPage('options.html');
      await chooseFiles(page, [path], '导入备份');
      await waitUntil('the messages of the backup', async () => {
        const there = await tallyRows(fresh, 'messages');
        return there.length === messages.length;
      });
      expect(await tallyRows<DayRow>(fresh, 'days')).toEqual(days);
      expect((await noticed(fresh)).complaints).toEqual([]);
    } finally {
      await fresh.close();
    }
  });

  test('a second installation stands back in the page; once the first is off, it is at work there', async () => {
    const copy = await patient.arrive();
    await patient.recovered(copy);
    const pages = (await session.browser.pages()).length;
    await session.browser.installExtension(secondCopy(BUILDS[kind]));
    await waitUntil(
      'the first-run page of the second, the last that it does at its start',
      async () => (await session.browser.pages()).length > pages,
    );
    await chat.reload();
    await chat.page.bringToFront();
    const again = await patientOf(session, chat, Date.now() - 30_000, '林权登记');
    const later = await again.arrive();
    await again.recovered(later);
    expect(await mostMarks(chat.page)).toBe(1);
    await nothingTold(session);
    await changeSettings(session, { mode: 'off' });
    await waitUntil('the first to let go', async () => (await marksIn(chat.page)) === 0);
    const before = await countMessages(session);
    await chat.reload();
    await chat.page.bringToFront();
    const text = noticeAbout('第二份');
    const [id = ''] = await chat.receive([{ chat: STREET, from: '甲', text, time: YESTERDAY }]);
    await read(chat, STREET);
    await rowLooking(chat.page, id, 'marked');
    expect(await countMessages(session)).toBe(before);
  });
});

describe.each(BROWSER_KINDS)('private windows in %s', (kind) => {
  /** A notice and its copy are read in a private window. */
  async function readPrivately(extension: string): Promise<{ marks: number; counted: number }> {
    const session = await launch(kind, { extension });
    try {
      await session.allowPrivate();
      await waitUntil('the extension to be there', async () => {
        await changeSettings(session, { welcomed: true });
        return true;
      });
      const open = await openGroups(session);
      const inside = await session.extensionPage('manifest.json');
      const page = await session.privatePage();
      const chats = [STREET, GRID].map((name) => ({ name }));
      const hidden = await openSimulator(page, { chats, open: STREET });
      const message = { from: '甲', text: noticeAbout('隐私'), time: YESTERDAY };
      await hidden.receive([STREET, GRID].map((name) => ({ ...message, chat: name })));
      await read(hidden, STREET);
      await read(hidden, GRID);
      // What is not private is read: by then what is would have been, too.
      const [id = ''] = await open.receive([{ ...message, chat: STREET }]);
      await waitUntil('the other window to be read', async () =>
        (await seenRows(open.page)).some((row) => row.id === id && row.look !== ''),
      );
      return { marks: await marksIn(page), counted: await inside.evaluate(countInside) };
    } finally {
      await session.close();
    }
  }

  test('nothing of ours runs there, not even when the user allows it', async () => {
    expect(await readPrivately(BUILDS[kind])).toEqual({ marks: 0, counted: 1 });
  });

  test('the check sees an extension that runs there', async () => {
    const spanning = withManifest(BUILDS[kind], (manifest) => {
      manifest.incognito = 'spanning';
    });
    const { marks, counted } = await readPrivately(spanning);
    expect(marks).toBeGreaterThan(0);
    expect(counted).toBe(3);
  });
});

/** The build as another installation, which its user has begun to use. */
function secondCopy(extension: string): string {
  const folder = withManifest(extension, (manifest) => {
    if (manifest.browser_specific_settings)
      manifest.browser_specific_settings.gecko.id = 'second@fingerlight.invalid';
    // Another key is another installation; and it comes into the page after the first.
    delete manifest.key;
    for (const script of manifest.content_scripts) {
      if (script.world === undefined) script.run_at = 'document_idle';
    }
  });
  const background = join(folder, 'background.js');
  const begin = 'chrome.storage.local.set({ settings: { welcomed: true } });\n';
  writeFileSync(background, begin + readFileSync(background, 'utf8'));
  return folder;
}

/** The most bars and chips that any row has. */
function mostMarks(page: Page): Promise<number> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll('#chatArea [mm-repeat] > [ng-repeat]')];
    return Math.max(...rows.map((row) => row.querySelectorAll('[data-fl-ui]').length));
  });
}

/** Runs in the page, which then holds a tally of the first version and lets nobody else have it. */
async function holdOldTally({ stores, tables }: Image): Promise<void> {
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('fingerlight');
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('fingerlight', 10);
    request.onerror = reject;
    request.onupgradeneeded = () => {
      for (const [table, spec] of Object.entries(stores)) {
        const [key = '', ...indexes] = spec.split(/,\s*/);
        const keyPath = key.replace('++', '');
        const autoIncrement = key.startsWith('++');
        const store = request.result.createObjectStore(table, { keyPath, autoIncrement });
        for (const index of indexes) {
          const path = index.startsWith('[') ? index.slice(1, -1).split('+') : index;
          store.createIndex(index, path);
        }
        for (const row of tables[table] ?? []) store.put(row);
      }
    };
    request.onsuccess = () => {
      Object.assign(globalThis, { held: request.result });
      resolve(null);
    };
  });
}

/** Runs in the page. */
async function deleteDatabase(): Promise<void> {
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('fingerlight');
    request.onsuccess = resolve;
    request.onerror = reject;
  });
}

/** Runs in the page: a tally as no version of today makes it. */
async function setVersion(version: number): Promise<void> {
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('fingerlight', version);
    request.onerror = reject;
    request.onupgradeneeded = () => request.result.createObjectStore('later');
    request.onsuccess = () => {
      request.result.close();
      resolve(null);
    };
  });
}

/** Runs in the page: how many messages are counted. */
async function countInside(): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('fingerlight');
    request.onerror = reject;
    request.onsuccess = () => {
      const counting = request.result.transaction('messages').objectStore('messages').count();
      counting.onsuccess = () => {
        request.result.close();
        resolve(counting.result);
      };
    };
  });
}

/** Runs in the page. */
async function clearLocal(): Promise<void> {
  type Local = { clear(): Promise<void> };
  const { storage } = (globalThis as unknown as { chrome: { storage: { local: Local } } }).chrome;
  await storage.local.clear();
}
