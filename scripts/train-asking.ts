// node scripts/train-asking.ts [--cross]: writes lib/detect/asking-weights.ts anew from the labelled lines;
// --cross writes nothing and prints how well lines of an author are told by what the others taught.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { crossed } from './asking/cross.ts';
import { examples } from './asking/examples.ts';
import { TABLE, tableOf } from './asking/table.ts';
import { train } from './asking/train.ts';

const { values } = parseArgs({ options: { cross: { type: 'boolean' } } });
if (values.cross) for (const line of crossed(examples())) console.log(line);
else writeFileSync(TABLE, tableOf(train(examples())));
