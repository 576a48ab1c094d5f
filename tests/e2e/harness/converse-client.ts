import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACCOUNTS, ROOMS } from './prosody.ts';

const DIST = fileURLToPath(new URL('../../../node_modules/converse.js/dist', import.meta.url));
/** Who is signed in. */
export const ACCOUNT = 'me';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export type ConverseHost = { url: string; port: number; close(): Promise<void> };

export type ConverseOptions = { server: string; nick: string; rooms: readonly string[] };

/** Serves the real client, as it comes from its makers, on loopback: signed in, in these rooms. */
export async function serveConverse(options: ConverseOptions): Promise<ConverseHost> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://unnamed.invalid');
    const isPage = pathname === '/';
    const file = isPage ? null : readFile(join(DIST, normalize(pathname)));
    (file ?? Promise.resolve(pageWith(options))).then(
      (body) => {
        const type = isPage ? 'text/html; charset=utf-8' : TYPES[extname(pathname)];
        response.writeHead(200, type ? { 'content-type': type } : {}).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pageWith({ server, nick, rooms }: ConverseOptions): string {
  const settings = {
    authentication: 'login',
    auto_login: true,
    jid: `${ACCOUNT}@${ACCOUNTS}`,
    password: 'x',
    websocket_url: server,
    view_mode: 'fullscreen',
    assets_path: '/',
    auto_join_rooms: rooms.map((room) => ({ jid: `${room}@${ROOMS}`, nick })),
    discover_connection_methods: false,
    allow_url_history_change: false,
    muc_instant_rooms: true,
    i18n: 'zh_Hans_CN',
  };
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Converse</title>
<link rel="stylesheet" href="/converse.min.css"></head><body class="converse-fullscreen">
<script type="module">import converse from '/converse.min.js';
converse.initialize(${JSON.stringify(settings)});</script></body></html>`;
}
