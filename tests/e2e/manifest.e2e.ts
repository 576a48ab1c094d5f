import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILD_KINDS, BUILDS, type BuildKind, bundlesOf } from '../../scripts/bundles.ts';
import { idOf } from './harness/office.ts';

/** Where content scripts run from the installation on: the eight hosts of web WeChat, and the messenger of every Feishu and Lark office. */
const WECHAT = [
  ...['https://web.wechat.com/*', 'https://web.weixin.qq.com/*', 'https://web1.wechat.com/*'],
  ...['https://web2.wechat.com/*', 'https://wx.qq.com/*', 'https://wx1.qq.com/*'],
  ...['https://wx2.qq.com/*', 'https://wx8.qq.com/*'],
];
const OFFICES = [
  ...['https://*.feishu.cn/messenger*', 'https://*.feishu.cn/next/messenger*'],
  ...['https://*.larksuite.com/messenger*', 'https://*.larksuite.com/next/messenger*'],
];

const POLICY = [
  // Nothing is loaded or run that is not named below.
  "default-src 'none'",
  // The extension's own files; no text, no other host.
  "script-src 'self'",
  // Widths of bars and columns stand in `style` attributes.
  "style-src 'self' 'unsafe-inline'",
  // Icons, and the tally card, which the page draws itself.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  // No request of any kind.
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  // No text becomes an element or a script.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const COMMON = {
  manifest_version: 3,
  default_locale: 'zh_CN',
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
  // Each on a click of the user, none at the installation.
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  // Private windows stay unread.
  incognito: 'not_allowed',
  content_security_policy: { extension_pages: POLICY },
  // What an IT office may set: see docs/for-it-offices.md.
  storage: { managed_schema: 'office-policy.json' },
  options_ui: { open_in_tab: true, page: 'options.html' },
  content_scripts: [
    {
      matches: [...OFFICES, ...WECHAT],
      run_at: 'document_end',
      css: ['content-scripts/overlay.css'],
      js: ['installed-sites.js', 'content-scripts/overlay.js'],
    },
    {
      matches: WECHAT,
      run_at: 'document_start',
      js: ['content-scripts/page-feed.js'],
      // Messages of chats that are not open stand in the page's own variables only.
      world: 'MAIN',
    },
  ],
};

const PERMISSIONS = [
  // The settings.
  'storage',
  // The tally of a year is larger than what a browser may otherwise throw away.
  'unlimitedStorage',
  // Pausing and folding by a right click.
  'contextMenus',
  // A new day begins while the background sleeps.
  'alarms',
  // The address of the tab in which the popup is opened, while it is.
  'activeTab',
  // Runs the content script on addresses that the user has added, and on no other.
  'scripting',
];

/** Everything in the manifests but names, texts and the version. Whoever changes a right changes it here, and says why. */
const EXPECTED: Readonly<Record<BuildKind, object>> = {
  chromium: {
    ...COMMON,
    permissions: [
      ...PERMISSIONS,
      // The digest beside the page.
      'sidePanel',
    ],
    side_panel: { default_path: 'sidepanel.html' },
    background: { service_worker: 'background.js' },
    // Windows 7 ends there; lint-compat.ts holds the builds to it.
    minimum_chrome_version: '109',
    // Without it any other extension may knock, and wake the worker.
    externally_connectable: { ids: [] },
  },
  firefox: {
    ...COMMON,
    permissions: PERMISSIONS,
    // Opened when it is asked for, not by itself.
    sidebar_action: { default_panel: 'sidepanel.html', open_at_install: false },
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'fingerlight@fingerlight.invalid',
        // The first, also on Android, that knows the next line.
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

/** Words that a user reads, and what changes with every version. */
const TEXTS = ['name', 'description', 'version', 'action', 'commands', 'key'];

function manifestOf(kind: BuildKind): Record<string, unknown> {
  const text = readFileSync(join(BUILDS[kind], 'manifest.json'), 'utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

describe.each(BUILD_KINDS)('the manifest for %s', (kind) => {
  test('asks for what is listed here, with a reason for each, and for nothing else', () => {
    const rights = Object.entries(manifestOf(kind)).filter(([name]) => !TEXTS.includes(name));
    const { sidebar_action: panel, ...others } = Object.fromEntries(rights) as {
      sidebar_action?: { default_title?: string };
    };
    const { default_title: _, ...bare } = panel ?? {};
    expect({ ...others, ...(panel ? { sidebar_action: bare } : {}) }).toEqual(EXPECTED[kind]);
  });

  test('has a button and one key, which do what the user asks for', () => {
    const { action, commands } = manifestOf(kind) as { action: object; commands: object };
    expect(action).toMatchObject({ default_popup: 'popup.html' });
    expect(Object.keys(commands)).toEqual(['toggle-folds']);
  });

  test('lets its pages load and send nothing', () => {
    const { content_security_policy: policy } = manifestOf(kind) as {
      content_security_policy: { extension_pages: string };
    };
    expect(policy.extension_pages).not.toMatch(/https?:|wss?:|\*|unsafe-eval/);
    expect(policy.extension_pages).toContain("connect-src 'none'");
  });

  test('lets no other extension and no page knock', () => {
    const { externally_connectable: knocking, web_accessible_resources: open } = manifestOf(kind);
    // Firefox does not know the key: there nobody listens (see hostile-extension).
    expect(knocking).toEqual(kind === 'chromium' ? { ids: [] } : undefined);
    expect(open ?? []).toEqual([]);
    for (const { text } of bundlesOf(kind)) {
      expect(text).not.toMatch(/\bon(Message|Connect|UserScriptMessage)External\??\.addListener\b/);
    }
  });

  test('runs in no frame within a page', () => {
    const { content_scripts: scripts } = manifestOf(kind) as { content_scripts: object[] };
    expect(scripts.length).toBeGreaterThan(0);
    const asked = scripts.flatMap((script) => Object.keys(script));
    const frames = ['all_frames', 'match_about_blank', 'match_origin_as_fallback'];
    expect(asked.filter((name) => frames.includes(name))).toEqual([]);
  });

  test('names a schema of what an office may set, in which nothing can be collected', () => {
    const file = join(BUILDS[kind], 'office-policy.json');
    const { properties } = JSON.parse(readFileSync(file, 'utf8')) as { properties: object };
    expect(Object.keys(properties)).toEqual(['defaultMode', 'sitesOff', 'neverFold']);
  });
});

test('an unpacked copy has the id that the docs name, in whatever folder it lies', () => {
  expect(idOf(String(manifestOf('chromium').key))).toBe('egllfblekeolonclbadgmjagldfnbdpn');
  expect(manifestOf('firefox').key).toBeUndefined();
});
