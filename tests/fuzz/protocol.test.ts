import 'fake-indexeddb/auto';
import util from 'node:util';
import fc from 'fast-check';
import { beforeAll, expect, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { db } from '../../lib/background/tally';
import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import { isResult } from '../../lib/messages/wire';
import { saveSettings } from '../../lib/settings';
import { readBackup } from '../../lib/tally/backup';
import { type Listener, prepareBrowser, wake } from '../background/woken';
import { told } from '../tally/history-bench';
import { message, NOON, reportOf } from '../tally/tally-bench';
import { fuzzTest } from './fuzz-test';
import { type Edit, edited, edits, type Hostile, hostile, made } from './hostile-values';

type Sender = 'chat' | 'page' | 'stranger' | 'lookalike' | 'nobody';
type Call = {
  name: string;
  sender: Sender;
  /** A place in `VALID`, or a request of anything. */
  request: { valid: number; edits: Edit[] } | Hostile;
  /** Anything in place of the whole message. */
  whole?: Hostile;
  envelope: Edit[];
};

const NOTICE = '请各社区于10月20日17:00前报送消防安全隐患排查统计表，逾期不候，收到请回复。';
const HISTORY = [told(NOTICE, { at: 3 }), told('收到', { at: 4 })].map(
  ({ site: _s, chat: _c, sender: _p, ...rest }) => ({ ...rest, inChat: 0, by: 0 }),
);

/** One request of each kind that is answered, by the name of its call. */
const VALID: readonly [string, unknown][] = [
  [
    'report',
    {
      ...reportOf(message('wechat:1', NOTICE), message('wechat:2', NOTICE, { chat: 'two', at: 1 })),
      claims: [{ key: 'wechat:1', hash: `hash ${NOTICE}` }],
      recalls: ['wechat:2'],
      folded: ['wechat:2'],
    },
  ],
  [
    'report',
    reportOf(message('wechat:3', '收到', { at: 2, link: { url: 'https://a/', title: 't' } })),
  ],
  [
    'report',
    reportOf(
      message('wechat:4', '', {
        ...{ kind: 'file', file: { name: 'a.xlsx', size: 9, exact: true } },
        image: { look: '00ff3c18e7c3811c 200x150' },
      }),
    ),
  ],
  ['setDone', { key: 'wechat:1', done: true }],
  ['teach', { key: 'wechat:1', lesson: 'not-copy' }],
  ['teach', { key: 'wechat:1', lesson: 'forget' }],
  ['lost', { isLost: true }],
  ['importBackup', { transfer: 'x', at: 0, isLast: true, text: '{"format":"fingerlight-backup"}' }],
  [
    'importHistory',
    {
      ...{ transfer: 'h', at: 0, isLast: true },
      chats: [{ site: 'wechat', chat: 'one', isPrivate: false }],
      ...{ senders: ['Li'], messages: HISTORY },
    },
  ],
  ['erase', { what: 'chat', site: 'wechat', chat: 'two' }],
  ['erase', { what: 'days', from: '2026-10-01', to: '2026-10-31' }],
  ['erase', { what: 'everything' }],
  [
    'setGroups',
    [
      {
        ...{ site: 'wechat', chat: 'one', purpose: 'p', owner: 'o', unit: 'u', note: 'n' },
        disposal: 'keep',
      },
    ],
  ],
  ['lookAfter', null],
  ['restore', null],
  ['rebuild', null],
];

const PAGE_ONLY = new Set(VALID.map(([name]) => name));
for (const name of ['report', 'setDone', 'teach', 'lost']) PAGE_ONLY.delete(name);

const senderKind = fc.constantFrom<Sender>(
  'chat',
  'chat',
  'page',
  'stranger',
  'lookalike',
  'nobody',
);
const call: fc.Arbitrary<Call> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        valid: fc.nat(VALID.length - 1),
        edits,
        sender: senderKind,
        envelope: fc.constant<Edit[]>([]),
      })
      .map(({ valid, edits: changes, ...rest }) => ({
        ...rest,
        name: VALID[valid]?.[0] ?? '',
        request: { valid, edits: changes },
      })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      name: fc.constantFrom(
        ...VALID.map(([name]) => name),
        '__proto__',
        'constructor',
        'toString',
        '',
      ),
      sender: senderKind,
      request: hostile,
      envelope: edits,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      name: fc.constant(''),
      sender: senderKind,
      request: hostile,
      whole: hostile,
      envelope: edits,
    }),
  },
);

