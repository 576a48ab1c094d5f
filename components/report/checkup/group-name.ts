import { i18n } from '#i18n';

/** Longest name within a sentence, in code points: a group may be called anything, up to 2,000 characters. */
const LONGEST = 60;

/** A group's name to be set into a sentence: cut, and unable to turn the direction of what stands after it. */
export function named(chat: string): string {
  if (chat === '') return i18n.t('unnamed_chat');
  const letters = [...chat];
  const short = letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : chat;
  // First strong isolate, and its end: bidi marks in the name end with it.
  return `\u2068${short}\u2069`;
}
