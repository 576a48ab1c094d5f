import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, '../../scripts/judge.ts');
const folder = mkdtempSync(join(tmpdir(), 'fingerlight-judge-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NOTICE =
  '请各村于11月5日17:00前将冬季取暖安全排查表报送镇农业办，逾期未报的将电话催报，请提前安排好人员。';

type Line = Record<string, unknown>;

function judged(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    input,
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter(Boolean);
  return { status, stderr, lines: lines.map((line) => JSON.parse(line) as Line) };
}

function message(id: string, chat: string, text: string, more: Line = {}): string {
  return JSON.stringify({ id, chat, time: '2026-11-03T09:02:00+08:00', text, ...more });
}

describe('the judge as a command', () => {
  test('answers every line in order, by the ids that it was given', () => {
    const later = NOTICE.replace('11月5日', '11月7日');
    const input = [
      message('a', '甲群', NOTICE),
      message('b', '乙群', `【转发】${NOTICE}收到请回复`),
      message('c', '乙群', later),
      message('d', '乙群', '收到'),
    ];
    const { status, stderr, lines } = judged(input.join('\n'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(lines.map(({ id, relation, of }) => [id, relation, of])).toEqual([
      ['a', 'new', null],
      ['b', 'copy', 'a'],
      ['c', 'revision', 'a'],
      ['d', 'none', null],
    ]);
    expect(lines[1]).toMatchObject({ action: 'fold', demands: ['reply', 'form'] });
    expect(lines[2]).toMatchObject({
      changed: [{ fact: 'date', from: '11月5日', to: '11月7日' }],
      deadline: '2026-11-07T17:00:00+08:00',
    });
    expect(lines[3]).toMatchObject({ isReply: true, action: 'fold' });
  });

  test('takes exported chats, in order of time, and says which file is none', () => {
    const file = (name: string) => join(import.meta.dirname, '../fixtures/histories', name);
    const { status, stderr, lines } = judged(
      '',
      ...['--history', file('weflow.json'), '--history', file('chatlog.csv')],
      ...['--history', file('slack.zip'), '--history', SCRIPT],
    );
    expect(status).toBe(1);
    expect(stderr).toContain('judge.ts: unknown');
    expect(lines.map(({ id }) => id)).toEqual([
      ...['weflow.json:1', 'chatlog.csv:1', '2026-11-05.json:1', 'weflow.json:2', 'chatlog.csv:2'],
      ...['weflow.json:3', '2026-11-05.json:2', '2026-11-05.json:3'],
    ]);
    expect(lines[0]).toMatchObject({ action: 'mark', deadline: '2026-11-08T17:00:00+08:00' });
    expect(lines[5]).toMatchObject({ isReply: true, guards: ['own'] });
  });

  test('knows a picture by its key; one that only looks the same is called similar', () => {
    const look = '00ff3c18e7c3811c 200x150';
    const picture = (id: string, image: Line) => message(id, `${id}群`, '', { image });
    const { lines } = judged(
      [picture('a', { key: 'k', look }), picture('b', { key: 'k' }), picture('c', { look })].join(
        '\n',
      ),
    );
    expect(lines.map(({ relation, of, action }) => [relation, of, action])).toEqual([
      ['new', null, 'show'],
      ['copy', 'a', 'fold'],
      ['none', null, 'show'],
    ]);
    expect(lines[2]).toMatchObject({ reason: 'similar-picture' });
  });

  test('names a bad line, leaves a note in its place and judges the rest', () => {
    const input = `${message('a', '甲群', NOTICE)}\r\nno json\n{"id":"b"}\n${message('c', '乙群', NOTICE)}\n`;
    const { status, stderr, lines } = judged(input);
    expect(status).toBe(1);
    expect(stderr).toMatch(/line 2: not JSON.*\nline 3: "chat" must be a string/);
    expect(lines.map(({ line, id }) => line ?? id)).toEqual(['a', 2, 3, 'c']);
    expect(lines[3]).toMatchObject({ relation: 'copy', of: 'a' });
  });

  test.each([
    ['a time without an offset', { time: '2026-11-03T09:02:00' }, /"time" must be ISO 8601/],
    ['a day that is none', { time: '2026-13-03T09:02:00+08:00' }, /"time" must be ISO 8601/],
    ['an unknown kind', { kind: 'letter' }, /"kind" must be one of text, file/],
    ['a size in words', { file: { name: 'a.xlsx', size: '2 MB' } }, /"file.size" must be/],
    ['a text that is none', { text: 5 }, /"text" must be a string/],
    ['an owner in words', { own: 'yes' }, /"own" must be true or false/],
  ])('refuses %s', (_, fields, words) => {
    const { status, lines } = judged(message('a', '甲群', '', fields));
    expect(status).toBe(1);
    expect(lines).toEqual([{ line: 1, error: expect.stringMatching(words) }]);
  });

  test('the same id in two chats is two messages', () => {
    const { lines } = judged(`${message('1', '甲群', NOTICE)}\n${message('1', '乙群', NOTICE)}`);
    expect(lines.map(({ relation, of }) => [relation, of])).toEqual([
      ['new', null],
      ['copy', '1'],
    ]);
  });

  test('nothing in, nothing out', () => {
    expect(judged('')).toEqual({ status: 0, stderr: '', lines: [] });
  });

  test('settings come from a file, and a wrong one is named', () => {
    const options = join(folder, 'options.json');
    writeFileSync(options, JSON.stringify({ neverFold: { chats: ['乙群'] } }));
    const input = `${message('a', '甲群', NOTICE)}\n${message('b', '乙群', NOTICE)}`;
    const { lines } = judged(input, '--options', options);
    expect(lines[1]).toMatchObject({ relation: 'copy', guards: ['never-fold'], action: 'mark' });

    writeFileSync(options, JSON.stringify({ window: 3 }));
    const wrong = judged(input, '--options', options);
    expect(wrong).toMatchObject({ status: 2, lines: [] });
    expect(wrong.stderr).toContain('unknown setting "window"');
  });

  test('a summary on request, beside the verdicts', () => {
    const input = `${message('a', '甲群', NOTICE)}\n${message('b', '乙群', NOTICE)}`;
    const { stderr, lines } = judged(input, '--stats');
    expect(lines).toHaveLength(2);
    expect(stderr).toMatch(/relation +copy +1 +50\.0 %/);
  });
});
