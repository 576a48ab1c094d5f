// node --expose-gc scripts/bench/measure-method.ts method messages seed: prints what was measured, as JSON.
import { measure } from './measure.ts';
import { isMethodName } from './methods.ts';

const [method = '', messages, seed] = process.argv.slice(2);
if (!isMethodName(method)) throw new Error(`unknown method "${method}"`);
console.log(JSON.stringify(measure(method, Number(messages), Number(seed))));
