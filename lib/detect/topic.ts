import type { Analysis } from './analysis.ts';
import { fingerprintsOf } from './fingerprint.ts';
import {
  COMMON_AMONG,
  TOPIC_FACTS,
  TOPIC_NEARNESS,
  TOPIC_OTHER_CHAT,
  TOPIC_SAME_CHAT,
} from './limits.ts';
import { matchesOf } from './matches.ts';
import type { NoticeIndex } from './notice-index.ts';
import type { Stretch } from './spans.ts';
import { isFactCode } from './tokens.ts';
import type { Version } from './version.ts';
import { analysisOf } from './version-reading.ts';

/** The version that holds most of the update's words and facts; one of the same chat needs fewer of them. */
export function byTopic(
  index: NoticeIndex,
  analysis: Analysis,
  chat: readonly Version[],
  others: readonly Version[],
): Version | undefined {
  const titles = titlesOf(analysis.normal.folded);
  const own = spokenOfItself(analysis);
  const held = new Map(
    [...new Set([...chat, ...others])].map((version) => {
      const old = analysisOf(index, version);
      return [version, { old, pairs: pairsOf(old, []) }];
    }),
  );
  const wanted = withoutCommon(
    pairsOf(analysis, own),
    chat.flatMap((one) => held.get(one)?.pairs ?? []),
  );
  const facts = factsOutside(analysis, own);
  let best: Version | undefined;
  let bestScore = 0;
  const near = new Set(chat);
  for (const [version, { old, pairs }] of held) {
    const isNear = near.has(version);
    const named = titlesOf(old.normal.folded).some((title) => titles.includes(title));
    const covered = shareOf(wanted, pairs) + (named ? 1 : 0);
    if (covered < (isNear ? TOPIC_SAME_CHAT : TOPIC_OTHER_CHAT)) continue;
    // Of notices in the same words it means the one with the facts that it repeats.
    const known = new Set(old.facts.map((fact) => fact.value));
    const score = covered + TOPIC_FACTS * shareOf(facts, known, 1) + (isNear ? TOPIC_NEARNESS : 0);
    if (score > bestScore) {
      best = version;
      bestScore = score;
    }
  }
  return best;
}

/** Without what most notices of the chat say: greetings, whom to ask, thanks. Few notices tell nothing of that. */
function withoutCommon(
  wanted: ReadonlySet<number>,
  notices: readonly ReadonlySet<number>[],
): ReadonlySet<number> {
  if (notices.length < COMMON_AMONG) return wanted;
  const isCommon = (pair: number) =>
    notices.filter((pairs) => pairs.has(pair)).length * 2 > notices.length;
  return new Set([...wanted].filter((pair) => !isCommon(pair)));
}

function factsOutside({ facts }: Analysis, left: readonly Stretch[]): Set<string> {
  const kept = facts.filter((fact) => !left.some((part) => overlaps(part, fact)));
  return new Set(kept.map((fact) => fact.value));
}

const TITLE = /《([^《》\n]{4,120})》/g;

function titlesOf(folded: string): string[] {
  return matchesOf(TITLE, folded).map((match) => match[1] ?? '');
}

/** Share of the update's letter pairs that the older text holds. What an update says of itself is left out. */
export function coverage(update: Analysis, old: Analysis): number {
  return shareOf(pairsOf(update, spokenOfItself(update)), pairsOf(old, []));
}

/** Share of the wanted that is held; 0 when fewer than `least` are wanted. */
export function shareOf<One>(wanted: ReadonlySet<One>, held: ReadonlySet<One>, least = 3): number {
  if (wanted.size < least) return 0;
  let found = 0;
  for (const one of wanted) if (held.has(one)) found++;
  return found / wanted.size;
}

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The words of correcting, what a thing is changed to, and that all else stays. */
const OF_ITSELF =
  /[【(]?(?:更正|勘误|纠正|订正|补充)(?:通知|说明)?[】):]?|(?:原定于?|原来?的?|现(?=改|调整|变更))|(?:更改|变更|调整|改|延期|延|推迟|提前)(?:为|到|在|成|至)[^,。;!\n]{0,40}|(?:其他|其它|其余)[^,。;!\n]{0,8}不变/g;

function spokenOfItself({ normal }: Analysis): Stretch[] {
  return matchesOf(OF_ITSELF, normal.body).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Fingerprints of what the update says of its notice. */
export function topicPrintsOf(update: Analysis): number[] {
  const own = spokenOfItself(update);
  const isOwn = new Uint8Array(update.normal.body.length);
  for (const { start, end } of own) isOwn.fill(1, start, end);
  return fingerprintsOf(update.tokens, (at) => isOwn[at] === 1);
}

/** The pairs of neighbouring tokens that are no facts, those in the stretches (in order) left out. */
export function pairsOf({ tokens }: Analysis, left: readonly Stretch[]): Set<number> {
  const pairs = new Set<number>();
  const { codes, starts, ends } = tokens;
  let next = 0;
  for (let at = 0; at + 1 < codes.length; at++) {
    const one = codes[at] ?? 0;
    const other = codes[at + 1] ?? 0;
    if (isFactCode(one) || isFactCode(other)) continue;
    const pair = { start: starts[at] ?? 0, end: ends[at + 1] ?? 0 };
    while ((left[next]?.end ?? Number.POSITIVE_INFINITY) <= pair.start) next++;
    const part = left[next];
    if (!part || !overlaps(part, pair)) pairs.add(one * 0x400000 + other);
  }
  return pairs;
}