function messageOf({ name, request, whole, envelope }: Call): unknown {
  if (whole) return made(whole);
  const value =
    'valid' in request ? edited(VALID[request.valid]?.[1], request.edits) : made(request);
  const changed = edited({ fingerlight: 'background', name }, envelope);
  if (typeof changed !== 'object' || changed === null || util.types.isProxy(changed))
    return changed;
  // Last, for what is odd cannot be copied.
  return Reflect.defineProperty(changed as object, 'request', { value }) ? changed : null;
}

function senderOf(kind: Sender): unknown {
  const own = browser.runtime.getURL('/');
  const tab = { id: 1 };
  if (kind === 'page') return { id: browser.runtime.id, url: `${own}options.html` };
  if (kind === 'stranger') return { id: 'another-extension', url: `${own}options.html`, tab };
  // An address that begins as ours does, but is a web page's.
  if (kind === 'lookalike') {
    const url = `https://chat.example/${own}options.html`;
    return { id: browser.runtime.id, url: url.replace('https', 'http'), tab };
  }
  if (kind === 'nobody') return { id: browser.runtime.id, tab };
  return { id: browser.runtime.id, url: 'https://wx.qq.com/', tab };
}

/** What is answered; "unclaimed" where the message is left to others. Fails when it is answered twice. */
async function answerTo(listener: Listener, sent: unknown, sender: unknown): Promise<unknown> {
  const answers: unknown[] = [];
  const isTaken = await new Promise<unknown>((resolve) => {
    const claimed = listener(sent, sender, (answer) => {
      answers.push(answer);
      resolve(claimed);
    });
    if (claimed !== true) resolve(claimed);
  });
  if (isTaken !== true) {
    expect(isTaken).toBeUndefined();
    expect(answers).toEqual([]);
    return 'unclaimed';
  }
  expect(answers).toHaveLength(1);
  return answers[0];
}

function expectResult(
  answer: unknown,
): asserts answer is { ok: boolean; error?: { kind: string } } {
  expect(isResult(answer)).toBe(true);
  const result = answer as { ok: boolean; value?: unknown; error?: Record<string, unknown> };
  if (result.ok) {
    expect(Object.keys(result).sort()).toEqual(['ok', 'value']);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    return;
  }
  const { kind, message: words, code } = result.error ?? {};
  expect(['refused', 'failed']).toContain(kind);
  expect(typeof words).toBe('string');
  expect(['string', 'undefined']).toContain(typeof code);
}

let listener: Listener;
const errors = vi.spyOn(console, 'error');
const stray: unknown[] = [];

beforeAll(async () => {
  prepareBrowser();
  await saveSettings({ welcomed: true });
  listener = wake();
  process.on('unhandledRejection', (error) => stray.push(error));
  vi.spyOn(Date, 'now').mockReturnValue(NOON);
});

const kept = async () => JSON.stringify(await readBackup(db));

fuzzTest<Call[]>('protocol: calls to the background', {
  runs: 300,
  kept: [
    // Threw out of the listener: nothing of such a value can be read.
    [{ name: '', sender: 'chat', request: { is: 'proto' }, whole: { is: 'proxy' }, envelope: [] }],
    // Kept a chat whose name is no text: no backup could be written any more.
    [
      {
        ...{ name: 'setGroups', sender: 'page', envelope: [] },
        request: { valid: 12, edits: [{ at: 3, do: 'set', name: 'x', to: { is: 'loop' } }] },
      },
      { name: 'lost', sender: 'chat', request: { valid: 6, edits: [] }, envelope: [] },
    ],
  ],
  input: fc.array(call, { minLength: 1, maxLength: 6 }),
  async check(calls) {
    errors.mockClear();
    for (const each of calls) {
      const before = await kept();
      const answer = await answerTo(listener, messageOf(each), senderOf(each.sender));
      const isOurs = each.sender !== 'stranger';
      if (answer === 'unclaimed') {
        expect(await kept()).toBe(before);
        continue;
      }
      expectResult(answer);
      if (!isOurs) expect(answer.error?.kind).toBe('refused');
      if (PAGE_ONLY.has(each.name) && each.sender !== 'page' && each.envelope.length === 0) {
        expect(answer.error?.kind).toBe('refused');
      }
      if (!answer.ok) expect(await kept()).toBe(before);
    }
    // Whatever was told, what is kept of it can be restored.
    parseBackup(backupJson(await readBackup(db), NOON));
    expect(errors.mock.calls).toEqual([]);
    expect(stray.splice(0)).toEqual([]);
    const page = senderOf('page');
    const request = { what: 'everything' };
    await answerTo(listener, { fingerlight: 'background', name: 'erase', request }, page);
  },
});
