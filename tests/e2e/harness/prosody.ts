import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChatServer } from '../../../scripts/chat-server.mjs';
import { freePort } from './free-port.ts';
import { waitUntil } from './wait-until.ts';

/** Host of the accounts and of the rooms. */
export const ACCOUNTS = 'localhost';
export const ROOMS = 'rooms.localhost';

/** A real XMPP server on loopback whose rooms keep their history. Any account may sign in with any password. */
export type Prosody = {
  /** Address for WebSocket connections. */
  url: string;
  port: number;
  /** Ends the server as a failure of the machine would, and starts it again with what it had on disk. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export async function startProsody(): Promise<Prosody> {
  const program = findChatServer();
  if (!program) throw new Error('Prosody is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-prosody-'));
  const port = await freePort();
  const file = join(folder, 'prosody.cfg.lua');
  writeFileSync(file, configuration(folder, port, await freePort()));
  let server = await started(program, file, port);
  return {
    port,
    url: `ws://127.0.0.1:${port}/xmpp-websocket`,
    async restart() {
      await ended(server);
      server = await started(program, file, port);
    },
    async stop() {
      await ended(server);
      rmSync(folder, { recursive: true });
    },
  };
}

async function started(program: string, file: string, port: number): Promise<ChildProcess> {
  const server = spawn(program, ['-F', '--config', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (text) => {
      said = `${said}${text}`.slice(-2000);
    });
  }
  await waitUntil('the chat server to listen', () => {
    if (server.exitCode !== null) throw new Error(said);
    return listens(port);
  });
  return server;
}

async function ended(server: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** No stream management: the client library that posts for the tests does not agree with this server's. */
function configuration(folder: string, port: number, clientPort: number): string {
  return `
run_as_root = ${process.getuid?.() === 0}
pidfile = "${folder}/prosody.pid"
data_path = "${folder}/data"
interfaces = { "127.0.0.1" }
c2s_ports = { ${clientPort} }
s2s_ports = {}
http_ports = { ${port} }
https_ports = {}
http_interfaces = { "127.0.0.1" }
http_default_host = "${ACCOUNTS}"
modules_enabled = { "roster", "saslauth", "disco", "ping", "websocket", "mam", "carbons", "pep", "bookmarks" }
modules_disabled = { "s2s", "tls" }
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
authentication = "insecure"
insecure_open_authentication = "Yes please, I know what I'm doing!"
log = { warn = "*console" }
VirtualHost "${ACCOUNTS}"
Component "${ROOMS}" "muc"
  modules_enabled = { "muc_mam" }
  muc_log_by_default = true
  muc_room_default_persistent = true
  max_history_messages = 20
  restrict_room_creation = false
  muc_room_locking = false
`;
}
