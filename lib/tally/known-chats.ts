import type { TallyDb } from './db.ts';
import { readingDb } from './query.ts';

/** Every chat of which anything is kept, by name. */
export async function knownChats(
  db: TallyDb = readingDb(),
): Promise<{ site: string; chat: string }[]> {
  const counted = await db.days.orderBy('[site+chat]').uniqueKeys();
  const noted = await db.groups.toArray();
  const pairs = [
    ...(counted as unknown as [string, string][]),
    ...noted.map(({ site, chat }) => [site, chat] as const),
  ];
  const chats = new Map(pairs.map(([site, chat]) => [`${site}|${chat}`, { site, chat }]));
  return [...chats.values()].sort((one, other) => one.chat.localeCompare(other.chat, 'zh'));
}
