import { canonicalFileName, canonicalUrl, displayed } from './attachment.ts';
import { ATTACHMENTS_KEPT, BURST } from './limits.ts';
import type { Message } from './types.ts';

/**
 * A notice is often a burst: its text, then its files and pictures from the same sender within a minute. Here stands
 * what of the last bursts of one chat is not over yet. Plain data.
 */
export type Bursts = {
  /** Files, links and pictures of late that may belong to a text, oldest first. */
  attached: { poster: string; time: number; key: string }[];
  /** Texts of late that attachments may follow, the last of each sender. */
  texts: BurstText[];
};

/** `time`: of the text or of its last attachment, Unix ms. */
type BurstText = {
  id: string;
  poster: string;
  time: number;
  /** What came with it. */
  keys: string[];
  /** A copy: what came with the notice that it repeats; null where nothing did, or where it is no copy. */
  wanted: string[] | null;
};

/** Whether what came with a copy is what came with its notice. */
export type Settled = { id: string; sameAttachments: boolean };

/**
 * What tells one attachment from another; null for what is none. A picture without the site's own key is like no other,
 * whatever it looks like: in doubt it is another one.
 */
export function attachmentKey({ key, kind, file, link, image }: Message): string | null {
  if (file) return `f ${canonicalFileName(file.name)} ${displayed(file.size)}`;
  if (link?.url) return `l ${canonicalUrl(link.url)}`;
  if (image?.key) return `i ${image.key}`;
  return image || kind === 'image' ? `p ${key}` : null;
}

/** Attachments that a sender posted just before a text. */
export function attachedBefore(bursts: Bursts | undefined, poster: string, time: number): string[] {
  const near = bursts?.attached.filter(
    (one) => one.poster === poster && time >= one.time && time - one.time <= BURST,
  );
  return near?.map(({ key }) => key) ?? [];
}

/** Whether the attachments that came before a copy leave it open if it is the same: others came, or some are to come. */
export function isUnsettled(wanted: readonly string[], came: readonly string[]): boolean {
  return !wanted.every((key) => came.includes(key)) || !isAmong(came, wanted);
}

function isAmong(keys: readonly string[], wanted: readonly string[]): boolean {
  return keys.every((key) => wanted.includes(key));
}

/** The copies of which a message of the same chat tells whether their attachments are the same. */
export function settledBy(
  bursts: Bursts | undefined,
  message: Message,
  poster: string | null,
): Settled[] {
  const key = attachmentKey(message);
  return (bursts?.texts ?? []).flatMap(({ id, poster: by, time, keys, wanted }) => {
    if (!wanted || id === message.key || message.time < time) return [];
    // Nothing else came within the minute: the copy has no attachments, or not all of them.
    if (message.time - time > BURST) return { id, sameAttachments: isAmong(keys, wanted) };
    if (by !== poster || key === null || keys.includes(key)) return [];
    const came = [...keys, key];
    if (!isAmong(came, wanted)) return { id, sameAttachments: false };
    return wanted.every((one) => came.includes(one)) ? { id, sameAttachments: true } : [];
  });
}

/** The bursts after a message. `text`: it is a text that attachments may follow, and what they should be. */
export function burstsWith(
  before: Bursts | undefined,
  message: Message,
  poster: string,
  text: { wanted: string[] | null } | null,
): Bursts | undefined {
  const key = attachmentKey(message);
  const isLive = ({ time }: { time: number }) => Math.abs(message.time - time) <= BURST;
  const known = before?.attached.some((one) => one.poster === poster && one.key === key) ?? false;
  if (!before && key === null && !text) return before;
  const attached = (before?.attached ?? []).filter(isLive);
  let texts = (before?.texts ?? []).filter(isLive);
  if (key !== null && !known) {
    attached.push({ poster, time: message.time, key });
    texts = texts.map((one) =>
      one.poster === poster && message.time >= one.time && !one.keys.includes(key)
        ? { ...one, time: message.time, keys: [...one.keys, key] }
        : one,
    );
  }
  if (text && !texts.some(({ id }) => id === message.key)) {
    const keys = attachedBefore({ attached, texts }, poster, message.time);
    const own = { id: message.key, poster, time: message.time, keys, wanted: text.wanted };
    texts = [...texts.filter((one) => one.poster !== poster), own];
  }
  return { attached: attached.slice(-ATTACHMENTS_KEPT), texts: texts.slice(-ATTACHMENTS_KEPT) };
}
