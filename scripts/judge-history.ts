import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { Message } from '../lib/detect/types.ts';
import { readFiles } from '../lib/import/histories/read-files.ts';
import { messageKey } from './judge-line.ts';

/** What an exported chat is judged by, and what was left out. */
export type JudgedHistory = { messages: Message[]; skipped: number; broken: string[] };

/**
 * The messages of exported chats in order of time, read as the extension reads them. The id of each is the name of its
 * file with its place in it: "result.json:12". `ownNames`: the user's own, where files do not say it.
 */
export async function historyMessages(
  paths: readonly string[],
  ownNames: readonly string[],
): Promise<JudgedHistory> {
  const sources = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), path, blob: await openAsBlob(path) })),
  );
  const read = await readFiles(sources);
  if (!read) return { messages: [], skipped: 0, broken: [] };
  const { history, broken } = read;
  const told = history.files.map(() => 0);
  const messages = history.messages.map(({ inChat, from, own, ...said }): Message => {
    const { site = 'other', name = null } = history.chats[inChat] ?? {};
    const file = history.files[from]?.name ?? '';
    const chat = name ?? basename(file).replace(/\.\w+$/, '');
    const place = (told[from] ?? 0) + 1;
    told[from] = place;
    const key = messageKey({ site, chat, id: `${basename(file)}:${place}` });
    return { key, site, chat, own: own ?? ownNames.includes(said.sender), ...said };
  });
  return {
    messages: messages.sort((one, other) => one.time - other.time),
    skipped: Object.values(history.skipped).reduce((sum, count) => sum + count, 0),
    broken: broken.map(({ name, error }) => `${name}: ${error.message}`),
  };
}
