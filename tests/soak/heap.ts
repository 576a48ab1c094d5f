import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'puppeteer-core';
import { median } from '../../scripts/bench-page/comparison.ts';
import { inBrowserScope } from '../e2e/harness/firefox.ts';
import type { Session } from '../e2e/harness/launch.ts';

/** Bytes in use after a collection; `page`: the site's own objects and our script's together. */
export type Heap = { page: number; background: number };

/** Collections of one measurement: what is still in use after a single one differs by several per cent. */
const COLLECTIONS = 5;

/**
 * Measures the chat page and the running background: the median of each over several collections. Throws when the
 * background does not run.
 */
export async function heapOf(session: Session, page: Page): Promise<Heap> {
  const heaps: Heap[] = [];
  for (let nth = 0; nth < COLLECTIONS; nth++) {
    const isChromium = session.kind === 'chromium';
    heaps.push(await (isChromium ? heapInChromium(session, page) : heapInFirefox(session)));
  }
  return {
    page: median(heaps.map((heap) => heap.page)),
    background: median(heaps.map((heap) => heap.background)),
  };
}

async function heapInChromium({ browser }: Session, page: Page): Promise<Heap> {
  const worker = browser.targets().find((target) => target.type() === 'service_worker');
  if (!worker) throw new Error('the background does not run');
  return {
    page: await usedBy(await page.createCDPSession()),
    background: await usedBy(await worker.createCDPSession()),
  };
}

async function usedBy(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize;
}

/** One line of what "about:memory" shows. */
type MemoryReport = { process: string; path: string; units: number; amount: number };

const BACKGROUND =
  /^explicit\/window-objects\/top\(moz-extension:\\\\6d3a8f10.*_generated_background_page/;
const CHAT_PAGE = /^explicit\/window-objects\/top\(https:\\\\wx\.qq\.com/;
const BYTES = 0;

/** As the browser's own memory page measures, all processes, after a collection in each. */
async function heapInFirefox({ browser }: Session): Promise<Heap> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-memory-'));
  const file = join(folder, 'memory.json.gz');
  try {
    const dumper = 'Cc["@mozilla.org/memory-info-dumper;1"].getService(Ci.nsIMemoryInfoDumper)';
    const how = `${JSON.stringify(file)}, () => done(1), null, false, true`;
    await inBrowserScope(
      browser,
      `new Promise((done) => ${dumper}.dumpMemoryReportsToNamedFile(${how}))`,
    );
    const dump: unknown = JSON.parse(gunzipSync(readFileSync(file)).toString());
    const { reports } = dump as { reports: MemoryReport[] };
    const sum = (path: RegExp) =>
      reports
        .filter((report) => report.units === BYTES && path.test(report.path))
        .reduce((total, { amount }) => total + amount, 0);
    const heap = { page: sum(CHAT_PAGE), background: sum(BACKGROUND) };
    if (heap.background === 0) throw new Error('the background does not run');
    return heap;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
