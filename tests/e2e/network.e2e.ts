import { beforeAll, describe, expect, test } from 'vitest';
import { BUILDS } from '../../scripts/bundles.ts';
import { BROWSER_KINDS } from './harness/launch.ts';
import { emptyExtension, LEAK_HOSTS, withPlantedLeak } from './harness/planted-leak.ts';
import {
  hostsBeyond,
  type WatchedRun,
  watchControl,
  watchExtension,
} from './harness/watched-run.ts';

// A browser talks to its maker by itself, so "no request" cannot be asked for.
// What can: the extension adds no host to those that the same browser asks for without it.
describe.each(BROWSER_KINDS)('nothing leaves the machine in %s', (kind) => {
  let control: WatchedRun;
  let run: WatchedRun;

  beforeAll(async () => {
    run = await watchExtension(kind);
    control = await watchControl(kind, emptyExtension(), run.duration);
  }, 120_000);

  test('promise 3: a chat is read, counted and shown without a request', () => {
    expect(hostsBeyond(control, run)).toEqual([]);
  });

  test('a build that leaks is caught', async () => {
    const leak = withPlantedLeak(BUILDS[kind], 'dropped');
    const leaking = await watchExtension(kind, leak);
    expect(hostsBeyond(control, leaking)).toEqual(Object.values(LEAK_HOSTS).sort());
  });

  test('the page policy stops a request that slipped into the background or a page', async () => {
    const leak = withPlantedLeak(BUILDS[kind], 'kept');
    const { hosts } = await watchExtension(kind, leak);
    // A content script lives under the site's policy, not ours: it shows that the leak was in place.
    expect(hosts).toContain(LEAK_HOSTS.contentScript);
    expect(hosts).not.toContain(LEAK_HOSTS.background);
    expect(hosts).not.toContain(LEAK_HOSTS.page);
  });
});
