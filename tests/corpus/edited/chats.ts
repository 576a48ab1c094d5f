import type { Random } from '../planted/random.ts';
import { personName } from './contacts.ts';
import { CHATS, OFFICES } from './names.ts';

const MEMBERS_WHO_POST = 7;

/** Where a message stands. */
export type Spot = { chat: string; sender: string };

/** The chats of one reader, 30 to 60 of them. */
export type Chats = {
  anywhere(): Spot;
  /** A chat that is not among those already reached, as long as there is one. */
  beyond(reached: Set<string>): Spot;
};

/** Draws the chats of a stream and who posts in them. */
export function createChats(random: Random): Chats {
  const names = random.some(CHATS, random.whole(30, Math.min(60, CHATS.length)));
  const members = new Map(
    names.map((chat) => [
      chat,
      Array.from(
        { length: MEMBERS_WHO_POST },
        () => `${personName(random)}-${random.pick(OFFICES)}`,
      ),
    ]),
  );
  const spot = (chat: string): Spot => ({ chat, sender: random.pick(members.get(chat) ?? ['']) });
  return {
    anywhere: () => spot(random.pick(names)),
    beyond: (reached) => {
      const left = names.filter((chat) => !reached.has(chat));
      const chosen = spot(random.pick(left.length > 0 ? left : names));
      reached.add(chosen.chat);
      return chosen;
    },
  };
}
