import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const CSS = readFileSync(join(import.meta.dirname, '../../components/tokens.css'), 'utf8');

type Tokens = Record<string, string>;

function tokensIn(css: string): Tokens {
  return Object.fromEntries(
    [...css.matchAll(/(--fl-[\w-]+):\s*(#[0-9a-f]{6})\b/g)].map((m) => [m[1], m[2]]),
  );
}

const [light = '', dark = ''] = CSS.split('@media (prefers-color-scheme: dark)');
const THEMES: [string, Tokens][] = [
  ['light', tokensIn(light)],
  ['dark', { ...tokensIn(light), ...tokensIn(dark.split('[data-fl-ui]')[0] ?? '') }],
];

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(THEMES)('colours of the %s theme', (_, tokens) => {
  const pair = (one: string, other: string) =>
    contrast(tokens[`--fl-${one}`] ?? '', tokens[`--fl-${other}`] ?? '');

  test.each([
    ['ink', 'paper'],
    ['ink', 'surface'],
    ['ink', 'sunken'],
    ['ink', 'accent-soft'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'surface'],
    ['ink-soft', 'sunken'],
    ['accent', 'paper'],
    ['accent', 'surface'],
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['danger', 'paper'],
    ['danger', 'surface'],
    ['heat-ink-low', 'heat-0'],
    ['heat-ink-low', 'heat-1'],
    ['heat-ink-low', 'heat-2'],
    ['heat-ink-high', 'heat-3'],
    ['heat-ink-high', 'heat-4'],
    ['heat-ink-high', 'heat-5'],
  ])('text %s on %s has 4.5 to 1', (text, ground) => {
    expect(pair(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['line-strong', 'surface'],
    ['line-strong', 'paper'],
    ['accent', 'sunken'],
    ['series-1', 'surface'],
    ['series-2', 'surface'],
    ['series-3', 'surface'],
  ])('the outline %s on %s has 3 to 1', (line, ground) => {
    expect(pair(line, ground)).toBeGreaterThanOrEqual(3);
  });
});
