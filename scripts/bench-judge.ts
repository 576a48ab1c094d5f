// Prints how fast the judge is: node scripts/bench-judge.ts [messages]
import { runnerImport } from 'vite';

type Bench = {
  bench: (count: number, seed: number) => void;
  profile: (count: number, seed: number) => void;
};

const count = Number(process.argv[2] ?? 20_000);
const { module } = await runnerImport<Bench>('./tests/detect/bench.ts');
module.profile(count, 11);
module.bench(count, 7);
