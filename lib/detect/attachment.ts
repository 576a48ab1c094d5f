import type { Message } from './types.ts';

/** Parameters that say who shared a link, not what it shows. */
const TRACKING =
  /^(?:utm_\w*|from|scene|share\w*|sharer_\w*|srcid|chksm|mpshare|ascene|clicktime|enterid|subscene|sessionid|isappinstalled|nettype|version|lang|wx_header|pass_ticket|exportkey|devicetype|spm|timestamp|qq_aio_chat_type|forward_from|share_token|u_code|_t|is_from_web)$/;

/** What a link leads to: the address without its scheme, tracking parameters and trailing slash. Bounded, never throws. */
export function canonicalUrl(url: string): string {
  const plain = url
    .trim()
    .slice(0, 2000)
    .replace(/^https?:\/\//i, '')
    .replace(/[.,;:!?)'\]]+$/, '');
  const [address = '', fragment = ''] = splitAt(plain, '#');
  const [path = '', query = ''] = splitAt(address, '?');
  const host = path.replace(/^[^/]*/, (name) => name.toLowerCase()).replace(/\/+$/, '');
  const kept = query
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test((pair.split('=')[0] ?? '').toLowerCase()))
    .sort()
    .join('&');
  // A fragment with a path is an address within a one-page application; another is a place in the page.
  const route = /^[!/]/.test(fragment) ? `#${fragment}` : '';
  return `${host}${kept === '' ? '' : `?${kept}`}${route}`;
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** A file's name as far as it says which file it is: without "(1)", "副本", white space and width. */
export function canonicalFileName(name: string): string {
  return name
    .slice(0, 400)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(?:\(\d{1,2}\)|-?副本|_?copy)+(?=\.[a-z0-9]{1,5}$|$)/g, '');
}

/** Names that many files bear: two of them in different chats are not versions of one file. */
export function isCommonFileName(name: string): boolean {
  const stem = canonicalFileName(name).replace(/\.[a-z0-9]{1,5}$/, '');
  return /^(?:附件|附表|通知|文件|表格?|报名表|汇总表|统计表|名单|新建.*|文档|工作簿|未命名.*|图片|照片|模板|document|doc|image|img|book|sheet)?[\d一二三四五六七八九十()_-]*$/.test(
    stem,
  );
}

/** Whether what comes with two texts is not known to be one picture: only the site's own key tells that. */
export function isOtherPicture(one: Message['image'], other: Message['image']): boolean {
  if (!one && !other) return false;
  return !one?.key || one.key !== other?.key;
}

type File = NonNullable<Message['file']>;

/** Whether two sizes can be of the same file: bytes where both are known, else as displayed (base 1024, one decimal). */
export function sameSize(one: File, other: File): boolean {
  if (!(one.size > 0) || !(other.size > 0)) return false;
  if (one.exact && other.exact) return one.size === other.size;
  return displayed(one.size) === displayed(other.size);
}

/** A size as clients show it: base 1024, one decimal. */
export function displayed(bytes: number): string {
  if (bytes < 1024) return `${Math.round(bytes)}B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)}KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)}MB`;
}

/** "2.7MB": how a size is told in a change. */
export function spokenSize(file: File): string {
  return `${file.name} ${displayed(file.size)}`;
}
