import type { Random } from '../planted/random.ts';
import { GIVEN_NAMES, SURNAMES } from './names.ts';
import type { Fact } from './types.ts';

type Person = { name: string; number: string };
type Manner = { number: (random: Random) => string; write: (person: Person) => string };

const MOBILE_HEADS = ['131', '135', '137', '138', '139', '150', '152', '158', '177', '186', '189'];
const LETTERS = [...'abcdefghijkmnpqrstuvwxyz'];

const MANNERS: Manner[] = [
  { number: mobile, write: (person) => `${person.name} ${person.number}` },
  { number: mobile, write: (person) => `${person.name}，${person.number}` },
  { number: mobile, write: (person) => `${person.name}（${person.number}）` },
  { number: mobile, write: (person) => `${person.name}（电话：${person.number}）` },
  { number: mobile, write: (person) => `${person.name}（微信同号${person.number}）` },
  { number: landline, write: (person) => `${person.name}，电话${person.number}` },
  { number: landline, write: (person) => `${person.name}（${person.number}）` },
  {
    number: (random) => digits(5, random),
    write: (person) => `${person.name}，短号${person.number}`,
  },
  {
    number: (random) => digits(9, random),
    write: (person) => `${person.name}（QQ：${person.number}）`,
  },
];

/** Draws whom to ask: a name with a number. */
export function drawContact(slot: string, random: Random): Fact {
  const manner = random.pick(MANNERS);
  const person = { name: personName(random), number: manner.number(random) };
  return contactFact(slot, person, manner, random);
}

/** Draws the mailbox that papers are sent to. */
export function drawMailbox(slot: string, random: Random): Fact {
  const name = `${letters(random.whole(2, 4), random)}${digits(random.whole(3, 5), random)}`;
  const address = `${name}@${random.pick(['example.cn', 'example.com', 'mail.example.cn'])}`;
  return {
    slot,
    kind: 'contact',
    value: address,
    text: address,
    until: Number.POSITIVE_INFINITY,
    redraw: () => drawMailbox(slot, random),
  };
}

/** A full name. */
export function personName(random: Random): string {
  return random.pick(SURNAMES) + random.pick(GIVEN_NAMES);
}

function contactFact(slot: string, person: Person, manner: Manner, random: Random): Fact {
  return {
    slot,
    kind: 'contact',
    value: `${person.name}|${person.number}`,
    text: manner.write(person),
    until: Number.POSITIVE_INFINITY,
    redraw: () => contactFact(slot, otherPerson(person, manner, random), manner, random),
  };
}

/** Somebody else, another number of the same person, or one wrong digit put right. */
function otherPerson(person: Person, manner: Manner, random: Random): Person {
  const drawn = { name: personName(random), number: manner.number(random) };
  return random.pick([
    drawn,
    drawn,
    { name: person.name, number: drawn.number },
    { name: person.name, number: otherDigit(person.number, random) },
    { name: drawn.name, number: person.number },
  ]);
}

function otherDigit(number: string, random: Random): string {
  const at = number.length - random.whole(1, 4);
  const digit = (Number(number[at]) + random.whole(1, 9)) % 10;
  return `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
}

function mobile(random: Random): string {
  return random.pick(MOBILE_HEADS) + digits(8, random);
}

function landline(random: Random): string {
  return `0${random.pick(['571', '793', '838', '917'])}-${random.pick(['6', '8'])}${digits(6, random)}`;
}

function digits(count: number, random: Random): string {
  return Array.from({ length: count }, () => random.whole(1, 9)).join('');
}

function letters(count: number, random: Random): string {
  return Array.from({ length: count }, () => random.pick(LETTERS)).join('');
}
