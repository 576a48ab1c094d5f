import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { CLIENT_IDS, openClient } from '../../simulator/clients/serve.ts';
import { openSimulator } from '../../simulator/wechat/serve.ts';
import { type HostLog, hostLog, noteRequests } from './host-log.ts';
import { BROWSER_KINDS, type BrowserKind, launch } from './launch.ts';
import { startLoggingProxy } from './logging-proxy.ts';
import { emptyExtension } from './planted-leak.ts';

/** Browsers that are watched together. */
export type WatchedHosts = {
  /** "host:port" of the proxy that they go through. */
  proxy: string;
  /** File of the hosts that they asked for. See `hostLog`. */
  hosts: string;
};

/** What is watched of one kind of browser during the whole run of the tests: those with the extension, and those without. */
export type WatchedRun = { run: WatchedHosts; control: WatchedHosts };

export type WatchedRuns = Record<BrowserKind, WatchedRun>;

declare module 'vitest' {
  export interface ProvidedContext {
    watchedRuns: WatchedRuns;
  }
}

/**
 * Puts a logging proxy before every browser of the tests and keeps, all the while, a second browser
 * of each kind open on the same sites with an extension that does nothing: the control. What tests open
 * without any extension is noted with it.
 */
export default async function watchRuns(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-hosts-'));
  const open: Closable[] = [];
  const hosts = async (name: string): Promise<WatchedHosts> => {
    const file = join(folder, name);
    const proxy = await startLoggingProxy(hostLog(file));
    open.push(proxy);
    return { proxy: proxy.address, hosts: file };
  };
  const watch = async (kind: BrowserKind): Promise<WatchedRun> => {
    const run = await hosts(`${kind}-run`);
    const control = await hosts(`${kind}-control`);
    open.push(await startControl(kind, control));
    return { run, control };
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

/** Opens every simulated site once; web WeChat stays open. */
async function startControl(kind: BrowserKind, { proxy, hosts }: WatchedHosts): Promise<Closable> {
  const log: HostLog = hostLog(hosts);
  const session = await launch(kind, { extension: emptyExtension(), proxy });
  const newPage = async () => {
    const page = await session.newPage();
    noteRequests(page, log);
    return page;
  };
  for (const id of CLIENT_IDS) {
    const page = await newPage();
    await openClient(page, id, { me: '林小满', chats: ['镇村工作群'], open: '镇村工作群' });
    await page.close();
  }
  await openSimulator(await newPage());
  return session;
}
