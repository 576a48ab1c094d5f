import type { Message } from '../../lib/detect/types.ts';
import type { Match, Matcher } from './matcher.ts';

/** Messages that are made ready at a time: so few that hardly any lives on but what the method keeps. */
const BATCH = 500;

/** The texts as they come from a page: each a string of its own, which nobody shares with the generator. */
export function arriving(messages: readonly Message[]): string[] {
  return messages.map((message) => JSON.stringify(message));
}

/**
 * Lets a method see messages, one after the other.
 * @param micros gets the time of each, in µs
 * @returns processor time of the method in seconds, its share of collecting garbage included
 */
export function timedRun(
  matcher: Matcher,
  lines: readonly string[],
  micros: Float64Array,
  seen: (match: Match, at: number) => void = () => {},
): number {
  let busy = 0;
  for (let from = 0; from < lines.length; from += BATCH) {
    const batch = lines.slice(from, from + BATCH).map((line) => JSON.parse(line) as Message);
    const before = process.cpuUsage();
    for (const [at, message] of batch.entries()) {
      const started = performance.now();
      const match = matcher(message);
      micros[from + at] = (performance.now() - started) * 1000;
      seen(match, from + at);
    }
    const { user, system } = process.cpuUsage(before);
    busy += (user + system) / 1e6;
  }
  return busy;
}
