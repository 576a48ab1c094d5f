import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Notices are read in China's time and counted on local days: here both are the same, as for those who use it.
process.env.TZ = 'Asia/Shanghai';

export default defineConfig({
  plugins: [WxtVitest()],
  // The time allowed is for a small machine that is busy with something else; speed is what benchmarks measure.
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    setupFiles: 'tests/fake-permissions.ts',
    testTimeout: 30_000,
    // All of a small machine: by default one core is left alone, which on two is half.
    maxWorkers: '100%',
  },
});
