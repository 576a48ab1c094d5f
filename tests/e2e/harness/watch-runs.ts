import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openSimulator } from '../../simulator/wechat/serve.ts';
import { type HostLog, hostLog, noteRequests } from './host-log.ts';
import { BROWSER_KINDS, type BrowserKind, launch } from './launch.ts';
import { startLoggingProxy } from './logging-proxy.ts';
import { emptyExtension } from './planted-leak.ts';

/** What is watched of one kind of browser during the whole run of the tests. */
export type WatchedRun = {
  /** "host:port" of the proxy that every browser of a test goes through. */
  proxy: string;
  /** Files of hosts that the tests' browsers and the control asked for. See `hostLog`. */
  run: string;
  control: string;
};

export type WatchedRuns = Record<BrowserKind, WatchedRun>;

declare module 'vitest' {
  export interface ProvidedContext {
    watchedRuns: WatchedRuns;
  }
}

/**
 * Puts a logging proxy before every browser of the tests and keeps, all the while, a second browser
 * of each kind open on the same site with an extension that does nothing: the control.
 */
export default async function watchRuns(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-hosts-'));
  const open: Closable[] = [];
  const watch = async (kind: BrowserKind): Promise<WatchedRun> => {
    const files = { run: join(folder, `${kind}-run`), control: join(folder, `${kind}-control`) };
    const proxy = await startLoggingProxy(hostLog(files.run));
    open.push(proxy, ...(await startControl(kind, hostLog(files.control))));
    return { proxy: proxy.address, ...files };
  };
  const [chromium, firefox] = await Promise.all(BROWSER_KINDS.map(watch));
  if (!chromium || !firefox) throw new Error('a kind of browser is not watched');
  project.provide('watchedRuns', { chromium, firefox });
  return async () => {
    await Promise.all(open.map((one) => one.close()));
    rmSync(folder, { recursive: true });
  };
}

type Closable = { close(): Promise<void> };

async function startControl(kind: BrowserKind, log: HostLog): Promise<Closable[]> {
  const proxy = await startLoggingProxy(log);
  const session = await launch(kind, { extension: emptyExtension(), proxy: proxy.address });
  const page = await session.newPage();
  noteRequests(page, log);
  await openSimulator(page);
  return [session, proxy];
}
