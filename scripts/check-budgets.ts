import { gzipSync } from 'node:zlib';
import { BUILD_KINDS, bundlesOf } from './bundles.ts';

/**
 * Largest allowed content script, in bytes. It is loaded into every chat page, where it is parsed
 * before anything folds; 45 kB parse in a few milliseconds on an office computer.
 */
const MINIFIED_BYTES = 45_000;
const GZIPPED_BYTES = 16_000;
/** The picker is put into a page on a click, once for a site; nothing waits for it. (See docs/decisions.md.) */
const PICKER = { minified: 110_000, gzipped: 40_000 };

/** The overlay, the page feed, the adapters, of which a page loads one script or two, and the picker, which is loaded on a click. */
const IN_PAGES =
  /^(content-scripts\/[^/]+|installed-sites|messengers|office-messengers|self-hosted|picked|picker)\.js$/;

let tooLarge = false;
for (const kind of BUILD_KINDS) {
  const scripts = bundlesOf(kind).filter(({ file }) => IN_PAGES.test(file));
  if (scripts.length === 0) throw new Error(`the ${kind} build has no content script`);
  for (const { file, text } of scripts) {
    const minified = Buffer.byteLength(text);
    const gzipped = gzipSync(text).length;
    const most =
      file === 'picker.js' ? PICKER : { minified: MINIFIED_BYTES, gzipped: GZIPPED_BYTES };
    const fits = minified <= most.minified && gzipped <= most.gzipped;
    tooLarge ||= !fits;
    console.log(
      `${fits ? 'ok' : 'TOO LARGE'} ${kind} ${file}: ${minified} B, gzipped ${gzipped} B`,
    );
  }
}
console.log(`allowed: ${MINIFIED_BYTES} B minified, ${GZIPPED_BYTES} B gzipped`);
console.log(`the picker: ${PICKER.minified} B minified, ${PICKER.gzipped} B gzipped`);
process.exitCode = tooLarge ? 1 : 0;
