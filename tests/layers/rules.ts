/**
 * Who may import whom. The first rule whose `from` begins a file's path decides.
 * A name that ends in "/" stands for everything below that folder; any other for that module itself.
 * `types` are modules of which only types may be imported; such imports leave nothing behind at run time.
 */
export type LayerRule = {
  from: string;
  values: readonly string[];
  types: readonly string[];
};

const WORDS = ['lib/detect/', 'lib/messages/protocol', 'lib/default-settings'];
const BROWSER = ['wxt/browser', 'wxt/utils/'];

export const LAYER_RULES: readonly LayerRule[] = [
  // The engine is pure: it runs the same in a worker, in Node and in a benchmark.
  { from: 'lib/detect/', values: ['lib/detect/'], types: [] },
  // An adapter only reads the page; it is also imported at build time.
  { from: 'lib/sites/', values: ['lib/sites/'], types: ['lib/detect/'] },
  // The guess is pure: it reads a document, knows no extension and no storage.
  { from: 'lib/picker/', values: ['lib/picker/', 'lib/sites/'], types: [] },
  // What the picker shows on the page, in the overlay's way.
  {
    from: 'lib/picker-ui/',
    values: ['lib/picker-ui/', 'lib/picker/', 'lib/sites/', 'lib/overlay/', '#i18n', ...BROWSER],
    types: [],
  },
  { from: 'lib/picked-store', values: ['lib/sites/', ...BROWSER], types: [] },
  // The page world has no extension interface and no settings.
  { from: 'lib/page-feed/', values: ['lib/page-feed/', 'lib/sites/'], types: WORDS },
  // The background hands the engine to the tally, so a page that reads figures does not load it.
  {
    from: 'lib/tally/',
    values: ['lib/tally/', 'dexie', 'chinese-days/dist/chinese-days.json'],
    types: WORDS,
  },
  {
    from: 'lib/export/',
    values: [
      'lib/export/',
      'lib/tally/',
      'dexie',
      // Without the workers that the package's own doors start; see lib/export/xlsx.
      'node_modules/write-excel-file/modules/export/writeXlsxFileUniversal',
    ],
    types: [...WORDS, 'write-excel-file/universal'],
  },
  {
    from: 'lib/import/',
    values: ['lib/import/', 'lib/tally/', 'dexie', 'whatsapp-chat-parser'],
    types: WORDS,
  },
  // The second copy of the sums and what is known of the safety of the data, in another store than the tally.
  {
    from: 'lib/safety/',
    values: ['lib/safety/', 'lib/import/', 'lib/tally/', ...BROWSER],
    types: WORDS,
  },
  {
    from: 'lib/messages/',
    values: ['lib/messages/', ...BROWSER],
    types: [...WORDS, 'lib/sites/page-sketch'],
  },
  {
    from: 'lib/overlay/',
    values: [
      'lib/overlay/',
      'lib/sites/',
      'lib/messages/send',
      'lib/messages/serve',
      'lib/settings',
      // A leaf: the hash, and nothing of the judge.
      'lib/detect/keyed-hash',
      'lib/report-error',
      '#i18n',
      ...BROWSER,
    ],
    types: WORDS,
  },
  {
    from: 'lib/background/',
    values: [
      'lib/background/',
      'lib/detect/',
      'lib/tally/',
      'lib/import/',
      'lib/messages/',
      'lib/safety/',
      'lib/settings',
      'lib/added-hosts',
      'lib/default-settings',
      'lib/sites/messenger-pages',
      'lib/report-error',
      'dexie',
      // The tally's transactions wait for nothing but the database, and the browser's own SHA-256 is asynchronous.
      '@noble/hashes/',
      '#i18n',
      ...BROWSER,
    ],
    types: ['lib/'],
  },
  // What our own pages share: reading the tally and the settings, handing over files.
  {
    from: 'lib/screens/',
    values: [
      'lib/screens/',
      'components/demand-words',
      'components/site-word',
      'lib/tally/',
      'lib/export/',
      // Tallies that were handed over; a backup is read in by the background.
      'lib/import/',
      'lib/messages/send',
      'lib/sites/page-structure',
      'lib/safety/state',
      'lib/picked-store',
      'lib/sites/picked-check',
      'lib/sites/match-pattern',
      'lib/settings',
      'lib/added-hosts',
      'lib/sites/messenger-pages',
      'lib/report-error',
      'dexie',
      'preact',
      'preact/',
      '#i18n',
      ...BROWSER,
    ],
    types: ['lib/', 'components/'],
  },
  { from: 'lib/default-settings', values: [], types: ['lib/detect/'] },
  { from: 'lib/settings', values: ['lib/default-settings', ...BROWSER], types: [] },
  { from: 'lib/report-error', values: BROWSER, types: [] },
  { from: 'lib/added-hosts', values: BROWSER, types: [] },
  // Props in, callbacks out: no browser interface, no database.
  {
    from: 'components/',
    values: ['components/', 'preact', 'preact/', 'd3-scale', 'd3-shape', '#i18n'],
    types: ['lib/'],
  },
  {
    from: 'entrypoints/',
    values: ['lib/', 'components/', 'preact', 'preact/', 'dexie', '#i18n', ...BROWSER, 'wxt/'],
    types: ['lib/'],
  },
];

/** Modules with one door: only what begins so may import them, whatever the table says. */
export const DOORS: readonly { to: string; from: readonly string[] }[] = [
  // One writer: what a page could write would not be counted once.
  { to: 'lib/tally/record', from: ['lib/tally/', 'lib/background/', 'entrypoints/background'] },
];

/** Names that say nothing of what is inside. */
export const EMPTY_NAMES = /(^|\/)(utils?|helpers?|manager|common|misc)(\.|\/|$)/;

/** Entrypoints are wiring. */
export const ENTRYPOINT_LINES = 60;
