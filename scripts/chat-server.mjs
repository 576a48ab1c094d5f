// Plain JavaScript, because it also runs before anything is installed.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Environment variable that names Prosody's program file and goes before every usual place. */
export const CHAT_SERVER_OVERRIDE = 'PROSODY_PATH';

/** Debian's package of the XMPP server behind the real chat client of the browser tests. */
export const CHAT_SERVER_PACKAGE = 'prosody';

/**
 * Program file of an installed Prosody.
 * @returns {string | null} null where none is installed
 */
export function findChatServer() {
  const override = process.env[CHAT_SERVER_OVERRIDE];
  if (override) return existsSync(override) ? override : null;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders.map((folder) => join(folder, 'prosody')).find((file) => existsSync(file)) ?? null;
}

/** What to tell a person who lacks it. */
export function missingChatServer() {
  const override = process.env[CHAT_SERVER_OVERRIDE];
  if (override) return `${CHAT_SERVER_OVERRIDE} names "${override}", which is not there.`;
  return (
    'Prosody was not found, so the tests with a real chat client are left out. ' +
    `Install it, or set ${CHAT_SERVER_OVERRIDE} to its program file "prosody".`
  );
}
