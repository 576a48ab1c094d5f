import { squeeze } from './analysis.ts';
import { canonicalFileName, canonicalUrl, displayed } from './attachment.ts';
import { hash53 } from './hash.ts';
import { TEXT_CAP } from './limits.ts';
import { compact, normalize } from './normalize.ts';
import type { Message } from './types.ts';

/**
 * Hash of a message's normalised content, 14 hexadecimal digits: the same for the same words in another
 * width, spacing, script or forwarding tag, whoever posts them wherever and whenever. For the user's own
 * exceptions. A file counts by name and displayed size, so a rounded reading gives the same key.
 */
export function contentKey(message: Message): string {
  const { kind, text, file, link, image } = message;
  const short = text.length <= TEXT_CAP;
  return hash53(
    [
      kind,
      short ? compact(normalize(text).body) : text.replace(/\s+/g, ''),
      file ? `${canonicalFileName(file.name)} ${displayed(file.size)}` : '',
      link ? `${canonicalUrl(link.url)} ${squeeze(link.title)}` : '',
      image?.key ?? '',
    ].join('\u0000'),
  );
}
