import { cleanText, cut } from './clean-text.ts';

/** `keep`: as it is. `first`: the first character and a number. `code`: a number, good within this export only. */
export const NAME_RULES = ['code', 'first', 'keep'] as const;
export type NameRule = (typeof NAME_RULES)[number];

/** Text from the chats: none, the first 20 characters, or as much as the tally has kept. */
export const TEXT_RULES = ['never', 'start', 'whole'] as const;
export type TextRule = (typeof TEXT_RULES)[number];

/** `ownWords`: what the user has written of a group (purpose, unit, note) goes out too. */
export type Redaction = { names: NameRule; text: TextRule; ownWords: boolean };

/** Handed over is no text and no name, unless the user lets them out. */
export const DEFAULT_REDACTION: Redaction = { names: 'code', text: 'never', ownWords: true };

const START = 20;
const LONGEST_EXCERPT = 1_000;
const HIDDEN = '＊＊';

type Place = { site: string; chat: string };

/** Says how names and words are written in one export. */
export type Redactor = {
  group(place: Place): string;
  person(name: string): string;
  excerpt(text: string): string;
  ownWords(text: string): string;
};

/**
 * A redactor for these groups, numbered as listed: the same group has the same code in every sheet.
 * Where names are hidden they are hidden inside of other text as well.
 */
export function redactorOf(groups: readonly Place[], redaction: Redaction): Redactor {
  const written = new Map<string, string>();
  const digits = Math.max(2, String(groups.length).length);
  for (const { site, chat } of groups) {
    const number = String(written.size + 1).padStart(digits, '0');
    written.set(`${site}|${chat}`, writtenName(chat, number, redaction.names));
  }
  const hide = redaction.names === 'keep' ? (text: string) => text : nameHider(groups, written);
  return {
    group: ({ site, chat }) => written.get(`${site}|${chat}`) ?? HIDDEN,
    person: (name) => personName(cleanText(name), redaction.names),
    excerpt(text) {
      if (redaction.text === 'never') return '';
      const whole = cleanText(hide(text), LONGEST_EXCERPT);
      return redaction.text === 'start' ? cut(whole, START) : whole;
    },
    ownWords: (text) => (redaction.ownWords ? cleanText(hide(text)) : ''),
  };
}

function writtenName(chat: string, number: string, rule: NameRule): string {
  const name = cleanText(chat);
  if (rule === 'keep' && name !== '') return name;
  const first = rule === 'first' ? firstCharacter(name) : '';
  return first === '' ? `群${number}` : `${first}${HIDDEN}（群${number}）`;
}

function personName(name: string, rule: NameRule): string {
  if (rule === 'keep' || name === '') return name;
  return rule === 'first' ? `${firstCharacter(name)}${HIDDEN}` : HIDDEN;
}

/** As a reader sees it: a flag or a family of joined pictographs is one. */
function firstCharacter(text: string): string {
  const [first] = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text);
  return first?.segment ?? '';
}

/** Replaces every group's name inside a text, the longest first: one name may begin another. */
function nameHider(
  groups: readonly Place[],
  written: ReadonlyMap<string, string>,
): (text: string) => string {
  const names = groups
    .filter(({ chat }) => chat.trim().length > 1)
    .sort((one, other) => other.chat.length - one.chat.length);
  return (text) =>
    names.reduce(
      (left, { site, chat }) =>
        left.replaceAll(chat.trim(), written.get(`${site}|${chat}`) ?? HIDDEN),
      text,
    );
}
