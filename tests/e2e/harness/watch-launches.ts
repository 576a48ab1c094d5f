import { inject } from 'vitest';
import { hostLog } from './host-log.ts';
import { BROWSER_KINDS, watchLaunches } from './launch.ts';
import type { WatchedHosts } from './watch-runs.ts';

// Before each file of tests: whatever browser it starts is watched.
const runs = inject('watchedRuns');
for (const kind of BROWSER_KINDS) {
  const { run, control } = runs[kind];
  watchLaunches(kind, { run: watchOf(run), control: watchOf(control) });
}

function watchOf({ proxy, hosts }: WatchedHosts) {
  return { proxy, log: hostLog(hosts) };
}
