// Prints how fast the judge is: node scripts/bench-judge.ts [messages]
import { build } from 'vite';

type Bench = {
  bench: (count: number, seed: number) => void;
  profile: (count: number, seed: number) => void;
};

const count = Number(process.argv[2] ?? 20_000);
// Bundled as it is for the browser: imports that are looked up at run time would be measured as well.
const built = await build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    minify: false,
    target: 'es2022',
    lib: { entry: 'tests/detect/bench.ts', formats: ['es'] },
  },
});
const [output] = [built].flat();
if (!output || !('output' in output)) throw new Error('nothing was built');
const { code } = output.output[0];
const bench = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Bench;
bench.profile(count, 11);
bench.bench(count, 7);
