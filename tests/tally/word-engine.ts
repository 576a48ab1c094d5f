import type { DemandObject, WorkKind } from '../../lib/detect/demand-object';
import { hash53 } from '../../lib/detect/hash';
import type { DemandKind, JudgeOptions, Message, Verdict } from '../../lib/detect/types';
import type { Engine } from '../../lib/tally/engine';

/** What the toy engine remembers: texts by version id, oldest first. */
export type WordIndex = Map<string, string>;

/**
 * A judge for tests, so plain that every verdict can be told by hand. A text is words apart by spaces:
 * "reply" alone is a reply and no notice; "?kind" asks; "new:x" and every other text is a notice whose copies have the
 * same text; "fix:x" is a revision of the oldest living notice that has the word "x"; "loose" makes no notice of it;
 * "?form obj:x@may" asks for the form x of May; "short" has no evidence number.
 */
export const wordEngine: Engine<WordIndex> = {
  judge,
  settled: () => [],
  withAttachments: (verdict) => verdict,
  withLook: (_, message, verdict) =>
    message.image?.look ? { ...verdict, reason: message.image.look } : verdict,
  noteLook: () => null,
  keepLook() {},
  objectsOf: namedObjects,
  evidenceNumber: ({ text }) => (text.split(' ').includes('short') ? null : wordNumber(text)),
  createIndex: () => new Map(),
  remember(index, message, verdict) {
    if (verdict.notice !== message.key) return null;
    index.set(message.key, message.text);
    return { message, verdict };
  },
  forget(index, notice) {
    index.delete(notice);
  },
  expire() {},
  snapshotOf: (index) => [...index],
  restoreIndex(snapshot) {
    if (!Array.isArray(snapshot)) throw new TypeError('no snapshot of words');
    return new Map(snapshot as [string, string][]);
  },
  wordsFrom: () => [],
  lackedWords: () => [],
  wordsLackedBy: () => null,
  putWords() {},
  hash: hash53,
  contentKey: (message) => `content ${message.text}`,
};

function judge(index: WordIndex, message: Message, options: JudgeOptions): Verdict {
  const words = message.text.split(' ');
  const verdict = plainVerdict(message, words);
  if (words.includes('reply') || words.includes('loose')) return verdict;
  const taught = options.notCopies.has(`content ${message.text}`);
  const same = taught ? undefined : oldest(index, (text) => text === message.text);
  if (same) return { ...verdict, relation: 'copy', of: same, notice: same, action: 'fold' };
  const fixed = words.find((word) => word.startsWith('fix:'))?.slice('fix:'.length);
  const of = fixed && oldest(index, (text) => text.split(' ').includes(fixed));
  const version = { ...verdict, notice: message.key };
  if (!of) return { ...version, relation: 'new' };
  return { ...version, relation: 'revision', of, changed: [{ fact: 'time', from: '8', to: '9' }] };
}

/** Another one for each text of up to 32 letters. */
export function wordNumber(text: string): string {
  return Buffer.from(text).toString('hex').slice(0, 64).padEnd(64, '0');
}

function namedObjects(message: Message, demands: readonly DemandKind[]): DemandObject[] {
  const names = message.text.split(' ').filter((word) => word.startsWith('obj:'));
  return names.map((name) => {
    const [object = '', period = null] = name.slice('obj:'.length).split('@');
    const kind = demands[0] as WorkKind;
    return { kind, object, id: `id of ${kind} ${object}`, period };
  });
}

function oldest(index: WordIndex, matches: (text: string) => boolean): string | undefined {
  for (const [id, text] of index) if (matches(text)) return id;
  return undefined;
}

function plainVerdict(message: Message, words: string[]): Verdict {
  const demands = words.filter((word) => word.startsWith('?')).map((word) => word.slice(1));
  return {
    relation: 'none',
    of: null,
    notice: null,
    partial: false,
    similarity: 0,
    changed: [],
    demands: demands as DemandKind[],
    traceOnly: false,
    isReply: words.includes('reply'),
    guards: message.own ? ['own'] : [],
    deadline: null,
    action: 'show',
    reason: 'words',
    title: words[0] ?? '',
  };
}
