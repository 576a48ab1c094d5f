import { nameIn } from '../sites/picked-name';
import { withoutClocks } from '../sites/picked-time';

/** Punctuation of a sentence, or more words than a name has. */
export function isSentence(text: string): boolean {
  return text.length > 26 || /[。，！？；：,!?;]|\.\s|\s\S+\s\S+\s\S+\s/.test(text);
}

/** Words that may be a person's name: short, with letters, and no sentence. */
export function isNameLike(text: string): boolean {
  return text.length >= 1 && text.length <= 40 && /\p{L}/u.test(text) && !isSentence(text);
}

/** A name with a time: "张三 • 2026/11/25 08:01". */
export function isHead(text: string): boolean {
  const name = nameIn(text);
  return withoutClocks(text) !== text && name.length >= 2 && isNameLike(name);
}
