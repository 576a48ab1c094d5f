import { type Content, fileContent } from './content';

const UNITS = ['', 'k', 'm', 'g', 't'];
const SIZE = '(\\d+(?:\\.\\d+)?)\\s*(?:([kmgt])(?:i?b)?|b|bytes|字节)';
const ENDING = '[a-z][a-z0-9]{1,4}';
const KIND = 'document|spreadsheet|presentation|slides|archive';
/** A dot stands between the size and what it is of. */
const DOT = '\\s*[·•|,，-]?\\s*';

/** The size alone, or with what the file is. */
const SIZED = new RegExp(
  `^(?:${ENDING}(?:文件| file)?${DOT})?[(（]?${SIZE}[)）]?(?:${DOT}(?:${ENDING}(?:\\s?文[件档]| file)?|${KIND}|[已未]\\S{2,3}|[上下]载中|上传中|下载|打开|预览|download|open|preview))?$`,
  'i',
);
/** An address is no name. */
const NAMED = /^(?!\w+:\/\/)\S.{0,199}\.(?=[a-z0-9]*[a-z])[a-z0-9]{2,5}$/i;
/** Where name and size do not stand apart, figures at the end of the name would be taken for the size. */
const APART = new RegExp(`^(\\S.{0,199}\\.[a-z0-9]{1,8})\\s+[(（]?${SIZE}[)）]?$`, 'i');
const TOGETHER = new RegExp(`^(\\S.{0,199}\\.(?!mp)[a-z]{2,5})[(（]?${SIZE}[)）]?$`, 'i');

/** What else such a card says: what it is, how far it has come, what one may do with it. */
const CARD =
  /^(\[?((群|[a-z]{2,5} ?)?文件|附件|文档|表格|压缩包|file|attachment|document)\]?|已(下载|接收|发送|过期|保存)|未(下载|接收)|发送成功|downloaded|expired)$/i;
const ACTIONS =
  /^((download|open|preview|save as|save|view|在线预览|下载|打开|预览|另存为|查看|转存|转发)\s*)+$/i;
const MAX_LINES = 6;

/** Endings of what is handed round, in a line that is no sentence. */
const PLAIN =
  /^[^\s/。，！？；：]{1,80}\.(docx?|xlsx?|pptx?|pdf|wps|et|dps|ofd|csv|txt|zip|rar|7z|jpe?g|png|gif|mp[34]|wav|apk)$/i;

/**
 * What a card of a file says: its name, its size, what it is and its buttons, and nothing else; null for any other words.
 * The size is 0 where none is told: then no other file is taken for the same.
 */
export function fileIn(words: string): Content | null {
  const lines = words.split('\n').map((line) => line.trim());
  if (lines.length > MAX_LINES) return null;
  let name = '';
  let size = 0;
  let isCard = false;
  for (const line of lines) {
    const alone = SIZED.exec(line);
    const both = APART.exec(line) ?? TOGETHER.exec(line);
    if (alone) size = bytesOf(alone[1], alone[2]);
    else if (name === '' && both) [name, size] = [both[1] ?? '', bytesOf(both[2], both[3])];
    else if (name === '' && NAMED.test(line)) name = line;
    else if (!CARD.test(line) && !ACTIONS.test(line) && !isEnding(line)) return null;
    isCard ||= line !== name;
  }
  // Without a size a line that is no sentence must end as a file does.
  return name !== '' && isCard && (size > 0 || PLAIN.test(name))
    ? fileContent(name, size, false)
    : null;
}

/** As `fileIn`, where name and size stand in two pieces that are no lines but are drawn one below the other. */
export function fileInPieces(text: Element, words: string): Content | null {
  if (!/\.[a-z0-9]{2,}/i.test(words)) return null;
  const pieces = [...text.querySelectorAll('*')]
    .filter(({ childElementCount }) => childElementCount === 0)
    .map(({ textContent }) => (textContent ?? '').trim())
    .filter(Boolean);
  const bare = (all: string) => all.replace(/\s/g, '');
  return pieces.length > 1 && bare(pieces.join('')) === bare(words)
    ? fileIn(pieces.join('\n'))
    : null;
}

/** Words that are the name of a file and nothing else, as clients show one without its size. */
export function fileNamed(words: string): Content | null {
  return PLAIN.test(words) ? fileContent(words, 0, false) : null;
}

/** It is called as a picture is. */
export function isCalledPicture(name: string): boolean {
  return /\.(jpe?g|png|gif|webp|bmp|heic)$/i.test(name);
}

/** The name or the size of a file: no person is called so. */
export function isOfFile(text: string): boolean {
  return NAMED.test(text) || SIZED.test(text) || fileIn(text) !== null;
}

/** The letters of its kind, drawn as a picture. */
function isEnding(line: string): boolean {
  return /^[a-z]{3,4}$/i.test(line) && PLAIN.test(`a.${line}`);
}

function bytesOf(number = '0', unit = ''): number {
  return Math.round(Number(number) * 1024 ** UNITS.indexOf(unit.toLowerCase()));
}
