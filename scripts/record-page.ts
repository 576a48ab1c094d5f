// npm run --silent record-page -- --html saved.html [--root "#chat"] > skeleton.html
// The structure of a saved page as an HTML skeleton without a word of it: the beginning of a fixture that is written by hand.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Window } from 'happy-dom';
import { sketch } from '../lib/sites/page-sketch.ts';
import { pageStructure } from '../lib/sites/page-structure.ts';

const USAGE = 'usage: record-page [--html saved.html] [--root selector] > skeleton.html';

/** A fixture is written from it by hand: more than this nobody reads. Characters. */
const MOST = 200_000;

try {
  const { values } = parseArgs({
    options: {
      html: { type: 'string' },
      root: { type: 'string', default: 'body' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) console.error(USAGE);
  else console.log(skeleton(readFileSync(values.html ?? 0, 'utf8'), values.root));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 2;
}

/** Parsed alone: nothing of the page runs, and nothing is asked for. */
function skeleton(html: string, root: string): string {
  const window = new Window({
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
    },
  } as ConstructorParameters<typeof Window>[0]);
  const parsed = new window.DOMParser().parseFromString(html, 'text/html');
  const found = parsed.querySelector(root);
  if (!found) throw new Error(`nothing in the page matches ${root}`);
  return pageStructure(sketch(found as unknown as Element), MOST);
}
