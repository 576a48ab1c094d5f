import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DayRow, MessageRow } from '../../lib/tally/rows.ts';
import { fillNotices, notices, reporter } from '../../scripts/bench-page/reported-notices.ts';
import { BUILDS } from '../../scripts/bundles.ts';
import { nothingTold } from './fault-probe.ts';
import { launch, type Session } from './harness/launch.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

/** So many that the index does not stand in the database itself. */
const KEPT = 2_000;

/** Where Chromium keeps what is too large for the database itself. Firefox does so from a megabyte on, a far larger tally. */
const LARGE_VALUES = /\.indexeddb\.blob[/\\]./;

/** As a program does that cleans the disk. Says how many there were. */
function deleteLargeValues(profile: string): number {
  const files = readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => LARGE_VALUES.test(path));
  for (const file of files) rmSync(file);
  return files.length;
}

/** The index as it is kept: pages of words, and where the snapshot ends in the log. */
async function keptIndex(session: Session) {
  const pages = await tallyRows(session, 'indexWords');
  const snapshots = await tallyRows<{ upTo: number }>(session, 'indexSnapshots');
  return { pages: pages.length, upTo: snapshots[0]?.upTo ?? 0 };
}

test('the files of the index are deleted: copies are known from the log, and nothing is said or lost', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'fingerlight-files-'));
  const options = { lang: 'zh-CN', profile, extension: BUILDS.chromium };
  let session = await launch('chromium', options);
  try {
    await changeSettings(session, { welcomed: true });
    await fillNotices(session, KEPT);
    await waitUntil('the index to be kept', async () => {
      const { pages, upTo } = await keptIndex(session);
      return pages > 0 && upTo > 0;
    });
    await session.close();
    expect(deleteLargeValues(profile)).toBeGreaterThan(0);

    session = await launch('chromium', options);
    const [copy] = notices(1, 0);
    if (copy) await (await reporter(session))([copy]);
    const rows = await tallyRows<MessageRow>(session, 'messages');
    const counted = rows.find(({ key }) => key === copy?.key);
    expect(counted?.verdict).toMatchObject({ relation: 'copy', notice: 'wechat:1' });
    expect(rows).toHaveLength(KEPT + 1);
    const days = await tallyRows<DayRow>(session, 'days');
    expect(days.reduce((sum, { messages }) => sum + messages, 0)).toBe(KEPT + 1);
    await nothingTold(session);
    await waitUntil('the index to be kept anew', async () => {
      const { pages, upTo } = await keptIndex(session);
      return pages > 0 && upTo > 0;
    });
  } finally {
    await session.close();
    rmSync(profile, { recursive: true, force: true });
  }
}, 120_000);
