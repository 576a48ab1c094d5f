import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { watchBundled } from './scripts/licences/bundled-packages.ts';
import { minifiedAgain } from './scripts/minified-again.ts';
import { oneByteScript } from './scripts/one-byte-script.ts';
import { preactWithoutHtml } from './scripts/preact-without-html.ts';
import { withoutManifestKeys } from './scripts/without-manifest-keys.ts';

/** Everything the manifest asks for besides `sidePanel`, which WXT adds for Chromium; a test pins the list. */
const PERMISSIONS = [
  'storage',
  'unlimitedStorage',
  'contextMenus',
  'alarms',
  // The address of the tab in which the popup is opened, so that it can offer to be used there; and no other tab's.
  'activeTab',
  // Runs the content script on the addresses that the user adds.
  'scripting',
];

/**
 * Gives an unpacked copy the same id in whatever folder it lies: a folder that was moved or renamed would else be another
 * extension, with an empty tally. The stores have keys of their own, and their packages leave this one out. It is the public half of a pair whose private half was thrown away.
 */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3dCZsGjC0h35qkydgyAd+KL4PQWYytRw42ZTi6eDEDjMDsZM8C61i3SLdQiKQLkJ1ZsRcmhycZJPjge/VuVs4auOr/A6OhCw/sNrcebvOfpPeee8Lxldl8ssPUfQPtqSNaW1m11nrb0hlc/amuiRCTq7jxaQQgY85PCIlk51pe7xIPV//Ipk6AtKJCN0moG7gvGs+DhsqdZM6kRPC5mtqL49sLuaohd5YrU1fXesx3WhlLB4FxBmWux36hGKZ8kTLJMZA5RcfDL0PgzYU5B7hOYe623gWOW1aG0PYkIKRET/jRL+UHczuA3OpS1NTDrHormNh5TJ7exH9pajw9/IuQIDAQAB';

/** The oldest browsers that are served; scripts/lint-compat.ts holds the builds to it. */
const OLDEST = { chromium: 109, firefox: 142 };

/** Any address may be added, each on a click and none at the installation. */
const OPTIONAL_HOSTS = ['https://*/*', 'http://*/*'];

/** No page of ours may load or send anything, or make a page or a script of a text. While developing, WXT's own policy lets its server in. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** What runs in chat pages: the overlay and the scripts that hold the adapters. */
const IN_PAGES: ReadonlySet<string> = new Set(['content-script', 'unlisted-script']);

const bundled = watchBundled(fileURLToPath(new URL('.', import.meta.url)));

const SCRIPT_LIFE = fileURLToPath(new URL('lib/overlay/script-life.ts', import.meta.url));

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'zh_CN',
    permissions: PERMISSIONS,
    optional_host_permissions: OPTIONAL_HOSTS,
    // What an IT office may set. Firefox needs no schema and reads none.
    storage: { managed_schema: 'office-policy.json' },
    incognito: 'not_allowed',
    ...(command === 'build' ? { content_security_policy: { extension_pages: PAGE_POLICY } } : {}),
    action: { default_title: '__MSG_extension_name__' },
    commands: {
      'toggle-folds': {
        suggested_key: { default: 'Alt+Shift+X' },
        description: '__MSG_command_toggle__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'fingerlight@fingerlight.invalid',
              // The first, also on Android, that knows data_collection_permissions.
              strict_min_version: `${OLDEST.firefox}.0`,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          // Without it any other extension may knock, and wake the worker. Firefox does not know the key.
          externally_connectable: { ids: [] },
          minimum_chrome_version: String(OLDEST.chromium),
          key: KEY,
        }),
  }),
  hooks: {
    'build:done': ({ config }) => {
      if (config.command === 'build') bundled.write(config.outDir);
    },
    // WXT takes the title of the page, which can be in one language only.
    'build:manifestGenerated': (_, manifest) => {
      if (manifest.sidebar_action) manifest.sidebar_action.default_title = '__MSG_digest_title__';
      // Adapters are scripts of their own, and first: a page loads no others than those that may be needed there.
      for (const { js = [] } of manifest.content_scripts ?? []) {
        if (js.includes('content-scripts/overlay.js')) js.unshift('installed-sites.js');
      }
    },
    // Content scripts load into every chat page. They need no polyfill: `chrome` has promises in every
    // version that we run on, and 10 kB are a fifth of what such a script may weigh. Of WXT's own
    // runtime they need a tenth.
    'vite:build:extendConfig': (entrypoints, config) => {
      config.plugins?.push(bundled.plugin);
      if (entrypoints.every(({ type }) => type === 'background'))
        config.plugins?.push(oneByteScript());
      if (!entrypoints.every(({ type }) => IN_PAGES.has(type))) return;
      const alias = config.resolve?.alias;
      if (alias && !Array.isArray(alias)) {
        Object.assign(alias, {
          'wxt/browser': '@wxt-dev/browser',
          'wxt/utils/content-script-context': SCRIPT_LIFE,
        });
      }
      if (config.mode === 'production')
        config.plugins?.push(withoutManifestKeys(), minifiedAgain());
    },
  },
  vite: ({ browser }) => ({
    // Firefox is what the polyfill imitates: there it is 10 kB that each page reads for nothing before it shows anything.
    ...(browser === 'firefox' ? { resolve: { alias: { 'wxt/browser': '@wxt-dev/browser' } } } : {}),
    // Vite's preload polyfill would put a fetch call into every page of ours.
    build: {
      modulePreload: { polyfill: false },
      // Syntax only: what a browser lacks besides is found by scripts/lint-compat.ts.
      target: browser === 'firefox' ? `firefox${OLDEST.firefox}` : `chrome${OLDEST.chromium}`,
    },
    plugins: [preactWithoutHtml()],
  }),
});
