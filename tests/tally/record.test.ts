import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { Answer, NoticeState } from '../../lib/messages/protocol';
import { freshDb, message, NOON, recorderOn, report, reportOf, sumOf, sums } from './tally-bench';
import { wordEngine } from './word-engine';

function stateIn(answer: Answer, notice: string): NoticeState | undefined {
  return answer.notices.find((state) => state.notice === notice);
}

test('a message counts once, however often it is told', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const first = await recorder.report(reportOf(message('a', 'notice')));
  const again = await recorder.report(reportOf(message('a', 'notice'), message('a', 'notice')));
  expect(again.verdicts).toEqual(first.verdicts);
  expect(await sumOf(db)).toEqual({ messages: 1, notices: 1 });
});

test('the answer goes out only after the transaction is complete', async () => {
  const order: string[] = [];
  const recorder = await recorderOn(freshDb(), {
    engine: {
      ...wordEngine,
      judge(...told) {
        Dexie.currentTransaction.on('complete', () => order.push('complete'));
        return wordEngine.judge(...told);
      },
    },
  });
  await recorder.report(reportOf(message('a', 'notice')));
  order.push('answer');
  expect(order).toEqual(['complete', 'answer']);
});

test('reports sent at once are recorded one after the other', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const reports = ['a', 'b', 'c'].map((key, at) =>
    recorder.report(reportOf(message(key, 'same words', { chat: key, at }))),
  );
  const answers = await Promise.all(reports);
  expect(answers.map((answer) => answer.verdicts[0]?.verdict.relation)).toEqual([
    'new',
    'copy',
    'copy',
  ]);
});

test('an aborted transaction records nothing and rebuilds the index', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const broken = () => {
    throw new Error('write failed');
  };
  db.notices.hook('creating', broken);
  const both = reportOf(message('a', 'words'), message('b', 'words', { at: 1 }));
  await expect(recorder.report(both)).rejects.toThrow('write failed');
  expect(await db.messages.count()).toBe(0);
  expect(await sums(db)).toEqual({});
  db.notices.hook('creating').unsubscribe(broken);
  const answer = await recorder.report(reportOf(message('b', 'words', { at: 1 })));
  expect(answer.verdicts[0]?.verdict).toMatchObject({ relation: 'new', notice: 'b' });
});

test.each(['judge', 'remember', 'contentKey'] as const)(
  'a message on which the judge fails to %s is counted and shown, and holds up no other',
  async (part) => {
    const db = freshDb();
    const failures: unknown[] = [];
    const work = wordEngine[part] as (...told: unknown[]) => unknown;
    const recorder = await recorderOn(db, {
      onFailure: (error) => failures.push(error),
      engine: {
        ...wordEngine,
        [part](...told: unknown[]) {
          if (told.some((each) => (each as { key?: string }).key === 'bad')) throw new Error('no');
          return work(...told);
        },
      },
    });
    const told = reportOf(
      message('bad', 'else ?photo'),
      message('a', 'words'),
      message('b', 'words', { at: 1 }),
    );
    const answer = await recorder.report(told);
    expect(answer.verdicts.map(({ key, verdict }) => [key, verdict.relation])).toEqual([
      ['bad', 'none'],
      ['a', 'new'],
      ['b', 'copy'],
    ]);
    expect(answer.verdicts[0]?.verdict).toMatchObject({ action: 'show', reason: 'failed' });
    expect(failures).toHaveLength(1);
    expect((await recorder.report(told)).verdicts).toEqual(answer.verdicts);
    expect(await sumOf(db)).toEqual({ messages: 3, notices: 1, copies: 1, copyChars: 5 });
  },
);

test('a full disk rejects the report, and the same report goes in later', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const full = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  db.messages.hook('creating', full);
  await expect(recorder.report(reportOf(message('a', 'words')))).rejects.toThrow('no room');
  expect([await db.messages.count(), await db.indexLog.count()]).toEqual([0, 0]);
  db.messages.hook('creating').unsubscribe(full);
  await recorder.report(reportOf(message('a', 'words')));
  expect(await sumOf(db)).toEqual({ messages: 1, notices: 1 });
});

test('a known key with another hash is an edit: its old contribution goes, the new one counts', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'old words'), message('b', 'old words', { at: 1 })));
  expect(await sumOf(db)).toEqual({ messages: 2, notices: 1, copies: 1, copyChars: 8 });
  const answer = await recorder.report(reportOf(message('b', 'other', { at: 1 })));
  expect(answer.verdicts[0]).toMatchObject({ hash: 'hash other', verdict: { notice: 'b' } });
  expect(await sumOf(db)).toEqual({ messages: 2, notices: 2 });
});

