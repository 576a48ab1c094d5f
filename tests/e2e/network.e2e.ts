import { describe, expect, inject, test } from 'vitest';
import { BUILDS } from '../../scripts/bundles.ts';
import { hostLog } from './harness/host-log.ts';
import { BROWSER_KINDS } from './harness/launch.ts';
import { LEAK_HOSTS, withPlantedLeak } from './harness/planted-leak.ts';
import { readAndLook } from './read-and-look.ts';

// A browser talks to its maker by itself, so "no request" cannot be asked for.
// What can: all tests together add no host to those that the same browser asks for without the extension on the same
// pages. (Those of the real Converse.js are opened without it by picker-trial.e2e.ts.)
// This file runs last (see vitest.e2e.config.ts), so that what is noted is the whole run.
describe.each(BROWSER_KINDS)('nothing leaves the machine in %s', (kind) => {
  const { run, control } = inject('watchedRuns')[kind];
  const beyondControl = () => {
    const own = hostLog(control.hosts).hosts();
    return [...hostLog(run.hosts).hosts()].filter((host) => !own.has(host)).sort();
  };

  test('promise 3: chats are read, counted and shown without a request', async () => {
    await readAndLook(kind);
    expect(hostLog(run.hosts).hosts()).toContain('wx.qq.com');
    expect(beyondControl()).toEqual([]);
  });

  test('the page policy stops a request that slipped into the background or a page', async () => {
    await readAndLook(kind, withPlantedLeak(BUILDS[kind], 'kept'));
    // A content script lives under the site's policy, not ours: it shows that the leak was in place.
    expect(beyondControl()).toEqual([LEAK_HOSTS.contentScript]);
  });

  test('a build that leaks is caught', async () => {
    await readAndLook(kind, withPlantedLeak(BUILDS[kind], 'dropped'));
    expect(beyondControl()).toEqual(Object.values(LEAK_HOSTS).sort());
  });
});
