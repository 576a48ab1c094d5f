import { describe, expect, it } from 'vitest';
import type { StreamEntry } from './edited/types.ts';
import { createRandom } from './planted/random.ts';
import { areTwoNotices, differences } from './second/apart.ts';
import { rewrite } from './second/copies.ts';
import { EDIT_NAMES } from './second/edits/apply.ts';
import { History } from './second/history.ts';
import { slotsOf, type Version } from './second/model.ts';
import { makeNotice, makeSibling } from './second/notices.ts';
import { secondStream } from './second/stream.ts';
import { TEMPLATES } from './second/templates/all.ts';
import { makeUpdate } from './second/updates.ts';
import { SYNONYM_GROUPS } from './second/words/synonym-groups.ts';

const random = createRandom(11);
const now = Date.UTC(2026, 2, 3, 2);

/** A history of notices that are all known. */
function fill(count: number): { history: History; notices: Version[] } {
  const history = new History();
  const notices = Array.from({ length: count }, (_, at) => {
    const notice = makeNotice({ random, history, now, id: `n${at}` });
    history.add(notice, now);
    return notice;
  });
  return { history, notices };
}

describe('the second stream', () => {
  const entries = secondStream(4, 4000);
  const share = (wanted: (entry: StreamEntry) => boolean) =>
    entries.filter(wanted).length / entries.length;

  it('is the same for the same seed and another for another', () => {
    expect(secondStream(4, 300)).toEqual(secondStream(4, 300));
    expect(secondStream(5, 300)).not.toEqual(secondStream(4, 300));
  });

  it('holds new notices, copies, updates and talk in their shares', () => {
    expect(share(({ truth }) => ['new', 'series'].includes(truth.relation))).toBeCloseTo(0.37, 1);
    expect(share(({ truth }) => ['copy', 'merged'].includes(truth.relation))).toBeCloseTo(0.4, 1);
    expect(share(({ truth }) => truth.relation === 'revision')).toBeCloseTo(0.12, 1);
    expect(share(({ truth }) => truth.relation === 'none')).toBeCloseTo(0.12, 1);
  });

  it('uses every edit', () => {
    const used = new Set(entries.flatMap(({ truth }) => truth.edits));
    expect([...used].sort()).toEqual([...EDIT_NAMES].sort());
  });

  it('is drawn from many templates and synonyms', () => {
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(45);
    expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length);
    expect(SYNONYM_GROUPS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(SYNONYM_GROUPS.flat()).size).toBe(SYNONYM_GROUPS.flat().length);
  });
});

describe('the truth of the second stream', () => {
  it('changes exactly one fact in an update', () => {
    const { history, notices } = fill(300);
    const updates = notices.map((base, at) => ({
      base,
      update: makeUpdate(base, { random, history, now, id: `u${at}` }),
    }));
    for (const { base, update } of updates) {
      if (!update) continue;
      expect(differences(slotsOf(base.parts), slotsOf(update.version.parts))).toHaveLength(1);
    }
    expect(updates.filter(({ update }) => update).length).toBeGreaterThan(250);
  });

  it('gives a sibling another matter and two other facts', () => {
    const { history, notices } = fill(200);
    for (const [at, elder] of notices.entries()) {
      const sibling = makeSibling(elder, { random, history, now, id: `s${at}` });
      if (!sibling) continue;
      expect(areTwoNotices(slotsOf(elder.parts), slotsOf(sibling.parts))).toBe(true);
    }
  });

  it('never cuts away what tells a version from the one before', () => {
    const { history, notices } = fill(200);
    for (const [at, base] of notices.entries()) {
      const update = makeUpdate(base, { random, history, now, id: `u${at}` });
      if (!update) continue;
      history.add(update.version, now);
      const { kept } = rewrite(update.version, ['truncation'], { random, history, now });
      const [changed] = differences(slotsOf(base.parts), slotsOf(update.version.parts));
      expect([...slotsOf(kept).keys()]).toContain(changed);
    }
  });
});
