import { type Analysis, printsOf } from './analysis.ts';
import { headerOf } from './header.ts';
import type { Message } from './types.ts';

/** One version of a notice: what was first said, and what became of it. */
export type Version = {
  /** Its number in the store. */
  readonly ordinal: number;
  /** Key of the message that it was first seen in. */
  readonly id: string;
  readonly site: string;
  readonly chat: string;
  readonly sender: string;
  /** Unix ms of that message. */
  readonly time: number;
  /** Unix ms of the last time that it was shown anew because the match was too old; else `time`. */
  readonly seen: number;
  readonly kind: Message['kind'];
  /** "" when the text is over the cap. */
  readonly text: string;
  readonly file?: Message['file'];
  readonly link?: Message['link'];
  readonly image?: Message['image'];
  readonly header: string | null;
  /** In any order. */
  readonly prints: readonly number[];
  /** The version that this one changes; "" when that one is not known. */
  readonly revises: string | null;
  /** Where copies of it were posted: chat and numbered head (see `placeOf`). At most PLACES_KEPT. */
  readonly places?: readonly string[];
  /** Keys of the files and pictures that came with it (see burst). */
  readonly came?: readonly string[];
  /** A later version changes this one. */
  readonly superseded: boolean;
};

/** A version that is not in the store yet. */
export type NewVersion = Omit<Version, 'ordinal'>;

/** The version that a message states; `revises` is the id of the one it changes. */
export function versionOf(analysis: Analysis, revises: string | null): NewVersion {
  const { key, site, chat, sender, time, kind, text, file, link, image } = analysis.message;
  return {
    id: key,
    site,
    chat,
    sender,
    time,
    seen: time,
    kind,
    text: analysis.oversize ? '' : text,
    file,
    link,
    image,
    header: ownHeader(analysis),
    prints: printsOf(analysis),
    revises,
    superseded: false,
  };
}

/** The number of the notice that a message states. What adds to a numbered notice is not that notice. */
export function ownHeader({ header, normal }: Analysis): string | null {
  return headerOf(normal.folded)?.adds ? null : header;
}
