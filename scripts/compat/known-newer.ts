import type { KnownNewer } from './newer.ts';

/** Names of fields and functions of ours and of libraries that newer parts of the web happen to share. */
const OWN_NAMES = [
  ...[
    'run',
    'where',
    'first',
    'last',
    'toArray',
    'notEqual',
    'indexedDB',
    'use',
    'watch',
    'messages',
  ],
  ...[
    'check',
    'take',
    'entry',
    'drop',
    'committed',
    'queue',
    'phrase',
    'bytes',
    'destroy',
    'share',
  ],
  ...['clamp', 'limits', 'imageIndex', 'usage', 'draw', 'layer', 'serial', 'forget', 'windows'],
];

/** Names of style properties, which are old, that newer objects of the CSS object model also have. */
const STYLES = [
  'opacity',
  'inset',
  'marginTop',
  'marginBottom',
  'minHeight',
  'fontWeight',
  'fontStyle',
];

/** What the builds use although the oldest browser that they name lacks it. A new one needs a reason and a test. */
export const KNOWN_NEWER: readonly KnownNewer[] = [
  ...OWN_NAMES.map((name) => ({ name: `.${name}`, why: 'a name of our own or of a library' })),
  ...STYLES.map((name) => ({ name: `.${name}`, why: 'a property of element.style' })),
  {
    ...{ name: 'manifest: side_panel', engine: 'chrome' },
    why: 'passed over by older ones; the digest opens in a tab (old-browsers.e2e.ts)',
  },
  {
    ...{ name: 'manifest: side_panel.default_path', engine: 'chrome' },
    why: 'as side_panel',
  },
  {
    ...{ name: 'manifest: content_scripts.world', engine: 'chrome' },
    why: 'passed over: the script then finds nothing, and the chat is marked, not folded (old-browsers.e2e.ts)',
  },
  {
    ...{ name: '.togglePopover', engine: 'chrome' },
    why: 'asked for before it is used; else shown and hidden by hand (old-browsers.e2e.ts)',
  },
  {
    ...{ name: '.showPopover', engine: 'chrome' },
    why: 'asked for before it is used: the picker then stands below what the page puts over everything',
  },
  {
    ...{ name: 'color-mix()', engine: 'chrome' },
    why: 'in custom properties for lines and tints: without it text has the colour around it and lines have none',
  },
  {
    ...{ name: '.withResolvers', engine: 'chrome' },
    why: 'Dexie asks for it before it uses it (old-browsers.e2e.ts)',
  },
  {
    ...{ name: '.toHex', engine: 'chrome' },
    why: '@noble/hashes asks for it before it uses it',
  },
  {
    ...{ name: 'Uint8Array.fromHex', engine: 'chrome' },
    why: '@noble/hashes asks for it before it uses it',
  },
  { name: '.moveBefore', why: 'Preact asks for it before it uses it' },
  {
    ...{ name: 'scrollbar-width', engine: 'chrome' },
    why: 'without it scrollbars are as wide as everywhere',
  },
  { name: 'scrollbar-width: thin', engine: 'chrome', why: 'as scrollbar-width' },
  {
    ...{ name: 'print-color-adjust', engine: 'chrome' },
    why: 'stands beside -webkit-print-color-adjust, which older ones know',
  },
  { name: 'print-color-adjust: exact', engine: 'chrome', why: 'as print-color-adjust' },
  {
    ...{ name: 'manifest: storage', engine: 'firefox' },
    why: 'Firefox passes over the schema of managed storage and needs none (office.e2e.ts)',
  },
  { name: 'manifest: storage.managed_schema', engine: 'firefox', why: 'as storage' },
  {
    ...{ name: 'break-after: avoid', engine: 'firefox' },
    why: 'a wish for the printer: a heading may stand at the foot of a page',
  },
  { name: 'break-before: avoid', engine: 'firefox', why: 'as break-after' },
];
