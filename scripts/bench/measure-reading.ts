// node --expose-gc scripts/bench/measure-reading.ts messages seed: prints the mean time of reading a message, in µs.
// Reading is what the judge does before it compares: normalising, facts, tokens.
import { analyse } from '../../lib/detect/analysis.ts';
import { editedStream } from '../../tests/corpus/edited/stream.ts';
import { type Matcher, NO_MATCH } from './matcher.ts';
import { sumOf } from './spread.ts';
import { arriving, timedRun } from './timed-run.ts';

const [count = 0, seed = 0] = process.argv.slice(2).map(Number);
const lines = arriving(editedStream(seed, count).map(({ message }) => message));
const reader: Matcher = (message) => {
  analyse(message);
  return NO_MATCH;
};
const micros = new Float64Array(count);
timedRun(reader, lines.slice(0, 2000), new Float64Array(2000));
timedRun(reader, lines, micros);
console.log(JSON.stringify(sumOf(micros) / count));
