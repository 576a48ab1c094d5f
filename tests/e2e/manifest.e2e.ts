import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { INSTALLED_PAGES } from '../../lib/sites/installed-pages.ts';
import { BUILD_KINDS, BUILDS, bundlesOf } from '../../scripts/bundles.ts';

type Manifest = {
  name: string;
  permissions?: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  incognito?: string;
  content_security_policy?: { extension_pages?: string };
  content_scripts?: {
    matches: string[];
    all_frames?: boolean;
    match_about_blank?: boolean;
    match_origin_as_fallback?: boolean;
  }[];
  externally_connectable?: unknown;
  web_accessible_resources?: unknown;
  side_panel?: { default_path: string };
  sidebar_action?: { default_panel: string; open_at_install?: boolean };
};

/** Nothing here lets an extension read a page that its user has not chosen, a history or a cookie. */
const ALLOWED_PERMISSIONS = [
  'storage',
  'unlimitedStorage',
  'contextMenus',
  'alarms',
  'sidePanel',
  // The tab in which the popup is opened, while it is.
  'activeTab',
  // On hosts that were granted, and on no other.
  'scripting',
];

/**
 * Ways to reach the network or to run text as code, none of which a build may hold.
 * A library that must hold one is named in `KNOWN`, with the reason.
 */
const FORBIDDEN: Record<string, RegExp> = {
  fetch: /\bfetch\s*\(/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  WebSocket: /\bWebSocket\b/,
  EventSource: /\bEventSource\b/,
  RTCPeerConnection: /\bRTCPeerConnection\b/,
  sendBeacon: /\bsendBeacon\b/,
  importScripts: /\bimportScripts\b/,
  eval: /\beval\s*\(/,
  Function: /\bnew Function\b|\bFunction\s*\(\s*['"`]/,
  'remote script': /<script[^>]+src=["']?(https?:)?\/\//i,
};

const KNOWN: { file: RegExp; what: string; why: string }[] = [];

describe.each(BUILD_KINDS)('the build for %s', (kind) => {
  const file = join(BUILDS[kind], 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;

  test('asks for no more than storage, a menu, an alarm, a panel of its own and the page that is chosen', () => {
    expect(ALLOWED_PERMISSIONS).toEqual(expect.arrayContaining(manifest.permissions ?? []));
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_permissions ?? []).toEqual([]);
    // Each on a click of its own, none at the installation.
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  });

  test('runs on the listed chat pages and nowhere else', () => {
    const listed = new Set(INSTALLED_PAGES);
    const asked = new Set(manifest.content_scripts?.flatMap(({ matches }) => matches));
    expect(asked).toEqual(listed);
    // Feishu and Lark give every office a host of its own, so there the path says that it is the messenger.
    for (const pattern of asked) {
      expect(pattern).toMatch(
        /^https:\/\/([^*/]+\/|\*\.(feishu\.cn|larksuite\.com)\/(next\/)?messenger)\*$/,
      );
    }
  });

  test('has a panel beside the page, which opens when it is asked for and not by itself', () => {
    if (kind === 'chromium') {
      expect(manifest.side_panel).toEqual({ default_path: 'sidepanel.html' });
    } else {
      expect(manifest.sidebar_action).toMatchObject({
        default_panel: 'sidepanel.html',
        open_at_install: false,
      });
    }
  });

  test('stays out of private windows and out of the reach of pages', () => {
    expect(manifest.incognito).toBe('not_allowed');
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  test('lets no other extension and no page knock', () => {
    // Firefox does not know the key: there nobody listens (see hostile-extension).
    expect(manifest.externally_connectable).toEqual(kind === 'chromium' ? { ids: [] } : undefined);
    for (const { text } of bundlesOf(kind)) {
      expect(text).not.toMatch(/\bon(Message|Connect|UserScriptMessage)External\??\.addListener\b/);
    }
  });

  test('runs in no frame within a page', () => {
    for (const script of manifest.content_scripts ?? []) {
      expect(script.all_frames ?? false).toBe(false);
      expect(script.match_about_blank ?? false).toBe(false);
      expect(script.match_origin_as_fallback ?? false).toBe(false);
    }
  });

  test('lets its pages load and send nothing', () => {
    const policy = manifest.content_security_policy?.extension_pages ?? '';
    const directives = new Map(
      policy.split(';').map((part) => {
        const [name = '', ...sources] = part.trim().split(/\s+/);
        return [name, sources.join(' ')];
      }),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('connect-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('form-action')).toBe("'none'");
    expect(policy).not.toMatch(/https?:|wss?:|\*|unsafe-eval/);
  });

  test('holds no way to the network and runs no text as code', () => {
    const bundles = bundlesOf(kind);
    expect(bundles.length).toBeGreaterThan(0);
    const found = bundles.flatMap(({ file: name, text }) =>
      forbiddenIn(text)
        .filter((what) => !KNOWN.some((known) => known.what === what && known.file.test(name)))
        .map((what) => `${name}: ${what}`),
    );
    expect(found).toEqual([]);
  });
});

test.each([
  ['fetch', "await fetch('https://example.org')"],
  ['XMLHttpRequest', 'const request=new XMLHttpRequest;'],
  ['WebSocket', 'new WebSocket(address)'],
  ['EventSource', 'new EventSource(address)'],
  ['RTCPeerConnection', 'new RTCPeerConnection'],
  ['sendBeacon', 'navigator.sendBeacon(address,data)'],
  ['importScripts', 'importScripts(address)'],
  ['eval', '(0,eval)(text);eval(text)'],
  ['Function', 'new Function("return 1")'],
  ['remote script', '<script src="https://example.org/a.js"></script>'],
])('a bundle that holds %s is caught', (what, text) => {
  expect(forbiddenIn(text)).toEqual([what]);
});

function forbiddenIn(text: string): string[] {
  return Object.entries(FORBIDDEN)
    .filter(([, pattern]) => pattern.test(text))
    .map(([what]) => what);
}
