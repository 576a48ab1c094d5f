import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, expect } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { backupJson } from '../../lib/export/json';
import { BackupError, parseBackup } from '../../lib/import/backup';
import { textOfFile } from '../../lib/import/file-text';
import { ledgerOf } from '../../lib/import/ledger';
import { merge, mergedOf } from '../../lib/import/merge';
import { PackError, readPack, withPack } from '../../lib/import/pack';
import { parseTally } from '../../lib/import/tally';
import { TallyError } from '../../lib/import/tally-error';
import { checksumOf } from '../../lib/safety/checksum';
import { packed } from '../../lib/safety/gzip';
import {
  aggregatesIn,
  type SnapshotFile,
  SnapshotUnreadable,
} from '../../lib/safety/snapshot-file';
import { packDays } from '../../lib/safety/snapshot-rows';
import { readDefinition } from '../../lib/sites/picked-check';
import { readBackup } from '../../lib/tally/backup';
import type { TallyDb } from '../../lib/tally/db';
import { JSON_TEXT, TALLY } from '../import/changed-tally';
import { GOOD_DEFINITION } from '../sites/picked-sample';
import { importHistory, told } from '../tally/history-bench';
import { MemorySnapshots } from '../tally/memory-snapshots';
import { freshDb, message, NOON, recorderOn, report, reportOf } from '../tally/tally-bench';
import { type Damage, damaged, damages, inBounds } from './damaged-files';
import { fuzzTest } from './fuzz-test';
import { type Edit, edited, edits } from './hostile-values';

type Harm = { edits: Edit[]; damages: Damage[] };

/** A file of JSON of which first what it says is changed, then its bytes; or anything in its place. */
const harm: fc.Arbitrary<Harm> = fc.record({ edits, damages });
const noise = fc.uint8Array({ maxLength: 300 });
const files = fc.oneof({ weight: 9, arbitrary: harm }, { weight: 1, arbitrary: noise });

/** As the browser's `File.text()` reads it. */
const READ = new TextDecoder();

function bytesOf(valid: string, how: Harm | Uint8Array): Uint8Array<ArrayBuffer> {
  if (how instanceof Uint8Array) return Uint8Array.from(how);
  const changed =
    how.edits.length === 0 ? valid : jsonOf(edited(JSON.parse(valid), how.edits, true));
  return damaged(Buffer.from(changed), how.damages);
}

/** What is too deep to be written is written empty: depth comes in by the bytes. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return '{}';
  }
}

/** What the function returns; null when it throws the one error that screens have words for. */
function orRefusal<T>(act: () => T, kind: new (...words: never[]) => Error): T | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof kind) return null;
    throw error;
  }
}

async function usedTally() {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const two = { chat: 'two', at: 1 };
  await recorder.report(
    reportOf(
      message('a', 'words ?photo'),
      message('b', 'words ?photo', two),
      message('d', 'reply'),
    ),
  );
  await recorder.report(reportOf(message('c', 'fix:words', { at: 2 })));
  const claims = [{ key: 'a', hash: 'hash words ?photo' }];
  await recorder.report(report({ claims, folded: ['b'], recalls: ['d'] }));
  await recorder.teach({ key: 'c', lesson: 'always-fold' });
  const from = { chat: 'three', at: -3 * 24 * 60 };
  await importHistory(recorder, [told('old ?form', from), told('reply', from)]);
  await recorder.setGroups([
    {
      ...{ site: 'wechat', chat: 'one', purpose: 'p', owner: 'o', unit: 'u', note: 'n' },
      disposal: 'merge',
    },
  ]);
  return { db, recorder };
}

let backup = '';
beforeAll(async () => {
  backup = backupJson(await readBackup((await usedTally()).db), NOON);
});

fuzzTest<Harm | Uint8Array>('import: backups', {
  runs: 120,
  input: files,
  async check(how) {
    const text = READ.decode(bytesOf(backup, how));
    const read = await inBounds(() => orRefusal(() => parseBackup(text), BackupError));
    if (!read) return;
    for (const here of [await usedTally(), await emptyTally()]) {
      const before = backupJson(await readBackup(here.db), NOON);
      const failure = await here.recorder.importBackup(read).then(
        () => null,
        (error: unknown) => error as { code?: string },
      );
      const after = backupJson(await readBackup(here.db), NOON);
      // Nothing changed, or all of it is there and is sound.
      if (failure) expect([failure.code, after]).toEqual(['closed-days', before]);
      parseBackup(after);
      await here.db.delete();
    }
  },
});

