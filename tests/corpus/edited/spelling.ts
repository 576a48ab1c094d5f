import type { Random } from '../planted/random.ts';

/** Addresses stop working when they are spelt otherwise: nobody does that. */
const ADDRESS = /(https?:\/\/[!-~]+|[\w.-]+@[\w.-]+|\.(?:xlsx?|docx?|pdf))/;
const OPENING = 0xfee0;

type Rewrite = (text: string) => string;

const halfToFull =
  (chars: RegExp): Rewrite =>
  (text) =>
    text.replace(chars, (char) => String.fromCharCode(char.charCodeAt(0) + OPENING));

const fullToHalf: Rewrite = (text) =>
  text.replace(/[，：；！？（）]/g, (char) => String.fromCharCode(char.charCodeAt(0) - OPENING));

const WIDTHS: readonly Rewrite[] = [
  halfToFull(/[0-9]/g),
  halfToFull(/[0-9A-Za-z]/g),
  halfToFull(/[:()]/g),
  halfToFull(/[0-9:()%-]/g),
  fullToHalf,
  fullToHalf,
  (text) => text.replaceAll('：', ':'),
  (text) => text.replaceAll('，', ','),
];

const PUNCTUATIONS: readonly Rewrite[] = [
  (text) => text.replace(/。/g, '！'),
  (text) => text.replace(/。(?!$)/g, '；'),
  (text) => text.replace(/；/g, '。'),
  (text) => text.replace(/[。！]$/, ''),
  (text) => text.replace(/！/g, '。'),
  (text) => text.replace(/。$/, '！！！'),
  (text) => text.replace(/[“”]/g, '"'),
  (text) => text.replace(/，(?=请|并|不)/g, '。'),
  (text) => text.replace(/。/g, '. '),
];

const SPACES: readonly Rewrite[] = [
  (text) => text.replace(/\n\s*/g, ' '),
  (text) => text.replace(/。(?!\n|$)/g, '。\n'),
  (text) => text.replace(/\n/g, '\n\n'),
  (text) => text.replace(/^\s*(?=\S)/gm, '　　'),
  (text) => text.replace(/(\d)(?=[月日号点时名人份户])/g, '$1 '),
  (text) => text.replace(/([，。；])/g, '$1 '),
  (text) => text.replace(/([一-龥])(\d)/g, '$1 $2'),
];

/** Some characters at full or at half width. */
export function changeWidth(text: string, random: Random): string {
  const rewrite = random.pick(WIDTHS);
  const parts = text.split(ADDRESS);
  return parts.map((part, index) => (index % 2 === 0 ? rewrite(part) : part)).join('');
}

/** Other marks between and after sentences. */
export function changePunctuation(text: string, random: Random): string {
  return random.some(PUNCTUATIONS, random.whole(1, 2)).reduce((all, rewrite) => rewrite(all), text);
}

/** Other spaces and line breaks. */
export function changeWhitespace(text: string, random: Random): string {
  return random.some(SPACES, random.whole(1, 2)).reduce((all, rewrite) => rewrite(all), text);
}
