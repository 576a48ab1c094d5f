import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DayRow, MessageRow } from '../../lib/tally/rows.ts';
import { BUILDS } from '../../scripts/bundles.ts';
import { nothingTold, type Patient, patientOf, toldInPopup } from './fault-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { noticed, plant, withPlantedFaults } from './harness/planted-faults.ts';
import { changeSettings, countMessages, insideExtension, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { openGroups } from './work-groups.ts';

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;

/** Said by Dexie whenever it opens the database again after an error without a reason; so often in a row, and no more. */
const OPENS_AGAIN = 'Dexie: Workaround for Chrome UnknownError on open()';
const DEXIE_TRIES = 3;

describe.each(BROWSER_KINDS)('faults of the browser in %s', (kind) => {
  let session: Session;
  let patient: Patient;
  let complaintsBefore = 0;

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN', extension: withPlantedFaults(BUILDS[kind]) });
    await changeSettings(session, { welcomed: true });
    patient = await patientOf(session, await openGroups(session), Date.now() - 60_000);
  });
  afterAll(() => session.close());
  beforeEach(async () => {
    complaintsBefore = (await noticed(session)).complaints.length;
  });

  /**
   * However many messages waited and however often they were sent, the console has few lines. Dexie's word that it opens the
   * database once more is counted apart: Chromium may fail to open what is just being deleted.
   */
  async function saidFewTimes(atMost: number): Promise<void> {
    const said = (await noticed(session)).complaints.slice(complaintsBefore);
    const others = said.filter((words) => !words.includes(OPENS_AGAIN));
    expect(others.length, said.join('\n')).toBeLessThanOrEqual(atMost);
    expect(said.length - others.length).toBeLessThanOrEqual(DEXIE_TRIES);
  }

  test('a database that does not open: nothing is folded or lost, and it is said once', async () => {
    const before = await countMessages(session);
    await plant(session, { open: 'refuse' });
    await session.stopBackground();
    const copy = await patient.arrive();
    await patient.arrive();
    const told = await toldInPopup(session, '浏览器打不开台账');
    expect(told).toMatchObject({ alerts: 1, badge: '!' });
    await patient.untouched(copy);
    expect(await countMessages(session)).toBe(before);
    await plant(session, {});
    await patient.recovered(copy);
    await nothingTold(session);
    await saidFewTimes(3);
  });

  test('a disk that is full in mid-write: the report is taken back whole, and a look does not take back the word', async () => {
    const days = await tallyRows<DayRow>(session, 'days');
    // The storage of settings lies on the same disk, and takes no word of it either.
    await plant(session, { write: { nth: 3, how: 'quota' }, local: '*' });
    const copy = await patient.arrive();
    for (let look = 0; look < 2; look++) {
      expect(await toldInPopup(session, '磁盘空间不足')).toMatchObject({ alerts: 1, badge: '!' });
    }
    await patient.untouched(copy);
    expect(await tallyRows(session, 'days')).toEqual(days);
    await plant(session, {});
    await patient.recovered(copy);
    await nothingTold(session);
    await saidFewTimes(3);
  });

  test('writes that are taken back without a reason are told once they are several', async () => {
    const days = await tallyRows<DayRow>(session, 'days');
    await plant(session, { write: { nth: 3, how: 'abort' } });
    const copy = await patient.arrive();
    const told = await toldInPopup(session, '接连写不进台账');
    expect(told).toMatchObject({ alerts: 1, badge: '!' });
    await patient.untouched(copy);
    expect(await tallyRows(session, 'days')).toEqual(days);
    await plant(session, {});
    await patient.recovered(copy);
    await nothingTold(session);
    await saidFewTimes(3);
  });

  test('a setting that cannot be stored is said and taken back; counting goes on', async () => {
    await plant(session, { local: '*' });
    const popup = await session.extensionPage('popup.html');
    const chosen = () =>
      popup.evaluate(() => document.querySelector<HTMLInputElement>('header input:checked')?.value);
    await waitUntil('the switch', async () => (await chosen()) === 'fold');
    await popup.evaluate(() =>
      document.querySelector<HTMLInputElement>('header input[value=off]')?.click(),
    );
    const words = await waitUntil('the popup to say so', () =>
      popup.evaluate(() => document.querySelector('[role=alert]')?.textContent),
    );
    expect(words).toContain('没有保存：浏览器写不进设置');
    expect(await popup.evaluate(() => document.querySelectorAll('[role=alert]').length)).toBe(1);
    await waitUntil('the choice of before', async () => (await chosen()) === 'fold');
    await popup.close();
    const copy = await patient.arrive();
    await patient.recovered(copy);
    await plant(session, {});
    await nothingTold(session);
    await saidFewTimes(0);
  });

  test.each(['before', 'after'] as const)(
    'a background that ends %s it has written and without an answer: the page asks again, counted once',
    async (answer) => {
      const before = await countMessages(session);
      const { held } = await noticed(session);
      await plant(session, { answer });
      const copy = await patient.arrive();
      await waitUntil('a report to be held', async () => (await noticed(session)).held > held);
      expect(await countMessages(session)).toBe(answer === 'after' ? before + 2 : before);
      await patient.untouched(copy);
      await plant(session, {});
      await session.stopBackground();
      await patient.recovered(copy);
      await nothingTold(session);
      await saidFewTimes(0);
    },
  );

  test('deleted while open, with messages coming: the page tells all again, and it is said once', async () => {
    const arriving = [patient.arrive()];
    await Promise.all([insideExtension(session, deleteDatabase, null), patient.arrive()]);
    arriving.push(patient.arrive());
    const copy = (await Promise.all(arriving)).at(-1) ?? '';
    await patient.recovered(copy);
    const told = await toldInPopup(session, '台账数据丢失过');
    expect(told.alerts).toBe(1);
    expect(told.words).toContain('重新记入');
    await insideExtension(session, dismissLoss, null);
    await nothingTold(session);
    await saidFewTimes(1);
  });

  test('a damaged snapshot of the index is rebuilt from the log: copies are known, nothing is said', async () => {
    const snapshots = ['flipped', 'cut', 'of another version'] as const;
    for (const damage of snapshots) {
      await insideExtension(session, damageIndex, damage);
      await session.stopBackground();
      const copy = await patient.arrive();
      await patient.recovered(copy);
    }
    await nothingTold(session);
    await saidFewTimes(0);
  });

  // Last: a copy of the sums that is taken while the clock is ahead holds today, too, and a loss would close it.
  test('a clock set back two days, and right again: each message is on its own day, once', async () => {
    const daysOf = async () =>
      (await tallyRows<MessageRow>(session, 'messages')).map(({ key, day }) => `${day} ${key}`);
    const before = await daysOf();
    for (const clock of [-TWO_DAYS, TWO_DAYS, 0]) {
      await plant(session, { clock });
      await session.stopBackground();
      const copy = await patient.arrive();
      await patient.recovered(copy);
      await nothingTold(session);
    }
    const after = await daysOf();
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 6);
    expect(new Set(after.map((each) => each.slice(0, 10))).size).toBe(1);
    const rows = await tallyRows<MessageRow>(session, 'messages');
    const days = await tallyRows<DayRow>(session, 'days');
    const folded = rows.filter(({ foldedDay }) => foldedDay !== null);
    expect(folded.length).toBeGreaterThan(0);
    expect(days.reduce((sum, day) => sum + day.folded, 0)).toBe(folded.length);
    await saidFewTimes(0);
  });
});

