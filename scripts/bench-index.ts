// Prints what the index costs in time and memory as it grows: node scripts/bench-index.ts [messages…]
import { build } from 'vite';

type Bench = { benchIndex: (counts: readonly number[]) => void };

const counts = process.argv.slice(2).map(Number);
// Bundled as it is for the browser: imports that are looked up at run time would be measured as well.
const built = await build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    minify: false,
    target: 'es2022',
    lib: { entry: 'tests/detect/index-bench.ts', formats: ['es'] },
  },
});
const [output] = [built].flat();
if (!output || !('output' in output)) throw new Error('nothing was built');
const { code } = output.output[0];
const bench = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Bench;
bench.benchIndex(counts.length > 0 ? counts : [10_000, 100_000, 1_000_000]);