test('an edit of the message that founded a version leaves the version to its copies', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words'), message('b', 'words', { at: 1 })));
  const answer = await recorder.report(reportOf(message('a', 'fix:words')));
  expect(answer.verdicts[0]?.verdict).toMatchObject({ relation: 'revision', of: 'a' });
  expect(stateIn(answer, 'a')).toMatchObject({
    copies: [{ key: 'b' }],
    supersededBy: { key: 'a', changed: [{ from: '8', to: '9' }] },
  });
  const late = await recorder.report(reportOf(message('c', 'words', { at: 2 })));
  expect(late.verdicts[0]?.verdict).toMatchObject({ relation: 'copy', notice: 'a' });
});

test('an edit drops the claim, so that copies pointing to it open', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words'), message('b', 'words', { at: 1 })));
  const claimed = await recorder.report(report({ claims: [{ key: 'a', hash: 'hash words' }] }));
  expect(stateIn(claimed, 'a')?.claims).toMatchObject([{ key: 'a', hash: 'hash words' }]);
  const edited = await recorder.report(reportOf(message('a', 'other words')));
  expect(stateIn(edited, 'a')?.claims).toEqual([]);
});

test('a reading of the page replaces one of the feed, never the other way', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const feed = message('a', 'told by feed', { via: 'feed', at: 5 });
  await recorder.report(reportOf(feed));
  const page = await recorder.report(reportOf(message('a', 'shown by page', { at: 9 })));
  expect(page.verdicts[0]?.hash).toBe('hash shown by page');
  const late = await recorder.report(reportOf(feed));
  expect(late.verdicts).toEqual(page.verdicts);
  expect(await db.messages.get('a')).toMatchObject({ via: 'page', time: feed.time });
  expect(await sumOf(db)).toEqual({ messages: 1, notices: 1 });
});

test('the same reading of the page makes a feed reading a page reading', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words', { via: 'feed' })));
  await recorder.report(reportOf(message('a', 'words')));
  const answer = await recorder.report(reportOf(message('a', 'lie', { via: 'feed' })));
  expect(answer.verdicts[0]?.hash).toBe('hash words');
});

test('a sender who becomes known is filled in without counting', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words', { sender: '' })));
  const answer = await recorder.report(reportOf(message('a', 'words', { sender: 'Wang' })));
  expect(stateIn(answer, 'a')?.copies).toMatchObject([{ sender: 'Wang' }]);
  expect(await db.messages.get('a')).toMatchObject({ sender: 'Wang' });
  expect(await sumOf(db)).toEqual({ messages: 1, notices: 1 });
});

test('a sender on the never-fold list who becomes known late is not folded', async () => {
  const db = freshDb();
  const neverFold = { chats: [], senders: ['Boss'], keywords: [] };
  const recorder = await recorderOn(db, { settings: { ...DEFAULT_SETTINGS, neverFold } });
  const copy = { at: 1, sender: '' };
  const folded = await recorder.report(
    reportOf(message('a', 'words'), message('b', 'words', copy)),
  );
  expect(folded.verdicts[1]?.verdict.action).toBe('fold');
  const named = await recorder.report(reportOf(message('b', 'words', { at: 1, sender: 'Boss' })));
  expect(named.verdicts[0]?.verdict).toMatchObject({ action: 'mark', guards: ['never-fold'] });
  expect(named.verdicts[0]?.rev).toBeGreaterThan(folded.verdicts[1]?.rev ?? 0);
});

test('two tabs that claim at once both stay open', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words'), message('b', 'words', { at: 1 })));
  const [, second] = await Promise.all(
    ['a', 'b'].map((key) => recorder.report(report({ claims: [{ key, hash: 'hash words' }] }))),
  );
  expect(second && stateIn(second, 'a')?.claims.map(({ key }) => key)).toEqual(['a', 'b']);
});

test('a claim of content that has changed is ignored', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words')));
  const answer = await recorder.report(report({ claims: [{ key: 'a', hash: 'hash older' }] }));
  expect(stateIn(answer, 'a')).toMatchObject({ claims: [], rev: 1 });
});

test('a recalled message stays counted, and never holds a claim', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words'), message('b', 'words', { at: 1 })));
  await recorder.report(report({ claims: [{ key: 'a', hash: 'hash words' }] }));
  const before = await sums(db);
  const recalled = await recorder.report(report({ recalls: ['a'] }));
  expect(stateIn(recalled, 'a')).toMatchObject({ claims: [], copies: [{ key: 'b' }], chats: 1 });
  const claims = [{ key: 'a', hash: 'hash words' }];
  const again = await recorder.report({ ...reportOf(message('a', 'words')), claims });
  expect(stateIn(again, 'a')?.claims).toEqual([]);
  expect(await sums(db)).toEqual(before);
  expect(await db.messages.get('a')).toMatchObject({ recalled: true });
});

