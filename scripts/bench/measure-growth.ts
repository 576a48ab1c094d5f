// node --expose-gc scripts/bench/measure-growth.ts seed messages…: prints how the judge grows, as JSON.
import { growth } from './growth.ts';

const [seed = 0, ...stops] = process.argv.slice(2).map(Number);
const told = (seen: number) => console.error(`${seen.toLocaleString('en')} messages seen …`);
console.log(JSON.stringify(growth(stops, seed, told)));