/** Runs in the page: as a cleaning program does. */
async function deleteDatabase(): Promise<void> {
  const request = indexedDB.deleteDatabase('fingerlight');
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
  });
}

/** Runs in the page: the user has read it. */
async function dismissLoss(): Promise<void> {
  type Local = {
    get(key: string): Promise<Record<string, object>>;
    set(of: object): Promise<void>;
  };
  const { storage } = (globalThis as unknown as { chrome: { storage: { local: Local } } }).chrome;
  const { safety } = await storage.local.get('safety');
  await storage.local.set({ safety: { ...safety, loss: null } });
}

/** Runs in the page: puts a damaged snapshot of the index in place, or damages the one that is there. */
async function damageIndex(damage: string): Promise<void> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('fingerlight'));
  type Manifest = { runtime: { getManifest(): { version: string } } };
  const { runtime } = (globalThis as unknown as { chrome: Manifest }).chrome;
  const { version } = runtime.getManifest();
  const words = new Int32Array(4096).fill(7);
  words.set([0x464c4958, 5, words.byteLength, 12345]);
  const row = {
    ...{ id: 'index', version, upTo: 1_000_000, notices: 5_000, snapshot: words.buffer },
    ...(damage === 'cut' && { snapshot: words.buffer.slice(0, 4096) }),
    ...(damage === 'of another version' && { version: '0.0.0' }),
  };
  const transaction = database.transaction('indexSnapshots', 'readwrite');
  await settled(transaction.objectStore('indexSnapshots').put(row));
  database.close();
}
