import { describe, expect, test } from 'vitest';
import { featuresOfManifest } from '../../scripts/compat/manifest-features.ts';
import { newerThan } from '../../scripts/compat/newer.ts';
import { featuresOfScript } from '../../scripts/compat/script-features.ts';
import { featuresOfStyle } from '../../scripts/compat/style-features.ts';
import type { UsedFeature } from '../../scripts/compat/used-feature.ts';

/** What is newer than a version of Chromium, as "name since version". */
function newer(features: UsedFeature[], oldest: number): string[] {
  const uses = features.map((feature) => ({ ...feature, file: 'a' }));
  return newerThan(uses, 'chrome', oldest, []).map((words) => words.replace(/:[^:]*$/, ''));
}

describe('a script', () => {
  test.each([
    ['list.toSorted()', '.toSorted since 110'],
    ['list["to"+"Sorted"]()', '.toSorted since 110'],
    ['text.toWellFormed()', '.toWellFormed since 111'],
    ['Object.groupBy(list,by)', 'Object.groupBy since 117'],
    ['Array.fromAsync(list)', 'Array.fromAsync since 121'],
    ['Promise.withResolvers()', 'Promise.withResolvers since 119'],
    ['AbortSignal.any(list)', 'AbortSignal.any since 116'],
    ['structuredClone(value)', 'structuredClone since 98'],
    ['new CompressionStream("gzip")', 'CompressionStream since 80'],
    ['element.checkVisibility()', '.checkVisibility since 105'],
    ['element.showPopover()', '.showPopover since 114'],
    ['b.storage.session.get()', 'storage.session since 102'],
    ['b.sidePanel.open({})', 'sidePanel.open since 116'],
    ['b.scripting.registerContentScripts([])', 'scripting.registerContentScripts since 96'],
    ['class A{static{run()}}', 'static block since 94'],
    ['a??=b', '??= since 85'],
    ['const style="a:has(b){top:0}"', ':has since 105'],
    ['/(?<=a)b/.test(c)', 'lookbehind since 62'],
    ['/(?i:a)/.test(c)', 'modifiers since 125'],
    ['/a/v.test(c)', 'flag v since 112'],
  ])('%s: %s', (text, words) => {
    const [, version] = words.split(' since ');
    expect(newer(featuresOfScript(text), Number(version) - 1)).toContain(words);
    expect(newer(featuresOfScript(text), Number(version))).not.toContain(words);
  });
});

describe('a style sheet', () => {
  test.each([
    ['a:has(b){top:0}', ':has since 105'],
    ['a{color:color-mix(in srgb,red 40%,blue)}', 'color-mix() since 111'],
    ['a{height:100dvh}', 'dvh since 108'],
    ['a{content-visibility:auto}', 'content-visibility since 85'],
    ['a{&:hover{top:0}}', '& since 120'],
    ['@container (width>1px){a{top:0}}', '@container since 105'],
    ['@layer a{b{top:0}}', '@layer since 99'],
    ['a{scrollbar-width:thin}', 'scrollbar-width since 121'],
    ['a{text-wrap:balance}', 'text-wrap: balance since 114'],
  ])('%s: %s', (text, words) => {
    const [, version] = words.split(' since ');
    expect(newer(featuresOfStyle(text), Number(version) - 1)).toContain(words);
    expect(newer(featuresOfStyle(text), Number(version))).not.toContain(words);
  });

  test('what stands in @supports is used only where it is there', () => {
    expect(newer(featuresOfStyle('@supports (height:1dvh){a{height:1dvh}}'), 80)).toEqual([]);
  });
});

test.each([
  [{ side_panel: { default_path: 'a.html' } }, 'manifest: side_panel since 114'],
  [{ content_scripts: [{ world: 'MAIN' }] }, 'manifest: content_scripts.world since 111'],
  [{ optional_host_permissions: [] }, 'manifest: optional_host_permissions since 102'],
])('a manifest with %j: %s', (manifest, words) => {
  expect(newer(featuresOfManifest(manifest), 100)).toContain(words);
});

describe('what is known', () => {
  const uses = [
    { name: '.toSorted', paths: [['javascript', 'builtins', 'Array', 'toSorted']], file: 'a' },
  ];
  const known = { name: '.toSorted', engine: 'chrome' as const, why: 'a test' };

  test('is let by, in its engine', () => {
    expect(newerThan(uses, 'chrome', 109, [])).toHaveLength(1);
    expect(newerThan(uses, 'chrome', 109, [known])).toEqual([]);
    expect(newerThan(uses, 'firefox', 114, [known])).toHaveLength(1);
  });

  test('must be there, or it is known no more', () => {
    expect(newerThan([], 'chrome', 109, [known])).toHaveLength(1);
    expect(newerThan(uses, 'chrome', 110, [known])).toHaveLength(1);
  });
});
