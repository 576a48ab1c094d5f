import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SnapshotReader, SnapshotWriter } from '../../lib/detect/snapshot-bytes';
import type { NewVersion, Version } from '../../lib/detect/version';
import { VersionStore } from '../../lib/detect/version-store';
import { MONDAY } from './fixtures';

const NAMES: (keyof NewVersion)[] = [
  ...(['id', 'site', 'chat', 'sender', 'time', 'seen', 'kind', 'text', 'header'] as const),
  ...(['file', 'link', 'image', 'prints', 'revises', 'superseded'] as const),
];

function version(part: Partial<NewVersion> = {}): NewVersion {
  const time = part.time ?? MONDAY;
  const place = { site: 'wechat', chat: '群一', sender: '王敏' };
  const rest = { header: null, prints: [], revises: null, superseded: false };
  return { id: 'wechat:1', ...place, time, seen: time, kind: 'text', text: '', ...rest, ...part };
}

function plain(one: Version | NewVersion | undefined) {
  if (!one) return null;
  const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
  const fields = Object.fromEntries(NAMES.map((name) => [name, one[name]]));
  return { ...fields, prints: sorted(one.prints) };
}

function again(store: VersionStore): VersionStore {
  const snapshot = new SnapshotWriter();
  store.write(snapshot);
  const read = VersionStore.read(new SnapshotReader(snapshot.finish()));
  const { words } = read.parts;
  for (const page of words.absent) words.put(page, store.parts.words.page(page));
  return read;
}

function pairOf(number: number): Int32Array {
  return Int32Array.of(number, ~number);
}

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const text = fc.string({ unit: 'binary', maxLength: 60 });
const versions = fc.uniqueArray(
  fc
    .record({
      id: fc.oneof(
        text,
        fc.stringMatching(/^[a-z]{1,8}:[0-9]{1,40}$/),
        fc.stringMatching(/^0{0,20}:0{0,20}(-0)?$/),
        fc.stringMatching(/^w:[0-9]{1,20}[-–]?[0-9]{0,18}$/),
      ),
      chat: text,
      sender: text,
      time: fc.oneof(
        fc.integer(),
        fc.double(),
        fc.integer({ min: 0, max: 2e9 }).map((s) => s * 1000),
      ),
      text,
      header: fc.option(text),
      prints: fc.uniqueArray(int32, { maxLength: 120 }),
      file: fc.option(fc.record({ name: text, size: fc.nat(), exact: fc.boolean() }), {
        nil: undefined,
      }),
      superseded: fc.boolean(),
    })
    .map((part) => version({ ...part, time: part.time + 0 })),
  { selector: ({ id }) => id, maxLength: 12 },
);

describe('the store of versions', () => {
  it('gives back what was put in, also from a snapshot', () => {
    fc.assert(
      fc.property(versions, (told) => {
        const store = new VersionStore();
        for (const [at, one] of told.entries()) store.add(one, pairOf(at));
        for (const kept of [store, again(store)]) {
          for (const [at, one] of told.entries()) {
            expect(plain(kept.byId(one.id))).toEqual(plain(one));
            expect(kept.withExact(pairOf(at)).map(({ id }) => id)).toEqual([one.id]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('holds texts of any length and more than a page of them', () => {
    const store = new VersionStore();
    const texts = [0, 1, 70_000, 8000, 600_000, 3].map((length, at) => String(at).repeat(length));
    for (const [at, words] of texts.entries())
      store.add(version({ id: `a:${at}`, text: words }), pairOf(at));
    const kept = again(store);
    kept.add(version({ id: 'a:99', text: 'later' }), pairOf(99));
    for (const [at, words] of texts.entries()) expect(kept.byId(`a:${at}`)?.text).toBe(words);
    expect(kept.byId('a:99')?.text).toBe('later');
    expect(store.byId('a:99')).toBeUndefined();
  });

  it('knows equal ones newest first, and none that was removed', () => {
    const store = new VersionStore();
    for (const id of ['a:1', 'a:2', 'a:3']) store.add(version({ id }), pairOf(5));
    const second = store.byId('a:2');
    if (second) store.remove(second);
    expect(store.withExact(pairOf(5)).map(({ id }) => id)).toEqual(['a:3', 'a:1']);
    expect([...store.all()].map(({ id }) => id)).toEqual(['a:1', 'a:3']);
    store.add(version({ id: 'a:2' }), pairOf(5));
    expect(store.withExact(pairOf(5)).map(({ id }) => id)).toEqual(['a:2', 'a:3', 'a:1']);
  });

  it('leaves no word of a removed version, and none in the snapshot it came from', () => {
    const store = new VersionStore();
    store.add(
      version({ text: '只此一句', file: { name: '表.xlsx', size: 1, exact: true } }),
      pairOf(1),
    );
    store.add(version({ id: 'wechat:2', text: '另外一句' }), pairOf(2));
    const units = (one: VersionStore) => {
      const snapshot = new SnapshotWriter();
      one.write(snapshot);
      return new TextDecoder('utf-16le').decode(snapshot.finish());
    };
    const shifted = (one: VersionStore) => {
      const snapshot = new SnapshotWriter();
      one.write(snapshot);
      return new TextDecoder('utf-16le').decode(snapshot.finish().slice(1));
    };
    expect(units(store) + shifted(store)).toContain('只此一句');
    const first = store.byId('wechat:1');
    if (first) store.remove(first);
    expect(units(store) + shifted(store)).not.toMatch(/只此一句|表\.xlsx/);
    expect(units(store) + shifted(store)).toContain('另外一句');
  });

  it('knows what a version changes, whether that is known or not', () => {
    const store = new VersionStore();
    store.add(version({ id: 'a:1' }), pairOf(1));
    store.add(version({ id: 'a:2', revises: 'a:1' }), pairOf(2));
    store.add(version({ id: 'a:3', revises: 'never seen' }), pairOf(3));
    const first = store.byId('a:1');
    expect([1, 2, 3].map((id) => store.byId(`a:${id}`)?.revises)).toEqual([null, 'a:1', '']);
    expect(first && store.isRevised(first)).toBe(true);
    if (first) store.remove(first);
    expect(store.byId('a:2')?.revises).toBe('');
  });
});
