import { describe, expect, it } from 'vitest';
import type { FactKind } from '../../lib/detect/types.ts';
import { CHANGE_WEIGHTS, changeOne, statedValues } from './edited/changes.ts';
import { COPY_EDITS } from './edited/edits.ts';
import { FRAMES } from './edited/frames/all.ts';
import { createNoticeSource, type Draft, factsOf, render } from './edited/notices.ts';
import { editedStream } from './edited/stream.ts';
import { truncate } from './edited/truncate.ts';
import type { EditName, Piece, StreamEntry } from './edited/types.ts';
import { createRandom } from './planted/random.ts';

const COUNT = 6000;
const TEN_DAYS_MS = 10 * 86_400_000;
const KINDS: FactKind[] = CHANGE_WEIGHTS.map(({ kind }) => kind);
const EDITS: EditName[] = [...COPY_EDITS, 'merged'];
const NOW = Date.UTC(2026, 9, 12, 2);

const stream = editedStream(11, COUNT);

function drafts(count: number): Draft[] {
  const source = createNoticeSource(createRandom(5), new Set());
  return Array.from({ length: count }, () => source.fresh(NOW));
}

function share(accept: (entry: StreamEntry) => boolean): number {
  return stream.filter(accept).length / stream.length;
}

/** Names of the slots in which two notices differ. */
function changedSlots(before: readonly Piece[], after: readonly Piece[]): string[] {
  const facts = factsOf(before);
  return [...factsOf(after).values()]
    .filter((fact) => facts.get(fact.slot)?.text !== fact.text)
    .map((fact) => fact.slot);
}

function wordsOf(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece) => typeof piece === 'string');
}

describe('a stream of edited notices', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(editedStream(11, 800)).toEqual(editedStream(11, 800));
    expect(editedStream(11, 800)).toEqual(stream.slice(0, 800));
    expect(editedStream(12, 800)).not.toEqual(stream.slice(0, 800));
  });

  it('has keys of its own for every message, in the order of time', () => {
    expect(new Set(stream.map(({ message }) => message.key)).size).toBe(COUNT);
    for (const [index, { message }] of stream.entries()) {
      expect(message.time).toBeGreaterThan(stream[index - 1]?.message.time ?? 0);
    }
  });

  it('stands in 30 to 60 chats', () => {
    const chats = new Set(stream.map(({ message }) => message.chat));
    expect(chats.size).toBeGreaterThanOrEqual(30);
    expect(chats.size).toBeLessThanOrEqual(60);
  });

  it.each<[string, number, string[]]>([
    ['new notices', 0.37, ['new', 'series']],
    ['siblings', 0.37 / 3, ['series']],
    ['copies', 0.4, ['copy', 'merged']],
    ['revisions', 0.12, ['revision']],
    ['chatter', 0.12, ['none']],
  ])('keeps the mix of %s', (_, wanted, relations) => {
    const found = share(({ truth }) => relations.includes(truth.relation));
    expect(Math.abs(found - wanted)).toBeLessThan(0.02);
  });

  it.each(EDITS)('holds copies with the edit %s', (edit) => {
    expect(share(({ truth }) => truth.edits.includes(edit))).toBeGreaterThan(0.005);
  });

  it.each(KINDS)('holds revisions that change the %s', (kind) => {
    expect(share(({ truth }) => truth.change === kind)).toBeGreaterThan(0.002);
  });
});

describe('the labels of the stream', () => {
  it('call a copy only what has been posted before, elsewhere, within ten days', () => {
    const first = new Map<string, StreamEntry>();
    for (const entry of stream) {
      const { relation, version } = entry.truth;
      const source = first.get(version);
      if (relation === 'copy') {
        expect(source).toBeDefined();
        expect(entry.message.chat).not.toBe(source?.message.chat);
        expect(entry.message.time - (source?.message.time ?? 0)).toBeLessThanOrEqual(TEN_DAYS_MS);
      } else if (relation !== 'none' && relation !== 'merged') {
        expect(source).toBeUndefined();
        first.set(version, entry);
      }
    }
  });

  it('give untouched copies the very words of their version, and no two versions the same', () => {
    const versionOf = new Map<string, string>();
    for (const { message, truth } of stream) {
      if (message.kind !== 'text' || truth.relation === 'none' || truth.edits.length > 0) continue;
      expect(versionOf.get(message.text) ?? truth.version).toBe(truth.version);
      versionOf.set(message.text, truth.version);
    }
  });

  it('keep chatter shorter than any notice', () => {
    const said = stream.filter(({ message }) => message.kind === 'text');
    for (const { message, truth } of said) {
      const isChatter = truth.relation === 'none';
      expect(message.text.length < 24).toBe(isChatter);
    }
  });
});

describe('the notices of the stream', () => {
  it('come from many frames and are of the length of notices', () => {
    expect(new Set(FRAMES.map(({ id }) => id)).size).toBe(FRAMES.length);
    expect(FRAMES.length).toBeGreaterThanOrEqual(45);
    for (const { pieces } of drafts(600)) {
      expect(render(pieces).length).toBeGreaterThanOrEqual(50);
      expect(render(pieces).length).toBeLessThanOrEqual(270);
      expect(render(pieces)).not.toMatch(/[{}<>|]/);
    }
  });

  it('differ in the event and in three facts more, siblings as well', () => {
    const source = createNoticeSource(createRandom(9), new Set());
    for (let round = 0; round < 300; round++) {
      const original = source.fresh(NOW);
      const sibling = source.sibling(original, NOW);
      expect(wordsOf(sibling.pieces)).toEqual(wordsOf(original.pieces));
      const changed = changedSlots(original.pieces, sibling.pieces);
      expect(changed).toContain('title');
      expect(changed.filter((slot) => slot !== 'file').length).toBeGreaterThanOrEqual(4);
    }
  });
});

describe('a change', () => {
  it.each(KINDS)('of the %s changes the text in that one fact', (kind) => {
    const random = createRandom(3);
    let made = 0;
    for (const { pieces } of drafts(400)) {
      const changed = changeOne(pieces, kind, statedValues(pieces), NOW, random);
      if (!changed) continue;
      made++;
      const slots = changedSlots(pieces, changed);
      expect(slots).toHaveLength(1);
      expect(factsOf(changed).get(slots[0] ?? '')?.kind).toBe(kind);
      expect(wordsOf(changed)).toEqual(wordsOf(pieces));
      expect(render(changed)).not.toBe(render(pieces));
    }
    expect(made).toBeGreaterThan(20);
  });
});

describe('a cut', () => {
  it('keeps 60 to 90 % of a notice and every fact whole', () => {
    const random = createRandom(4);
    for (const { pieces } of drafts(300)) {
      const kept = truncate(pieces, random);
      if (!kept) continue;
      const ratio = render(kept).length / render(pieces).length;
      expect(ratio).toBeGreaterThanOrEqual(0.6);
      expect(ratio).toBeLessThanOrEqual(0.9);
      expect(render(pieces).startsWith(render(kept))).toBe(true);
      for (const fact of factsOf(kept).values()) expect(pieces).toContain(fact);
    }
  });
});
