import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SimulatorDriver } from '../simulator/wechat/serve.ts';
import { clickInRow, painted, rowLooking, seenRows } from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings, insideExtension } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { openGroups, STREET, YESTERDAY } from './work-groups.ts';

const SUBJECTS = [
  '秋粮收购',
  '校舍加固',
  '河道清淤',
  '老人助餐',
  '反诈宣讲',
  '林区巡护',
  '图书漂流',
];

describe.each(BROWSER_KINDS)('bars and chips in %s', (kind) => {
  let session: Session;
  let chat: SimulatorDriver;
  let said = 0;

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
  });
  afterAll(() => session.close());

  beforeEach(async () => {
    chat = await openGroups(session);
  });
  afterEach(() => chat.page.close());

  async function say(where: string, text: string): Promise<string> {
    const time = YESTERDAY + said * 60_000;
    const [id = ''] = await chat.receive({ chat: where, from: '张三', text, time });
    return id;
  }

  /** A notice that was had in the open chat, and a copy of it in the same chat. */
  async function foldedCopy(): Promise<{ first: string; copy: string }> {
    const subject = SUBJECTS[said++];
    const text = `关于${subject}工作的通知：请各社区安排专人负责${subject}，工作中有什么困难随时与街道综合办联系，电话88881234。`;
    const first = await say(STREET, text);
    await painted(chat.page);
    await painted(chat.page);
    const copy = await say(STREET, `【转发】${text}`);
    await rowLooking(chat.page, copy, 'folded');
    return { first, copy };
  }

  test('a bar is a button for the keyboard: opens, closes, keeps the focus, says its state', async () => {
    const { copy } = await foldedCopy();
    await focusInRow(chat.page, copy, 'toggle');
    expect(await focused(chat.page)).toMatchObject({ name: 'toggle', expanded: 'false' });
    await chat.page.keyboard.press('Enter');
    await rowLooking(chat.page, copy, 'open');
    expect(await focused(chat.page)).toMatchObject({ name: 'toggle', expanded: 'true' });
    await chat.page.keyboard.press(' ' as 'Space');
    await rowLooking(chat.page, copy, 'folded');
    expect(await focused(chat.page)).toMatchObject({ name: 'toggle', expanded: 'false' });
  });

  test('what is folded is out of reach of the keyboard and of a screen reader', async () => {
    const { copy } = await foldedCopy();
    const shown = await chat.page.evaluate((id) => {
      const bubble = [...document.querySelectorAll<HTMLElement>('.bubble[data-cm]')].find((found) =>
        found.getAttribute('data-cm')?.includes(id),
      );
      return bubble?.checkVisibility();
    }, copy);
    expect(shown).toBe(false);
  });

  test('“not a copy” opens the message for good', async () => {
    const { copy } = await foldedCopy();
    await clickInRow(chat.page, copy, 'toggle');
    await rowLooking(chat.page, copy, 'open');
    await clickInRow(chat.page, copy, 'not-copy');
    await waitUntil('the row to be open without a bar', async () => {
      const row = (await seenRows(chat.page)).find(({ id }) => id === copy);
      return row !== undefined && row.look !== 'folded' && row.look !== 'open';
    });
  });

  test('“always fold” folds a message that was only tagged, and can be taken back', async () => {
    const id = await say(STREET, `请各社区填写${SUBJECTS[said++]}情况统计表，尽快报综合办。`);
    await rowLooking(chat.page, id, 'marked');
    await clickInRow(chat.page, id, 'chip');
    await clickInRow(chat.page, id, 'always-fold');
    await rowLooking(chat.page, id, 'folded');
    await clickInRow(chat.page, id, 'forget');
    await rowLooking(chat.page, id, 'marked');
  });

  test('a bar and the details of a chip look as their style sheet says, where they belong', async () => {
    const { copy } = await foldedCopy();
    const bar = await lookOf(chat.page, copy, '[part="bar"]');
    expect(bar.height).toBe(28);
    const id = await say(STREET, `请各社区填写${SUBJECTS[said++]}情况统计表，尽快报综合办。`);
    await rowLooking(chat.page, id, 'marked');
    await clickInRow(chat.page, id, 'chip');
    const chip = await lookOf(chat.page, id, '[data-name="chip"]');
    const details = await lookOf(chat.page, id, '[popover]');
    expect(chip.height).toBe(17);
    expect(details.top).toBeCloseTo(chip.bottom + 4);
    expect(details.right).toBeCloseTo(chip.right);
  });

  test('the jump goes to the first copy, also when the list has let go of it', async () => {
    const { first, copy } = await foldedCopy();
    await clickInRow(chat.page, copy, 'jump');
    for (let line = 0; line < 60; line++) await say(STREET, `第${line}件小事，说一声。`);
    await chat.scrollToBottom();
    const again = await say(STREET, await textOf(chat.page, first));
    void again;
    await chat.scrollToBottom();
    const bar = await waitUntil('a folded copy at the end', async () =>
      (await seenRows(chat.page)).findLast(({ look }) => look === 'folded'),
    );
    await clickInRow(chat.page, bar.id, 'jump');
    await waitUntil('the first copy to be mounted', async () =>
      (await seenRows(chat.page)).some(({ id }) => id === first),
    );
  });

  test('one command opens every fold of the page and closes it again', async () => {
    const { copy } = await foldedCopy();
    const press = () => insideExtension(session, toggleFolds, null);
    await press();
    await rowLooking(chat.page, copy, 'open');
    await press();
    await rowLooking(chat.page, copy, 'folded');
  });

  test('a pause shows everything and ends by itself', async () => {
    const { copy } = await foldedCopy();
    await changeSettings(session, { pausedUntil: Date.now() + 60_000 });
    await rowLooking(chat.page, copy, '');
    await changeSettings(session, { pausedUntil: 0 });
    await rowLooking(chat.page, copy, 'folded');
    await changeSettings(session, { pausedChats: [`wechat:${STREET}`] });
    await rowLooking(chat.page, copy, '');
    await changeSettings(session, { pausedChats: [] });
    await changeSettings(session, { mode: 'mark' });
    await rowLooking(chat.page, copy, 'marked');
    await changeSettings(session, { mode: 'fold' });
    await rowLooking(chat.page, copy, 'folded');
  });
});