async function emptyTally() {
  const db = freshDb();
  return { db, recorder: await recorderOn(db) };
}

fuzzTest<Harm | Uint8Array>('import: tallies', {
  runs: 200,
  input: files,
  check: (how) =>
    inBounds(() => {
      const bytes = bytesOf(JSON_TEXT, how);
      const read = orRefusal(() => parseTally(textOfFile(bytes)), TallyError);
      if (!read) return;
      const merged = merge(mergedOf(TALLY), mergedOf(read));
      const { totals, contributors } = ledgerOf(merged);
      expect(contributors).toBeLessThanOrEqual(2);
      for (const sum of Object.values(totals)) {
        if (typeof sum === 'number') expect(sum).toBeGreaterThanOrEqual(0);
      }
    }),
});

const PACK = JSON.stringify({
  ...{ format: 'fingerlight-words', version: 1, name: '街道办常用' },
  ...{ keywords: ['防汛', '抗旱'], senders: ['王主任'] },
});

fuzzTest<Harm | Uint8Array>('import: word packs', {
  runs: 300,
  input: files,
  kept: [
    // A version that cannot be made into words threw what the screen has no words for.
    { edits: [], damages: [{ do: 'number', at: 0, as: '{"toString":1}' }] },
    { edits: [], damages: [{ do: 'nest', at: 1, depth: 100_000, isInPlace: true }] },
  ],
  check: (how) =>
    inBounds(() => {
      const text = READ.decode(bytesOf(PACK, how));
      const pack = orRefusal(() => readPack(text), PackError);
      if (!pack) return;
      // It makes the page fold less, and nothing else.
      const change = withPack(pack, DEFAULT_SETTINGS);
      expect(Object.keys(change).sort()).toEqual(['neverFold', 'packs']);
    }),
});

fuzzTest<Harm | Uint8Array>('import: picked sites', {
  runs: 300,
  input: files,
  check: (how) =>
    inBounds(() => {
      const read = readDefinition(READ.decode(bytesOf(JSON.stringify(GOOD_DEFINITION), how)));
      if (!read.ok) {
        expect(read.why).toMatch(/^[a-z-]+$/);
        return;
      }
      // What was taken is taken again as it is: nothing odd was let in.
      expect(readDefinition(JSON.stringify(read.definition))).toEqual(read);
    }),
});

/** Snapshots are files of the extension's own storage: what is in them is checked as if anybody had written it. */
fuzzTest<Harm | Uint8Array>('import: second copies of the sums', {
  runs: 100,
  input: files,
  async check(how) {
    const json = await snapshot;
    const bytes = bytesOf(json, how);
    await inBounds(async () => {
      const data = await packed(READ.decode(bytes));
      const isPacked = !(how instanceof Uint8Array) && how.damages.length % 2 === 0;
      const file = await signedFile(isPacked ? data : Buffer.from(bytes).toString('base64'));
      const read = await aggregatesIn(file).catch((error: unknown) => {
        expect(error).toBeInstanceOf(SnapshotUnreadable);
        return null;
      });
      if (!read) return;
      const db = freshDb();
      const snapshots = new MemorySnapshots();
      snapshots.file = file;
      const recorder = await recorderOn(db, { snapshots });
      await recorder.restore();
      parseBackup(backupJson(await readBackup(db), NOON));
      await db.delete();
    });
  },
});

async function signedFile(data: string): Promise<SnapshotFile> {
  const head = { format: 'fingerlight-snapshot', version: 1, serial: 1, taken: NOON } as const;
  const file = { ...head, encoding: 'gzip' as const, data };
  return { ...file, checksum: await checksumOf(Object.values(file).join('\n')) };
}

const snapshot = (async () => {
  const { db } = await usedTally();
  const { rev, days, groups, exceptions } = await aggregates(db);
  return JSON.stringify({ rev, days: packDays(days), groups, exceptions, privateChats: [] });
})();

async function aggregates(db: TallyDb) {
  const [days, groups, exceptions] = await Promise.all([
    db.days.toArray(),
    db.groups.toArray(),
    db.exceptions.toArray(),
  ]);
  return { rev: 7, days, groups, exceptions };
}
