// node --expose-gc scripts/bench/measure-growth.ts seed messages…: prints how the judge grows, as JSON.
import { growth } from './growth.ts';

const [seed = 0, ...stops] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(growth(stops, seed)));
