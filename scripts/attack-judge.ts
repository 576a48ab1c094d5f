// node scripts/attack-judge.ts [seconds] [seed]: looks for texts that cost the judge most, and prints the worst.

import { hostileText, pieceTexts } from '../tests/detect/hostile-texts.ts';
import { costOf } from '../tests/detect/judging-cost.ts';

const SECONDS = Number(process.argv[2] ?? 120);
const SEED = Number(process.argv[3] ?? 1);
const CHARACTERS = 10_000;
/** Looked at again: the first time may have been the compiler's, or another program's. */
const SUSPICIOUS = 20;

type Found = { cost: number; text: string };

const start = performance.now();
const found: Found[] = [];

function look(text: string): void {
  let cost = costOf(text, 1);
  if (cost > SUSPICIOUS) cost = Math.min(cost, costOf(text, 4));
  found.push({ cost, text });
}

for (const text of pieceTexts(CHARACTERS)) look(text);
for (let seed = SEED; performance.now() - start < SECONDS * 1000; seed++) {
  look(hostileText(seed, CHARACTERS));
}
found.sort((one, other) => other.cost - one.cost);
console.log(
  `${found.length} texts of ${CHARACTERS} characters, processor time of judging the worst:`,
);
for (const { cost, text } of found.slice(0, 20)) {
  const third = CHARACTERS / 3;
  const parts = [0, third, 2 * third].map((at) => text.slice(at, at + 24));
  console.log(`${cost.toFixed(1)} ms ${JSON.stringify(parts.join(' … '))}`);
}
