import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const COMMAND = new URL('../../scripts/record-page.ts', import.meta.url).pathname;

type Ran = { code: number | null; out: string; errors: string };

function record(args: string[], input = ''): Promise<Ran> {
  const child = spawn(process.execPath, [COMMAND, ...args]);
  const ran: Ran = { code: null, out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (ran.out += chunk));
  child.stderr.on('data', (chunk: Buffer) => (ran.errors += chunk));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ran, code })));
}

const PAGE = `<!doctype html><html><head><title>李四的工作台</title></head><body>
<div id="chat"><ul class="message-list">
<li class="message" data-id="778899" title="张三"><b class="sender">张三</b><p class="text">请于12月4日前报送。</p></li>
<li class="message" data-id="778900" title="王五"><b class="sender">王五</b><p class="text">收到，电话13800001234。</p></li>
</ul></div></body></html>`;

const SKELETON = `<ul class="message-list">
 <li class="message" data-id="9999" title>
  <b class="sender">文字</b>
  <p class="text">文字</p>
 </li>
 <!-- × 2 -->
</ul>
`;

test('a saved page comes out as a skeleton without a word of it, from a file or from the input', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'fingerlight-record-')), 'saved.html');
  writeFileSync(file, PAGE);
  const root = ['--root', '.message-list'];
  expect(await record(['--html', file, ...root])).toEqual({ code: 0, out: SKELETON, errors: '' });
  expect(await record(root, PAGE)).toEqual({ code: 0, out: SKELETON, errors: '' });
  const whole = await record([], PAGE);
  expect(whole.out).toContain('<div id="chat">');
  expect(whole.out).not.toMatch(/李四|张三|12月|1380/);
});

test('it asks for nothing and runs nothing', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const page = `<base href="${at}/"><link rel="stylesheet" href="${at}/a.css"><script src="${at}/a.js"></script>
    <script>fetch('${at}/run'); document.body.append('ran')</script><img src="${at}/a.png" onerror="fetch('${at}')">
    <iframe src="${at}/frame"></iframe><video src="${at}/v" autoplay></video><p class="text">收到</p>`;
  const ran = await record([], page);
  await new Promise((resolve) => server.close(resolve));
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('<p class="text">文字</p>');
  expect(ran.out).not.toContain('127');
  expect(asked).toBe(0);
});

test.each([
  [['--html', '/nowhere/saved.html'], 'no such file'],
  [['--root', '.none'], 'nothing in the page matches .none'],
  [['--fetch'], 'usage'],
])('%j is refused with a reason', async (args, words) => {
  const { code, out, errors } = await record(args, PAGE);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(errors).toContain(words);
});
