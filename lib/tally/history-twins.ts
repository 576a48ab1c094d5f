/** As much of a message as tells whether another reading is of the same one. Senders are numbers, 0 where unknown. */
export type Told = { content: number; time: number; sender: number; isLong: boolean };

/** The same, of a message that is counted already. `within`: ms that the two times may lie apart. */
export type Counted<T extends Told = Told> = T & { within: number };

/**
 * Which messages are counted already under another key: told by a page, or by another tool's file.
 * The same content in the same chat, near in time; each counted message stands for one only, so three answers "收到"
 * of which two were read live are one more. Names decide where both sides name people alike: an own name, a remark and
 * a number are three names of one person, and a message must not count twice for that.
 * Nearest first, those of one sender before others. `told` and `counted` are of one chat. Returns pairs of positions.
 */
export function findTwins(told: readonly Told[], counted: readonly Counted[]): Map<number, number> {
  const byContent = new Map<number, number[]>();
  for (const [at, { content }] of counted.entries()) {
    const list = byContent.get(content);
    if (list) list.push(at);
    else byContent.set(content, [at]);
  }
  const areNamesAlike = haveNameInCommon(told, counted);
  const pairs: Pair[] = [];
  for (const [at, message] of told.entries()) {
    for (const other of byContent.get(message.content) ?? []) {
      const pair = pairOf(message, counted[other], areNamesAlike);
      if (pair) pairs.push({ ...pair, at, other });
    }
  }
  pairs.sort((one, two) => one.rank - two.rank || one.apart - two.apart || one.at - two.at);
  return chosen(pairs);
}

type Pair = { at: number; other: number; rank: number; apart: number };

function pairOf(
  message: Told,
  counted: Counted | undefined,
  areNamesAlike: boolean,
): Pick<Pair, 'rank' | 'apart'> | null {
  if (!counted) return null;
  const apart = Math.abs(message.time - counted.time);
  if (apart > counted.within) return null;
  const isNamed = message.sender !== 0 && counted.sender !== 0;
  const isSameName = isNamed && message.sender === counted.sender;
  if (isNamed && !isSameName && areNamesAlike && !message.isLong) return null;
  return { rank: isSameName ? 0 : 1, apart };
}

function chosen(pairs: readonly Pair[]): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, other } of pairs) {
    if (found.has(at) || taken.has(other)) continue;
    found.set(at, other);
    taken.add(other);
  }
  return found;
}

function haveNameInCommon(told: readonly Told[], counted: readonly Told[]): boolean {
  const names = new Set(told.map(({ sender }) => sender));
  return counted.some(({ sender }) => sender !== 0 && names.has(sender));
}
