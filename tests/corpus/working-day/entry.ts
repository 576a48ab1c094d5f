/** One posting of the working day. */
export type DayEntry = {
  /** Minutes after midnight. */
  minute: number;
  group: string;
  /** Display name; the user's own name for own messages. */
  sender: string;
  own: boolean;
  kind:
    | 'text'
    | 'image'
    | 'file'
    | 'link'
    | 'voice'
    | 'video'
    | 'location'
    | 'unsupported'
    | 'system';
  text: string;
  file?: { name: string; size: number };
  link?: { url: string; title: string; description: string };
  picture?: { width: number; height: number; seed: string };
  /** Minute at which the message is taken back. */
  recalledAt?: number;
};

/** The user whose day it is. */
export const ME = '李梅';

type Extra = Partial<Omit<DayEntry, 'minute' | 'group' | 'sender' | 'text' | 'own'>>;

/** A text, or with `extra` something else. `at` is "H:mm". */
export function post(
  at: string,
  group: string,
  sender: string,
  text: string,
  extra: Extra = {},
): DayEntry {
  return { minute: minuteOf(at), group, sender, own: sender === ME, kind: 'text', text, ...extra };
}

export function photo(at: string, group: string, sender: string, seed: string): DayEntry {
  const upright = seed.length % 2 === 0;
  const picture = upright ? { width: 180, height: 240, seed } : { width: 240, height: 180, seed };
  return post(at, group, sender, '', { kind: 'image', picture });
}

/** @param kilobytes size in units of 1024 bytes */
export function file(
  at: string,
  group: string,
  sender: string,
  name: string,
  kilobytes: number,
): DayEntry {
  const size = Math.round(kilobytes * 1024);
  return post(at, group, sender, '', { kind: 'file', file: { name, size } });
}

export function article(
  at: string,
  group: string,
  sender: string,
  link: { url: string; title: string; description: string },
): DayEntry {
  return post(at, group, sender, '', { kind: 'link', link });
}

export function system(at: string, group: string, text: string): DayEntry {
  return post(at, group, '', text, { kind: 'system' });
}

/** A forwarding: where, by whom, and what the forwarder puts before and after it. */
export type Forward = readonly [
  at: string,
  group: string,
  sender: string,
  before?: string,
  after?: string,
];

/** The same words in several groups. */
export function forwards(text: string, places: readonly Forward[]): DayEntry[] {
  return places.map(([at, group, sender, before = '', after = '']) =>
    post(at, group, sender, before + text + after),
  );
}

/** Answers that come one after the other, `pace` minutes apart. */
export function flood(
  at: string,
  group: string,
  answers: readonly (readonly [sender: string, text: string])[],
  pace = 0.5,
): DayEntry[] {
  return answers.map(([sender, text], index) => ({
    ...post(at, group, sender, text),
    minute: minuteOf(at) + Math.floor(index * pace),
  }));
}

/** A relay that grows: every update repeats the whole list. */
export function relay(
  at: string,
  group: string,
  head: string,
  names: readonly string[],
  pace = 2,
): DayEntry[] {
  return names.map((sender, index) => {
    const list = names.slice(0, index + 1).map((name, place) => `${place + 1}. ${name}`);
    const text = `#接龙\n${head}\n\n${list.join('\n')}`;
    return { ...post(at, group, sender, text), minute: minuteOf(at) + index * pace };
  });
}

/** Full-width digits, as some input methods leave them. */
export function fullWidth(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function minuteOf(at: string): number {
  const [hour = '0', minute = '0'] = at.split(':');
  return Number(hour) * 60 + Number(minute);
}
