import { type Content, fileContent } from './content';

const UNITS = ['', 'k', 'm', 'g', 't'];
const SIZE = '(\\d+(?:\\.\\d+)?)\\s*([kmgt]?)(?:i?b|bytes|字节)?';
/** The name and the size stand apart; where they do not, figures at the end of the name would be taken for the size. */
const APART = new RegExp(`^(\\S.{0,199}\\.[a-z0-9]{1,8})\\s+[(（]?${SIZE}[)）]?$`, 'i');
const TOGETHER = new RegExp(`^(\\S.{0,199}\\.(?!mp)[a-z]{2,5})[(（]?${SIZE}[)）]?$`, 'i');
const NAMED = /^\S.{0,199}\.(?=[a-z0-9]*[a-z])[a-z0-9]{2,5}$/i;
const SIZED = new RegExp(`^[(（]?${SIZE}[)）]?$`, 'i');

/** What the buttons of such a card say. */
const ACTIONS =
  /(\s*\n(download|open|preview|save|save as|view|下载|打开|预览|另存为|查看|转存))+$/i;

/** What a card of a file says: its name, its size and its buttons, and nothing else; null for any other words. */
export function fileIn(words: string): Content | null {
  const card = words.replace(ACTIONS, '');
  const found = APART.exec(card) ?? TOGETHER.exec(card);
  if (!found || !/[a-z字]/i.test(card.slice((found[1] ?? '').length))) return null;
  const factor = 1024 ** UNITS.indexOf((found[3] ?? '').toLowerCase());
  return fileContent(found[1] ?? '', Math.round(Number(found[2]) * factor), false);
}

/** The name or the size of a file: no person is called so. */
export function isOfFile(text: string): boolean {
  return NAMED.test(text) || (SIZED.test(text) && /[a-z字]/i.test(text)) || fileIn(text) !== null;
}
