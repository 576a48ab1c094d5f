import { inject } from 'vitest';
import { hostLog } from './host-log.ts';
import { BROWSER_KINDS, watchLaunches } from './launch.ts';

// Before each file of tests: whatever browser it starts is watched.
const runs = inject('watchedRuns');
for (const kind of BROWSER_KINDS) {
  watchLaunches(kind, { proxy: runs[kind].proxy, log: hostLog(runs[kind].run) });
}
