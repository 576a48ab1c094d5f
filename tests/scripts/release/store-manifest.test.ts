import { expect, test } from 'vitest';
import { forStores } from '../../../scripts/release/store-manifest.ts';

const entry = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });

test('what the stores take has no key, and is the same otherwise', () => {
  const script = entry('background.js', 'key');
  const [manifest, other] = forStores([entry('manifest.json', '{"name":"x","key":"abc"}'), script]);
  expect(String(manifest?.bytes)).toBe('{"name":"x"}');
  expect(other).toBe(script);
});

test('a build without a manifest, or whose manifest has no key, is no build of ours', () => {
  expect(() => forStores([entry('background.js', '')])).toThrow('no manifest');
  expect(() => forStores([entry('manifest.json', '{"name":"x"}')])).toThrow('no key');
});
