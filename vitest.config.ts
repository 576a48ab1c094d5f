import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Notices are read in China's time and counted on local days: here both are the same, as for those who use it.
process.env.TZ = 'Asia/Shanghai';

/** The engine is pure, so its tests cannot disturb each other: loading it once for all of them halves their time. */
const ENGINE = ['tests/detect/**/*.test.ts', 'tests/corpus/**/*.test.ts'];

export default defineConfig({
  plugins: [WxtVitest()],
  // The time allowed is for a small machine that is busy with something else; speed is what benchmarks measure.
  test: {
    setupFiles: 'tests/fake-permissions.ts',
    testTimeout: 30_000,
    // All of a small machine: by default one core is left alone, which on two is half.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'engine', include: ENGINE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'all else',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', ...ENGINE],
        },
      },
    ],
  },
});
