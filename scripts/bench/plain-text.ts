import { NOTICE_CHARACTERS } from '../../lib/detect/limits.ts';
import { normalize } from '../../lib/detect/normalize.ts';
import type { Message } from '../../lib/detect/types.ts';

/**
 * What the other methods compare: our normalised text without white space; of a file its name and size, of a link
 * its title and address, of a notice that somebody quotes to pass it on the notice. "" where nothing is compared:
 * they pass by what is too short for a notice, as the judge does.
 */
export function plainText({ text, file, link }: Message): string {
  if (file) return bare(normalize(`${file.name} ${file.size}`).body);
  if (link) return bare(normalize(`${link.title} ${link.url}`).body);
  if (text.length < NOTICE_CHARACTERS) return '';
  const { body, quoted } = normalize(text);
  const passedOn = quoted.length >= NOTICE_CHARACTERS;
  return bare(passedOn ? normalize(quoted.replace(/^[^\s:,。]{1,20}:/, '')).body : body);
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
