import { client, xml } from '@xmpp/client';
import { ACCOUNTS, ROOMS } from './prosody.ts';
import { waitUntil } from './wait-until.ts';

/** One thing said in a room. `id` is the sender's own; `replaces`: the id of a message of theirs that this corrects. */
export type RoomMessage = {
  room: string;
  from: string;
  id: string;
  text: string;
  replaces?: string;
};

/** People who sit in rooms and say things there; each comes when they first speak. */
export type People = {
  /** Says it and returns when the room has passed it on. */
  say(message: RoomMessage): Promise<void>;
  /** Waits until everybody who was there is there again, as after a restart of the server. */
  back(): Promise<void>;
  leave(): Promise<void>;
};

type Person = {
  xmpp: ReturnType<typeof client>;
  rooms: Set<string> /** Who waits for a message of their own to come back. */;
  waiting: Map<string, () => void>;
};

/**
 * @param url address for WebSocket connections
 * @param accounts of people who have one already; a name in a room belongs to one account
 */
export function createPeople(url: string, accounts: Readonly<Record<string, string>> = {}): People {
  const people = new Map<string, Promise<Person>>();

  function person(name: string): Promise<Person> {
    const known = people.get(name) ?? arrive(name, people.size);
    people.set(name, known);
    return known;
  }

  async function arrive(name: string, number: number): Promise<Person> {
    const xmpp = client({
      service: url,
      domain: ACCOUNTS,
      username: accounts[name] ?? `person${number}`,
      password: 'x',
    });
    const one: Person = { xmpp, rooms: new Set(), waiting: new Map() };
    // A server that is started again ends every connection; the library makes a new one.
    xmpp.on('error', () => undefined);
    xmpp.on('stanza', (stanza) => {
      const [room = '', nick] = (stanza.attrs.from ?? '').split('/');
      if (stanza.is('presence') && nick === name) one.rooms.add(room);
      if (stanza.is('message') && stanza.getChild('body') && nick === name) {
        one.waiting.get(stanza.attrs.id ?? '')?.();
      }
    });
    xmpp.on('disconnect', () => one.rooms.clear());
    await xmpp.start();
    return one;
  }

  async function enter(name: string, room: string): Promise<Person> {
    const one = await person(name);
    const address = `${room}@${ROOMS}`;
    if (one.rooms.has(address)) return one;
    await waitUntil(`${name} to be in ${room}`, async () => {
      if (one.xmpp.status !== 'online') return false;
      const history = xml('history', { maxstanzas: '0' });
      const join = xml('x', { xmlns: 'http://jabber.org/protocol/muc' }, history);
      await one.xmpp.send(xml('presence', { to: `${address}/${name}` }, join));
      return waitUntil('presence', () => one.rooms.has(address), 3_000);
    });
    return one;
  }

  return {
    async say({ room, from, id, text, replaces }) {
      const one = await enter(from, room);
      const correction = replaces
        ? [xml('replace', { id: replaces, xmlns: 'urn:xmpp:message-correct:0' })]
        : [];
      const attributes = { to: `${room}@${ROOMS}`, type: 'groupchat', id };
      const isBack = new Promise<void>((resolve) => one.waiting.set(id, resolve));
      await one.xmpp.send(xml('message', attributes, xml('body', {}, text), ...correction));
      await inTime(isBack, `"${text.slice(0, 12)}" to be passed on`);
    },
    async back() {
      for (const each of people.values()) {
        const one = await each;
        await waitUntil('a connection', () => one.xmpp.status === 'online');
      }
    },
    async leave() {
      const all = await Promise.all(people.values());
      await Promise.allSettled(all.map(({ xmpp }) => xmpp.stop()));
    },
  };
}

async function inTime(event: Promise<void>, what: string): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited for ${what}`)), 15_000);
  });
  await Promise.race([event, late]).finally(() => clearTimeout(timer));
}
