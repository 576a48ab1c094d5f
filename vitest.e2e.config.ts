import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Notices are read in China's time and counted on local days: here both are the same, as for those who use it.
process.env.TZ = 'Asia/Shanghai';

/** What the whole run asked of the network can be told when everything else is over. */
class NetworkLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLast = (file: TestSpecification) => file.moduleId.endsWith('/network.e2e.ts');
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => !isLast(file)), ...sorted.filter(isLast)];
  }
}

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: 'tests/e2e/harness/watch-runs.ts',
    setupFiles: 'tests/e2e/harness/watch-launches.ts',
    // One browser at a time: two on a small machine would measure each other.
    fileParallelism: false,
    sequence: { sequencer: NetworkLast },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
