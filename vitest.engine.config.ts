import { defineConfig } from 'vitest/config';
import { ENGINE_TESTS } from './tests/engine-tests.ts';

// Notices are read in China's time, here as in every test.
process.env.TZ = 'Asia/Shanghai';

/** The engine is pure, so its tests cannot disturb each other: loading it once for all of them halves their time. */
export default defineConfig({
  test: {
    include: ENGINE_TESTS,
    isolate: false,
    testTimeout: 30_000,
    maxWorkers: '100%',
  },
});
