import type { Random } from '../planted/random.ts';
import { DAY } from './calendar.ts';
import type { Version } from './model.ts';

type Posted = { version: Version; time: number };

/** The notices that the groups have seen, and how they are met again. */
export class History {
  readonly #posted: Posted[] = [];
  readonly #ofTemplate = new Map<string, Version[]>();
  readonly #ofFamily = new Map<string, Version[]>();
  readonly #whole = new Set<string>();

  /** Every version of a template so far, also those that are never met again. */
  ofTemplate(id: string): readonly Version[] {
    return this.#ofTemplate.get(id) ?? [];
  }

  ofFamily(family: string): readonly Version[] {
    return this.#ofFamily.get(family) ?? [];
  }

  /** Remembers a version; `again` says that later messages may repeat or change it. */
  add(version: Version, time: number, again = true): void {
    append(this.#ofTemplate, version.template.id, version);
    append(this.#ofFamily, version.family, version);
    if (!again) return;
    this.#posted.push({ version, time });
    this.#whole.add(version.id);
  }

  /**
   * A version whose words still mean the same day: mostly a recent one, never one older than ten
   * days. Null when there is none.
   */
  recall(random: Random, now: number): Version | null {
    for (let tries = 0; tries < 20; tries++) {
      const back = Math.floor(this.#reach(random));
      const found = this.#posted[this.#posted.length - 1 - back];
      if (found && found.version.until > now && now - found.time < 10 * DAY) return found.version;
    }
    return null;
  }

  /** A version that no later one has replaced; null when its successor may not be met again. */
  recallLatest(random: Random, now: number): Version | null {
    const found = this.recall(random, now);
    const latest = found ? this.ofFamily(found.family).at(-1) : undefined;
    return latest && this.#whole.has(latest.id) && latest.until > now ? latest : null;
  }

  /** How many notices back: half of what is met again is among the last two hundred. */
  #reach(random: Random): number {
    const near = -Math.log(1 - random.next()) * 280;
    return random.chance(0.15) ? random.next() * this.#posted.length : near;
  }
}

function append(lists: Map<string, Version[]>, key: string, version: Version): void {
  const list = lists.get(key);
  if (list) list.push(version);
  else lists.set(key, [version]);
}