test('a revision supersedes the version that it changes; the newest wins; a recalled one no longer does', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words')));
  const one = await recorder.report(reportOf(message('b', 'fix:words second', { at: 2 })));
  expect(stateIn(one, 'a')?.supersededBy).toMatchObject({ key: 'b', notice: 'b' });
  const late = await recorder.report(reportOf(message('c', 'fix:words first', { at: 1 })));
  expect(stateIn(late, 'a')?.supersededBy).toMatchObject({ key: 'b' });
  const recalled = await recorder.report(report({ recalls: ['b'] }));
  expect(stateIn(recalled, 'a')?.supersededBy).toMatchObject({ key: 'c' });
});

test('every changed state has a higher revision number, also after a restart', async () => {
  const db = freshDb();
  const first = await (await recorderOn(db)).report(reportOf(message('a', 'words')));
  const recorder = await recorderOn(db);
  const second = await recorder.report(reportOf(message('b', 'words', { at: 1 })));
  expect(stateIn(second, 'a')?.rev).toBeGreaterThan(stateIn(first, 'a')?.rev ?? 0);
  const third = await recorder.report(reportOf(message('b', 'words', { at: 1 })));
  expect(stateIn(third, 'a')).toEqual(stateIn(second, 'a'));
});

test('a message counts as folded once, on the day of the fold', async () => {
  const db = freshDb();
  let now = NOON;
  const recorder = await recorderOn(db, { now: () => now });
  await recorder.report(reportOf(message('a', 'words')));
  now += 24 * 60 * 60 * 1000;
  await recorder.report(report({ folded: ['a'] }));
  now += 24 * 60 * 60 * 1000;
  await recorder.report(report({ folded: ['a', 'a', 'unknown'] }));
  expect(await sumOf(db, 'one', '2026-10-16')).toEqual({ folded: 1, foldedChars: 5 });
  expect(await sumOf(db, 'one', '2026-10-17')).toEqual({});
});

test('others are told of the notices that a report changed, not of its verdicts', async () => {
  const db = freshDb();
  const told: [Answer, number | undefined][] = [];
  const recorder = await recorderOn(db, { onChange: (changed, tab) => told.push([changed, tab]) });
  await recorder.report(reportOf(message('a', 'words')), 7);
  await recorder.report(reportOf(message('a', 'words')), 8);
  await recorder.report(reportOf(message('r', 'reply', { at: 1 })), 9);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject([{ verdicts: [], notices: [{ notice: 'a' }] }, 7]);
});

test('a report sent again to a new worker tells the others what the old one may not have', async () => {
  const db = freshDb();
  const claim = report({ claims: [{ key: 'a', hash: 'hash words' }] });
  const old = await recorderOn(db);
  await old.report(reportOf(message('a', 'words')));
  await old.report(claim);
  const told: Answer[] = [];
  const recorder = await recorderOn(db, { onChange: (changed) => told.push(changed) });
  await recorder.report(claim, 7);
  expect(told).toMatchObject([
    { verdicts: [], notices: [{ notice: 'a', claims: [{ key: 'a' }] }] },
  ]);
});

test('a page that tells again what is long known tells the others nothing', async () => {
  const db = freshDb();
  const old = await recorderOn(db);
  await old.report(reportOf(message('a', 'words')));
  for (let at = 1; at <= 60; at++) await old.report(reportOf(message(`k${at}`, `text ${at}`)));
  const told: Answer[] = [];
  const recorder = await recorderOn(db, { onChange: (changed) => told.push(changed) });
  await recorder.report(reportOf(message('a', 'words')), 7);
  expect(told).toEqual([]);
});

test('a tick is kept and told', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words ?photo')));
  const ticked = await recorder.setDone({ key: 'a', done: true });
  expect(ticked.verdicts).toMatchObject([{ key: 'a', done: true, rev: 2 }]);
  const unknown = await recorder.setDone({ key: 'nobody', done: true });
  expect(unknown).toEqual({ verdicts: [], notices: [] });
});

test('a burst of copies of as many stored notices goes in at once', async () => {
  const db = freshDb();
  const texts = Array.from({ length: 400 }, (_, at) => `text ${at}`);
  const first = texts.map((text, at) => message(`a${at}`, text));
  await (await recorderOn(db)).report(reportOf(...first));
  const copies = texts.map((text, at) => message(`b${at}`, text, { at: 1, chat: 'two' }));
  const answer = await (await recorderOn(db)).report(reportOf(...copies));
  expect(answer.verdicts.every(({ verdict }) => verdict.relation === 'copy')).toBe(true);
  expect(await sumOf(db, 'two')).toMatchObject({ messages: 400, copies: 400 });
});
