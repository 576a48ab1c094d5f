import { appendFileSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';

/** Hosts asked for, in a file: several processes note them and none may be lost with its process. */
export type HostLog = {
  note(host: string): void;
  /** Every host noted so far, once. */
  hosts(): Set<string>;
};

/** @param file where the hosts stand, one a line; made when it is not there */
export function hostLog(file: string): HostLog {
  appendFileSync(file, '');
  return {
    note: (host) => appendFileSync(file, `${host}\n`),
    hosts: () => new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean)),
  };
}

/** Notes what a page asks for, also where a test answers in the network's place. */
export function noteRequests(page: Page, log: HostLog): void {
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol)) log.note(hostname);
  });
}