type Focus = { name: string | null; expanded: string | null };

function focused(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const inside = document.activeElement?.shadowRoot?.activeElement;
    return {
      name: inside?.getAttribute('data-name') ?? null,
      expanded: inside?.getAttribute('aria-expanded') ?? null,
    };
  });
}

async function focusInRow(page: Page, id: string, control: string): Promise<void> {
  await page.evaluate(
    (wanted, name) => {
      const bubble = [...document.querySelectorAll('.bubble[data-cm]')].find((found) =>
        found.getAttribute('data-cm')?.includes(wanted),
      );
      const ui = bubble?.closest('[ng-repeat]')?.querySelector('[data-fl-ui]')?.shadowRoot;
      ui?.querySelector<HTMLElement>(`[data-name="${name}"]`)?.focus();
    },
    id,
    control,
  );
}

type Box = { top: number; right: number; bottom: number; height: number };

/** Where a piece of a row's bar or chip stands. */
function lookOf(page: Page, id: string, selector: string): Promise<Box> {
  return page.evaluate(
    (wanted, what) => {
      const bubble = [...document.querySelectorAll('.bubble[data-cm]')].find((found) =>
        found.getAttribute('data-cm')?.includes(wanted),
      );
      const ui = bubble?.closest('[ng-repeat]')?.querySelector('[data-fl-ui]')?.shadowRoot;
      const box = ui?.querySelector(what)?.getBoundingClientRect();
      if (!box) throw new Error(`row ${wanted} has no ${what}`);
      return { top: box.top, right: box.right, bottom: box.bottom, height: box.height };
    },
    id,
    selector,
  );
}

async function textOf(page: Page, id: string): Promise<string> {
  const told = await page.evaluate((wanted) => {
    const all = Object.values(window._chatContent ?? {}).flat();
    return all.find(({ MsgId }) => MsgId === wanted)?.MMActualContent ?? '';
  }, id);
  return told.replaceAll('<br>', '\n').replaceAll('<br/>', '\n');
}

/** Runs in the extension: what the shortcut and the menu do, to every tab. */
async function toggleFolds(): Promise<void> {
  type Tabs = {
    query(filter: object): Promise<{ id: number }[]>;
    sendMessage(id: number, message: unknown): Promise<unknown>;
  };
  const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
  const message = { fingerlight: 'tab', name: 'toggleFolds', request: null };
  for (const { id } of await tabs.query({})) {
    await tabs.sendMessage(id, message).catch(() => undefined);
  }
}
