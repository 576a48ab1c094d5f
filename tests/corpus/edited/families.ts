import type { FactKind } from '../../../lib/detect/types.ts';
import type { Random } from '../planted/random.ts';
import { DAY_MS } from './calendar.ts';
import { type StatedValues, statedValues } from './changes.ts';
import { type Draft, validUntil } from './notices.ts';
import type { Content } from './types.ts';

/** Copies follow within ten days. */
const COPIED_FOR_MS = 10 * DAY_MS;
const TRIES = 60;

/** What a notice said at one time. */
export type Version = {
  id: string;
  content: Content;
  postedAt: number;
  /** From then on its words mean other days, or its days are over. */
  until: number;
  /** Chats it has reached. */
  chats: Set<string>;
};

/** A notice with its revisions. */
export type Family = {
  id: string;
  /** What siblings are made from; files and links have none. */
  draft: Draft | null;
  versions: Version[];
  stated: StatedValues;
  /** 0 to 1: most notices are forwarded once or never, a few everywhere. */
  popularity: number;
  /** The file that was posted right behind it. */
  companion: Family | null;
};

/** The notices of a stream that people may still pass on. */
export type Families = {
  found(content: Content, draft: Draft | null, now: number): Family;
  keep(family: Family): void;
  /** A version that somebody may pass on now: not too old, its days not over. */
  pickCopied(now: number, fits: (family: Family) => boolean): [Family, Version] | null;
  pickRevised(now: number, fits: (family: Family) => boolean): [Family, Version] | null;
  revise(family: Family, content: Content, now: number): Version;
  forget(now: number): void;
};

/** Keeps the living families of a stream. */
export function createFamilies(random: Random): Families {
  let living: Family[] = [];
  let count = 0;
  const search = (accept: (family: Family) => Version | null): [Family, Version] | null => {
    for (let tries = 0; tries < TRIES && living.length > 0; tries++) {
      const back = Math.floor(living.length * random.next() ** 2);
      const family = living[living.length - 1 - back];
      const version = family && accept(family);
      if (family && version) return [family, version];
    }
    return null;
  };
  return {
    found: (content, draft, now) => createFamily(++count, content, draft, now, random),
    keep: (family) => living.push(family),
    pickCopied: (now, fits) =>
      search((family) => {
        if (!fits(family) || !random.chance(family.popularity)) return null;
        const version = random.chance(0.8) ? latest(family) : random.pick(family.versions);
        return isPassable(version, now) ? version : null;
      }),
    pickRevised: (now, fits) =>
      search((family) => {
        const version = latest(family);
        return fits(family) && isPassable(version, now) ? version : null;
      }),
    revise: (family, content, now) => {
      const version = versionOf(family.id, family.versions.length + 1, content, now);
      family.versions.push(version);
      if (content.kind === 'text') {
        for (const value of statedValues(content.pieces)) family.stated.add(value);
      }
      return version;
    },
    forget: (now) => {
      living = living.filter((family) => now - latest(family).postedAt <= COPIED_FOR_MS);
    },
  };
}

/** The last version of a family. */
export function latest(family: Family): Version {
  const version = family.versions.at(-1);
  if (!version) throw new Error('a family without versions');
  return version;
}

/** Whether somebody may still pass a version on. */
export function isPassable(version: Version, now: number): boolean {
  return now < version.until && now - version.postedAt <= COPIED_FOR_MS;
}

/** Whether a family's text states a fact of a kind. */
export function states(family: Family, kind: FactKind): boolean {
  const { content } = latest(family);
  return (
    content.kind === 'text' &&
    content.pieces.some((piece) => typeof piece !== 'string' && piece.kind === kind)
  );
}

function createFamily(
  number: number,
  content: Content,
  draft: Draft | null,
  now: number,
  random: Random,
): Family {
  const id = `n${String(number).padStart(6, '0')}`;
  return {
    id,
    draft,
    versions: [versionOf(id, 1, content, now)],
    stated: content.kind === 'text' ? statedValues(content.pieces) : new Set(),
    popularity: random.next() ** 2 + 0.03,
    companion: null,
  };
}

function versionOf(family: string, number: number, content: Content, now: number): Version {
  const until = content.kind === 'text' ? validUntil(content.pieces) : Number.POSITIVE_INFINITY;
  return { id: `${family}.${number}`, content, postedAt: now, until, chats: new Set() };
}
