import { defineConfig } from 'vitest/config';

// Notices are read in China's time and counted on local days: here both are the same, as for those who use it.
process.env.TZ = 'Asia/Shanghai';

/** Tests that wait for what must come, however late: two at a time do not disturb each other. */
const SIDE_BY_SIDE = [
  'access',
  'accessibility',
  'bars',
  'campaign',
  'checkup',
  'clients',
  'contract',
  'converse',
  'export',
  'faults',
  'faults-copies',
  'histories',
  'hostile',
  'hostile-extension',
  'hostile-feed',
  'hostile-life',
  'hostile-page',
  'hostile-switch',
  'keyboard',
  'killed',
  'lifecycle',
  'lost-page',
  'lost-tally',
  'manifest',
  'office',
  'old-browsers',
  'other-key',
  'picked-upwards',
  'picker',
  'picker-trial',
  'pictures',
  'same-id',
  'screens',
  'simulator',
  'soak',
  'store-texts',
  'trusted-types',
].map((name) => `tests/e2e/${name}.e2e.ts`);
/** What the whole run asked of the network can be told when everything else is over. */
const LAST = ['tests/e2e/network.e2e.ts'];

const common = {
  setupFiles: 'tests/e2e/harness/watch-launches.ts',
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    globalSetup: 'tests/e2e/harness/watch-runs.ts',
    projects: [
      {
        test: {
          ...common,
          ...{ name: 'side by side', include: SIDE_BY_SIDE, maxWorkers: 2 },
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          ...{ name: 'alone', include: ['tests/e2e/**/*.e2e.ts'] },
          exclude: [...SIDE_BY_SIDE, ...LAST],
          // One browser at a time: two on a small machine would measure each other.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...common,
          ...{ name: 'last', include: LAST, fileParallelism: false },
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
