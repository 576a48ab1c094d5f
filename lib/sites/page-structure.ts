import { OURS } from './ours.ts';
import type { Sketch } from './page-sketch.ts';
import { ROLES, STRUCTURE_WORDS } from './structure-words.ts';

/** Characters of a report. */
const MOST = 20_000;
/** Elements as deep as this are left out first, then less deep ones, until the rest fits. */
const DEEPEST = 40;
const SHALLOWEST = 4;
/** Longest shape of a value, and longest run of one kind in it: the length of a name is not told either. */
const LONGEST = 40;
const RUN = 4;

/** Stands for text, whatever it was. */
const WORDS = '文字';
/** Elements whose content is no structure, and those of ours. */
const LEFT_OUT = /^(script|style|template|noscript|link|meta|base|title)$/;
const VOID = /^(area|br|col|embed|hr|img|input|source|track|wbr)$/;

/**
 * The structure of a page as an HTML skeleton that holds nothing anybody wrote: names of elements and attributes, roles, words
 * of an interface in classes and ids; of everything else its shape alone ("a" for letters, "9" for digits, "字" for Chinese).
 * Alike neighbours stand once, with their number. At most `most` characters: what is deepest is left out first.
 */
export function pageStructure(tree: Sketch, most = MOST): string {
  for (let depth = DEEPEST; depth >= SHALLOWEST; depth -= 2) {
    const text = lines(tree, depth, '').join('\n');
    if (text.length <= most) return text;
  }
  return `${lines(tree, SHALLOWEST, '').join('\n').slice(0, most)}\n<!-- … -->`;
}

function lines(sketch: Sketch, depth: number, indent: string): string[] {
  const [name, attributes, children, hasWords, all] = sketch;
  const tag = safeTag(name);
  const open = `${indent}<${[tag, ...attributes.flatMap(attribute)].join(' ')}>`;
  if (VOID.test(tag)) return [open];
  const shown = children.filter(
    (child) => !LEFT_OUT.test(child[0]) && !child[1].some(([key]) => key === OURS),
  );
  const text = hasWords ? WORDS : '';
  if (shown.length === 0) return [`${open}${text}</${tag}>`];
  if (depth === 0) return [`${open}${text}<!-- … --></${tag}>`];
  const inside = folded(
    shown.map((child) => lines(child, depth - 1, `${indent} `)),
    `${indent} `,
  );
  if (all > children.length) inside.push(`${indent} <!-- ${all} -->`);
  return [`${open}${text}`, ...inside, `${indent}</${tag}>`];
}

/** Neighbours that look alike stand once. */
function folded(parts: readonly string[][], indent: string): string[] {
  const result: string[] = [];
  let last = '';
  let times = 0;
  const count = () => {
    if (times > 1) result.push(`${indent}<!-- × ${times} -->`);
  };
  for (const part of parts) {
    const text = part.join('\n');
    if (text === last) times++;
    else {
      count();
      result.push(...part);
      last = text;
      times = 1;
    }
  }
  count();
  return result;
}

/** Names of elements are the program's; one that is none of HTML's keeps the words of an interface. */
function safeTag(name: string): string {
  return /^[a-z][a-z0-9]{0,11}$/.test(name) ? name : words(name);
}

function attribute([name, value]: [string, string]): string[] {
  const key = attributeName(name);
  if (name === 'class') {
    const names = [...new Set(value.split(/\s+/).filter(Boolean).map(words))];
    return names.length > 0 ? [`class="${names.join(' ')}"`] : [];
  }
  if (name === 'id') return [`id="${words(value)}"`];
  if (name === 'role') return [`role="${ROLES.has(value) ? value : shape(value)}"`];
  return [name.startsWith('data-') && value !== '' ? `${key}="${shape(value)}"` : key];
}

/** Names of data attributes may be made of anything; of other attributes, those that are plain words are the program's. */
function attributeName(name: string): string {
  if (name.startsWith('data-')) return `data-${words(name.slice(5))}`;
  return /^[a-z_:@.-]{1,30}$/i.test(name) ? name : words(name);
}

/** "chat-item js_zhangSan12" → "chat-item js_aaaaAaa99": words of an interface stay, all else is a shape. */
function words(name: string): string {
  const parts = name.slice(0, 200).match(/[A-Z]?[a-z]+|[A-Z]+|\d+|[^A-Za-z\d]+/g) ?? [];
  const kept = parts.map((part) => (STRUCTURE_WORDS.has(part.toLowerCase()) ? part : shape(part)));
  return cut(kept.join('').replace(/[\s"<>&]/g, '-'));
}

/** What a value looks like, without what it says. */
export function shape(value: string): string {
  if (/^\s*(?:[a-z][a-z+.-]*:)?\/\/|^\s*(?:data|blob|javascript|mailto):|^www\./i.test(value))
    return 'url';
  if (/^[A-Za-z0-9+/_-]{24,}={0,2}$/.test(value) && /\d/.test(value) && /[A-Z]/.test(value))
    return 'b64';
  const kinds = value
    .slice(0, 200)
    .replace(/\p{Script=Han}/gu, '字')
    .replace(/[^\x20-\x7e字]/gu, '*')
    .replace(/[A-Za-z]/g, 'a')
    .replace(/\d/g, '9')
    .replace(/["<>&]/g, "'");
  return cut(kinds.replace(new RegExp(`(.)\\1{${RUN},}`, 'gu'), (run) => run.slice(0, RUN)));
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
