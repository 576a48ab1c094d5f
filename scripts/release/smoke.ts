import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { rowLooking } from '../../tests/e2e/chat-probe.ts';
import { type BrowserKind, launch, type Session } from '../../tests/e2e/harness/launch.ts';
import { ownTabs } from '../../tests/e2e/harness/own-tabs.ts';
import { pressButton } from '../../tests/e2e/harness/press.ts';
import { waitUntil } from '../../tests/e2e/harness/wait-until.ts';
import {
  GRID,
  noticeAbout,
  openGroups,
  read,
  STREET,
  YESTERDAY,
} from '../../tests/e2e/work-groups.ts';

/** Messages that are posted, and copies among them: what the popup has to say afterwards. */
const COUNTS = ['2', '1', '1'] as const;

/**
 * Installs a packed extension as its user does and walks the shortest way through it: the first-run page opens, an answer
 * is given, a chat is read, a copy folds, the popup counts it. Throws, naming what did not come.
 */
export async function smokeTest(kind: BrowserKind, zip: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-smoke-'));
  try {
    // Chromium takes a folder, Firefox the file itself.
    if (kind === 'chromium') unzip(zip, folder);
    const session = await launch(kind, { extension: kind === 'chromium' ? folder : zip });
    try {
      await answerFirstRun(session);
      await foldOneCopy(session);
      await readPopup(session);
    } finally {
      await session.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`ok ${kind}: installed, answered, read, folded, counted`);
}

function unzip(zip: string, folder: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

async function answerFirstRun(session: Session): Promise<void> {
  await waitUntil('the first-run page to open', async () =>
    (await ownTabs(session)).some((address) => address.endsWith('/welcome.html')),
  );
  const page = await session.extensionPage('welcome.html');
  await pressButton(page, 'welcome_fold');
  await waitUntil('the answer to be taken', () =>
    page.evaluate(() => document.querySelector('button[aria-pressed="true"]') !== null),
  );
  await page.close();
}

async function foldOneCopy(session: Session): Promise<void> {
  const chat = await openGroups(session);
  const text = noticeAbout('安全生产');
  await chat.receive({ chat: STREET, from: '周敏', text, time: YESTERDAY });
  await read(chat, STREET);
  const again = { chat: GRID, from: '郑洁', text: `【转发】${text}`, time: YESTERDAY + 60_000 };
  const [copy = ''] = await chat.receive(again);
  await read(chat, GRID);
  await rowLooking(chat.page, copy, 'folded');
}

async function readPopup(session: Session): Promise<void> {
  const popup = await session.extensionPage('popup.html');
  await popup.$eval('input[value="week"]', (choice) => (choice as HTMLInputElement).click());
  await waitUntil(`the popup to count ${COUNTS.join(', ')}`, async () => {
    const seen = await popup.$$eval('.counts dd', (cells) => cells.map((cell) => cell.textContent));
    const [messages, , copies, , , folded] = seen;
    if ([messages, copies, folded].join() === COUNTS.join()) return true;
    throw new Error(`it counts ${seen.join(', ')}`);
  });
}
