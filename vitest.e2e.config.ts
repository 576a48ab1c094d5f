import { defineConfig } from 'vitest/config';

// Notices are read in China's time and counted on local days: here both are the same, as for those who use it.
process.env.TZ = 'Asia/Shanghai';

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    // One browser at a time: two on a small machine would measure each other.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
