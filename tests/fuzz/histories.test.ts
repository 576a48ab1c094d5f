import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, expect, vi } from 'vitest';
import { engine } from '../../lib/background/engine';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import { HistoryError, type Source } from '../../lib/import/histories/history';
import { ordered, piecesOf } from '../../lib/import/histories/pieces';
import { type Corrections, readFiles } from '../../lib/import/histories/read-files';
import { readPiece } from '../../lib/import/histories/read-piece';
import type { HistoryCounts } from '../../lib/messages/protocol';
import { readBackup } from '../../lib/tally/backup';
import { openRecorder } from '../../lib/tally/record';
import { freshDb } from '../tally/tally-bench';
import { type Damage, damaged, damages, inBounds } from './damaged-files';
import { fuzzTest } from './fuzz-test';

const FOLDER = 'tests/fixtures/histories';
/** After every message of the fixtures. */
const LATER = new Date(2026, 11, 31).getTime();
const NAMES = readdirSync(FOLDER).sort();
const FORMATS = ['whatsapp', 'qq-text', 'qq-mht', 'csv', 'memotrace', 'telegram', 'slack'] as const;

type Case = { name: string; damages: Damage[]; as: (typeof FORMATS)[number] | null };

const cases: fc.Arbitrary<Case> = fc.record({
  name: fc.constantFrom(...NAMES),
  damages,
  as: fc.option(fc.constantFrom(...FORMATS), { freq: 4 }),
});

const errors = vi.spyOn(console, 'error');
beforeEach(() => errors.mockClear());

function sourceOf({ name, damages: list }: Case): Source {
  const blob = new Blob([damaged(readFileSync(`${FOLDER}/${name}`), list)]);
  return { name, path: name, blob };
}

fuzzTest<Case[]>('import: histories', {
  runs: 150,
  input: fc.array(cases, { minLength: 1, maxLength: 2 }),
  async check(list) {
    errors.mockClear();
    const sources = list.map(sourceOf);
    const formats = new Map(list.flatMap(({ name, as }) => (as ? [[name, as] as const] : [])));
    const corrections: Corrections = { formats };
    const read = await inBounds(() => readFiles(sources, {}, corrections));
    // What no reader expected is told here.
    expect(errors.mock.calls).toEqual([]);
    if (!read) throw new Error('stopped');
    const { history, broken } = read;
    for (const { error } of broken) expect(error).toBeInstanceOf(HistoryError);
    expect(history.files.reduce((sum, file) => sum + file.messages, 0)).toBe(
      history.messages.length,
    );
    const sites = history.chats.map(({ site }) => site);
    const names = history.chats.map(({ name }, at) => name ?? `群${at}`);
    const choices = { names, sites, ownNames: ['林小满'] };
    const messages = ordered(history, choices, LATER);
    if (messages.length === 0) return;
    await inBounds(() => expectCountedOnce(history, messages, choices));
    // Nor did the judge fail.
    expect(errors.mock.calls).toEqual([]);
  },
});

/** Every message that was read is taken by the background, and none of them a second time. */
async function expectCountedOnce(
  history: Parameters<typeof piecesOf>[0],
  messages: ReturnType<typeof ordered>,
  choices: Parameters<typeof piecesOf>[2],
): Promise<void> {
  const db = freshDb();
  const recorder = await openRecorder({
    ...{ db, engine, version: '1.0.0', settings: DEFAULT_SETTINGS, now: () => LATER },
    onFailure: (error) => errors.mock.calls.push([error]),
  });
  for (const time of ['first', 'second'] as const) {
    const sum: HistoryCounts = { added: 0, known: 0, onPage: 0, closed: 0 };
    const clock = { dayStartHour: 4, now: LATER };
    for (const piece of piecesOf(history, messages, choices, clock)) {
      const checked = readPiece(JSON.parse(JSON.stringify({ transfer: time, ...piece })));
      const counts = await recorder.importHistory(checked);
      for (const name of Object.keys(sum) as (keyof HistoryCounts)[]) sum[name] += counts[name];
    }
    expect(sum.added + sum.known).toBe(messages.length);
    if (time === 'second') expect(sum.added).toBe(0);
  }
  parseBackup(backupJson(await readBackup(db), LATER));
  await db.delete();
}
