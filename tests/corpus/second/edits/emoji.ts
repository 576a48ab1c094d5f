import type { Random } from '../../planted/random.ts';
import type { Part } from '../model.ts';
import { words } from '../words/split.ts';
import type { Edit } from './edit.ts';

const SIGNS = words(
  '📢 ‼️ ❗ ⚠️ 🔔 👇 📣 ⏰ 📌 🌹 💪 🙏 ✅ 🚨 ☎️ 📝 👉 🌟 ❤️ 🈶 👏 🎉 🔴 ⭕️ 💡 📅 🏃‍♀️ 👨‍👩‍👧',
);
const FACES = words(
  '[玫瑰] [抱拳] [强] [握手] [咖啡] [太阳] [合十] [OK] [爱心] [鼓掌] [拥抱] [庆祝] [微笑] [加油] [Rose] [ThumbsUp] [Salute]',
);

function drawSign(random: Random): string {
  const sign = random.pick(random.chance(0.65) ? SIGNS : FACES);
  return sign.repeat(random.pick([1, 1, 1, 2, 3]));
}

type Placing = (parts: readonly Part[], random: Random) => Part[];

function afterMarks(parts: readonly Part[], marks: RegExp, share: number, random: Random): Part[] {
  const sign = drawSign(random);
  return parts.map((part) =>
    typeof part === 'string'
      ? part.replace(marks, (mark) => (random.chance(share) ? mark + sign : mark))
      : part,
  );
}

/** A sign before every fact of one sort: ⏰ before times, ☎️ before numbers. */
function beforeFacts(parts: readonly Part[], random: Random): Part[] {
  const [sort, sign] = random.pick([
    ['time', '⏰'],
    ['phone', '☎️'],
    ['place', '📍'],
    ['date', '🗓️'],
    ['phone', '📞'],
  ] as const);
  return parts.flatMap((part) =>
    typeof part !== 'string' && part.sort === sort ? [sign, part] : [part],
  );
}

const PLACINGS: Placing[] = [
  (parts, random) => [drawSign(random), ...parts],
  (parts, random) => [...parts, drawSign(random)],
  (parts, random) => [drawSign(random), ...parts, drawSign(random)],
  (parts, random) => [`${drawSign(random)} `, ...parts],
  (parts, random) => [`${drawSign(random)}\n`, ...parts],
  (parts, random) => [...parts, `\n${drawSign(random)}`],
  (parts, random) => afterMarks(parts, /。/gu, 1, random),
  (parts, random) => afterMarks(parts, /[。，]/gu, 0.3, random),
  (parts, random) => afterMarks(parts, /：/gu, 1, random),
  (parts, random) => beforeFacts(parts, random),
];

/** Pictographs and faces among the words. */
export const addEmoji: Edit = (parts, { random }) => random.pick(PLACINGS)(parts, random);
