import type { Known } from './finding.ts';

/** The background, and what our pages load. */
const OWN = /^(background|chunks\/[\w-]+)\.js$/;
const PAGES = /^chunks\/[\w-]+\.js$/;

const LIBRARY_HEADS =
  'heads of universal modules (Dexie, webextension-polyfill) look for the global object; the scripts of a page share a list of adapters there';

/** What the builds hold all the same, each with the reason. One more or one fewer is a finding again. */
export const KNOWN_FINDINGS: readonly Known[] = [
  {
    ...{ file: OWN, rule: 'text as code', what: 'eval', count: 2, only: 'chromium' },
    why: 'webextension-polyfill: the name of a devtools call, in its table of calls',
  },
  {
    ...{ file: OWN, rule: 'text as code', what: 'Function', count: 2, only: 'chromium' },
    why: 'webextension-polyfill: Function.call.bind, which makes no function of a text',
  },
  {
    ...{ file: OWN, rule: 'text as code', what: 'AsyncFunction', count: 2 },
    why: 'Dexie compares the tag of a function with it',
  },
  {
    ...{ file: OWN, rule: 'loading', what: 'src', count: 3 },
    why: 'a field of Dexie\'s index specification, twice; and the picture of the tally card, a "blob:" of its own page',
  },
  {
    ...{ file: OWN, rule: 'name made at run time', what: 'globalThis', count: 4 },
    why: 'Dexie keeps itself under a symbol',
  },
  { file: OWN, rule: 'handed on', what: 'window', count: 2, why: LIBRARY_HEADS },
  { file: OWN, rule: 'handed on', what: 'global', count: 2, why: LIBRARY_HEADS },
  { file: OWN, rule: 'handed on', what: 'self', count: 6, only: 'chromium', why: LIBRARY_HEADS },
  { file: OWN, rule: 'handed on', what: 'self', count: 4, only: 'firefox', why: LIBRARY_HEADS },
  {
    file: OWN,
    rule: 'handed on',
    what: 'globalThis',
    count: 7,
    only: 'chromium',
    why: LIBRARY_HEADS,
  },
  {
    file: OWN,
    rule: 'handed on',
    what: 'globalThis',
    count: 5,
    only: 'firefox',
    why: LIBRARY_HEADS,
  },
  {
    ...{ file: PAGES, rule: 'address', what: 'https://…', count: 1 },
    why: 'an address that is typed without its scheme becomes a match pattern',
  },
  {
    ...{ file: PAGES, rule: 'text as HTML', what: 'dangerouslySetInnerHTML', count: 2 },
    why: 'Preact looks for the prop; what it did with it is left out of the build (preact-without-html.ts)',
  },
  {
    ...{ file: PAGES, rule: 'text as code', what: 'constructor', count: 1 },
    why: 'Preact calls a component that is a function; Trusted Types refuse a text there',
  },
  {
    ...{ file: PAGES, rule: 'element', what: 'link', count: 2 },
    why: 'Vite loads the scripts and styles of a part of a page, by names inside the build',
  },
  {
    ...{ file: /^installed-sites\.js$/, rule: 'text as HTML', what: 'parseFromString' },
    ...{
      count: 1,
      why: 'reads the words of a message; such a document is never shown, loads and runs nothing',
    },
  },
  {
    ...{ file: /^content-scripts\/page-feed\.js$/, rule: 'handed on', what: 'window', count: 1 },
    why: 'the page-world script is given its page',
  },
  {
    ...{ file: /^(content-scripts\/overlay|(?!background)[\w-]+)\.js$/, rule: 'handed on' },
    ...{
      what: 'globalThis',
      count: 8,
      why: 'the scripts of a page share a list of adapters there',
    },
  },
];
