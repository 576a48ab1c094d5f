import type { SimulatedChat } from '../types.ts';
import { escapeHtml } from './element.ts';
import { nameHtml } from './emoji.ts';
import { groupId, personId } from './session.ts';

/** A person or a group as the page keeps it. Names are HTML: emoji are elements, signs are escaped. */
export type Contact = {
  UserName: string;
  NickName: string;
  RemarkName: string;
  MemberList: { UserName: string; NickName: string; DisplayName: string }[];
  /** Number in the picture's address; from the name, so that pictures look the same at each load. */
  HeadImgSeq: number;
  /** The name as it was given; the page in life has no such field. */
  plainName: string;
  getDisplayName(): string;
  isRoomContact(): boolean;
  isSelf(): boolean;
  isMuted(): boolean;
  isTop(): boolean;
};

type Flags = { self?: boolean; muted?: boolean; top?: boolean };

/** Names come late: a person is known by id first. `fill` makes the names known. */
export type Contacts = {
  /** By session id: the page's own table. */
  byId: Record<string, Contact>;
  memberNames: Record<string, Record<string, string>>;
  self: Contact;
  chat(name: string): Contact | undefined;
  addChat(chat: SimulatedChat): Contact;
  person(name: string): Contact;
  fill(): void;
};

/**
 * @param nameDelay milliseconds until a new person's name is known, or "manual"
 * @param onFilled called after names became known late
 */
export function createContacts(
  myName: string,
  nameDelay: number | 'manual',
  onFilled: () => void,
): Contacts {
  const byId: Record<string, Contact> = {};
  const memberNames: Record<string, Record<string, string>> = {};
  const people = new Map<string, Contact>();
  const chats = new Map<string, Contact>();
  const unnamed = new Map<Contact, string>();

  function add(id: string, name: string, flags: Flags = {}): Contact {
    const contact = makeContact(id, name, flags);
    byId[id] = contact;
    return contact;
  }

  function nameLater(contact: Contact, name: string): void {
    unnamed.set(contact, name);
    contact.NickName = '';
    if (nameDelay === 'manual') return;
    setTimeout(() => {
      if (!unnamed.delete(contact)) return;
      contact.NickName = asHtml(name);
      onFilled();
    }, nameDelay);
  }

  function person(name: string): Contact {
    const known = people.get(name);
    if (known) return known;
    const contact = add(personId(), name);
    people.set(name, contact);
    if (nameDelay !== 0) nameLater(contact, name);
    return contact;
  }

  const self = add(personId(), myName, { self: true });

  function addChat(chat: SimulatedChat): Contact {
    const known = chats.get(chat.name);
    if (known) return known;
    const contact = chat.group === false ? person(chat.name) : add(groupId(), chat.name, chat);
    contact.MemberList = (chat.members ?? []).map((name) => {
      const member = name === myName ? self : person(name);
      return { UserName: member.UserName, NickName: member.NickName, DisplayName: '' };
    });
    memberNames[contact.UserName] = {};
    chats.set(chat.name, contact);
    return contact;
  }

  return {
    byId,
    memberNames,
    self,
    chat: (name) => chats.get(name),
    addChat,
    person,
    fill() {
      for (const [contact, name] of unnamed) contact.NickName = asHtml(name);
      unnamed.clear();
      onFilled();
    },
  };
}

function makeContact(id: string, name: string, flags: Flags): Contact {
  return {
    UserName: id,
    NickName: asHtml(name),
    plainName: name,
    RemarkName: '',
    MemberList: [],
    HeadImgSeq: numberOf(name),
    getDisplayName() {
      return this.RemarkName || this.NickName;
    },
    isRoomContact: () => /^@@/.test(id),
    isSelf: () => flags.self === true,
    isMuted: () => flags.muted === true,
    isTop: () => flags.top === true,
  };
}

function asHtml(name: string): string {
  return nameHtml(escapeHtml(name));
}

function numberOf(text: string): number {
  let sum = 7;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 900_000_007;
  return sum;
}
