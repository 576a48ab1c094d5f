import { type Analysis, analyse, printsOf } from './analysis.ts';
import { headerOf } from './header.ts';
import { factCodesOf } from './tokens.ts';
import type { Message } from './types.ts';

/** One version of a notice: what was first said, and what became of it. */
export type Version = {
  /** Key of the message that it was first seen in. */
  id: string;
  site: string;
  chat: string;
  sender: string;
  /** Unix ms of that message. */
  time: number;
  /** Unix ms of the last time that it was shown anew because the match was too old; else `time`. */
  seen: number;
  kind: Message['kind'];
  /** "" when the text is over the cap. */
  text: string;
  file?: Message['file'];
  link?: Message['link'];
  image?: Message['image'];
  exact: string;
  header: string | null;
  prints: number[];
  /** Codes of the facts that it states, distinct. */
  facts: number[];
  /** The version that this one changes. */
  revises: string | null;
  /** Where copies of it were posted: chat and numbered head, as keys of the index's `headers`. At most PLACES_KEPT. */
  places?: string[];
  /** Keys of the files and pictures that came with it (see burst). */
  came?: string[];
  /** A later version changes this one. */
  superseded: boolean;
};

/** The version that a message states; `revises` is the id of the one it changes. */
export function versionOf(message: Message, revises: string | null): Version {
  const analysis = analyse(message);
  const { key, site, chat, sender, time, kind, text, file, link, image } = message;
  return {
    id: key,
    site,
    chat,
    sender,
    time,
    seen: time,
    kind,
    text: analysis.oversize ? '' : text,
    ...(file && { file }),
    ...(link && { link }),
    ...(image && { image }),
    exact: analysis.exact,
    header: ownHeader(analysis),
    prints: printsOf(analysis),
    facts: factCodesOf(analysis.tokens),
    revises,
    superseded: false,
  };
}

/** The number of the notice that a message states. What adds to a numbered notice is not that notice. */
export function ownHeader({ header, normal }: Analysis): string | null {
  return headerOf(normal.folded)?.adds ? null : header;
}
