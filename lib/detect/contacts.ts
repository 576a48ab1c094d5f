import { canonicalUrl } from './attachment.ts';
import { type Fact, factBefore, type Scan } from './fact.ts';
import { unitAt } from './units.ts';

const URL = /(?:(?:https?|ftp):\/\/|www\.)[a-z0-9\-._~:/?#@!$&'()*+,;=%[\]]{3,2000}/y;
const TLD = 'com|cn|net|org|gov|edu|top|io|cc|vip|info|xyz|ly|ai|me|app|site';
/** An address without its scheme; a file's name is none. */
const BARE_URL = new RegExp(
  `[a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,63}){0,4}\\.(?:${TLD})(?![a-z0-9-]|\\.[a-z0-9])(?:[:/?#][a-z0-9\\-._~:/?#@!$&'()*+,;=%[\\]]{0,2000})?`,
  'y',
);
const MAIL = /[a-z0-9._+-]{1,48}@[a-z0-9-]{1,48}(?:\.[a-z]{2,8}){1,3}/y;
/** Signs without which Latin letters are no address and no account. */
const ADDRESS_SIGNS = ['.', '@', '://', '微信', 'wx', 'vx', 'qq'];
const ACCOUNT = /[a-z][a-z0-9_-]{4,19}(?![a-z0-9_@.-])/y;
const ACCOUNT_LEADS = /(?:微信号?|vx|wx|qq|账号)\s?(?:号|为|是)?\s?[::]?\s?$/;

/** 138 0000 8126, 0771-8632001, 86-10-…, 400-123-4567, 8632 1147, with an extension. */
const EXTENSION = '(?:\\s?(?:转|-转|分机|ext\\.?)\\s?(\\d{1,6})(?!\\d))?';
const PHONE = new RegExp(
  `(?:(?:\\+|00)?86[- ]?)?(?:1[3-9]\\d(?:[- ]?\\d{4}[- ]?\\d{4}|[- ]\\d{3}[- ]\\d{5}|\\d[- ]\\d{3}[- ]\\d{4})|0\\d{2,3}(?:[-—– ]|\\)\\s?)\\d{3,4}[- ]?\\d{4}(?:-\\d{3,4}(?!\\d))?|[48]00[- ]\\d{3,4}[- ]\\d{3,4}|[48]00[- ]\\d{7}|\\d{3}[- ]\\d{3}[- ]\\d{3,4}|\\d{7,8}-\\d{3,4}|\\d{7,24})(?!\\d|\\.\\d)${EXTENSION}`,
  'y',
);
/** Two groups are a number only where the text speaks of telephones: 2025-2026 is none. */
const GROUPS = new RegExp(`[2-9]\\d{2,3}[- ]\\d{4}(?![\\d-]|\\.\\d)${EXTENSION}`, 'y');
/** Latin letters that a number may follow without a gap. */
const NAMED = /(?:^|[^a-z])(?:qq|tel|vx|wx)$/;
/** Between the numbers of a list. */
const JOINT = /^\s?(?:[、/]|,?(?:或者?|和))\s?$/;
const YEARS = /^(?:19|20)\d\d(?: |-(?:19|20)\d\d$)/;
/** "找老邢 662233": five figures or more after a name. */
const LED_BY_NAME = /(?:联系人?|找)[^,。;\n\d]{1,8}$/;
const PHONES =
  /电话|联系|拨|致电|热线|咨询|手机|座机|短号|内线|分机|传真|tel|☎|号码|[打找]|热线|举报|报警|会议号|投诉|预约|公示/;
const SHORT_LEADS =
  /(?:电话|热线|拨打?|致电|打|短号|内线|分机|号码|传真|tel|报警|举报|公示|咨询|投诉|预约)\s?(?:电话|号码|号)?\s?[是为:]?\s?$/;
const SHORT_FOLLOWS = /\s?(?:热线|报警|急救|举报|便民|投诉|政务服务)/y;
const TWICE = /\s?(?:次|遍|个|点|分|折|人|元|米|天|家|户|通|份|条|版|[-—~:.]\d|号)/y;
const ROOM = /\d{1,2}-\d{4}(?![\d-]|\s?(?:人|名|元|万|个|户|份|年|岁|分))/y;

/** Whether it is worth while to look at Latin letters at all. */
export function mayHaveAddress(body: string): boolean {
  return ADDRESS_SIGNS.some((sign) => body.includes(sign));
}

/** A link, a mailbox, a bare address, the name of an account. */
export function addressAt(scan: Scan, at: number): Fact | null {
  const { body } = scan;
  const before = body[at - 1] ?? ' ';
  const link = 'hfw'.includes(body[at] ?? ' ') ? matchAt(URL, body, at) : undefined;
  if (link) return linkFact(at, link);
  if (/[a-z0-9._@-]/.test(before)) return null;
  const mail = matchAt(MAIL, body, at);
  if (mail) return { kind: 'contact', start: at, end: at + mail.length, value: `mail ${mail}` };
  const bare = matchAt(BARE_URL, body, at);
  if (bare && /[a-z]/.test(bare.slice(0, bare.indexOf('.')))) return linkFact(at, bare);
  const account = matchAt(ACCOUNT, body, at);
  if (account && ACCOUNT_LEADS.test(body.slice(Math.max(0, at - 8), at))) {
    return { kind: 'contact', start: at, end: at + account.length, value: `account ${account}` };
  }
  return null;
}

/** The sentence's own punctuation is no part of an address. */
function linkFact(at: number, words: string): Fact {
  const url = words.replace(/[.,;:!?)'\]]{1,40}$/, '');
  return { kind: 'link', start: at, end: at + url.length, value: `url ${canonicalUrl(url)}` };
}

/** A telephone number or another long row of figures; `length` figures stand there without a gap. */
export function phoneAt(scan: Scan, at: number, length: number): Fact | null {
  const { body } = scan;
  const before = body[at - 1] ?? ' ';
  if (before === '.') return null;
  if (/[a-z]/.test(before) && !NAMED.test(body.slice(Math.max(0, at - 4), at))) return null;
  const phone = matchAt(PHONE, body, at);
  if (phone && !(length >= 7 && phone.length === length && unitAt(body, at + length))) {
    return phoneFact(at, phone);
  }
  if (length > 6) return null;
  const groups = length < 5 ? groupsAt(scan, at) : undefined;
  if (groups) return phoneFact(at, groups);
  return speaksOfPhones(scan) ? shortPhoneAt(scan, at, length) : null;
}

/** "8632 1147"; "863-1147" only where the text speaks of telephones, for it may be a stretch. */
function groupsAt(scan: Scan, at: number): string | undefined {
  const groups = matchAt(GROUPS, scan.body, at);
  if (!groups || YEARS.test(groups) || unitAt(scan.body, at + groups.length)) return undefined;
  return / \d/.test(groups) || speaksOfPhones(scan) ? groups : undefined;
}

/** "打119", "12345热线", "转801". */
function shortPhoneAt(scan: Scan, at: number, length: number): Fact | null {
  const { body } = scan;
  if (length < 3 || unitAt(body, at + length)) return null;
  TWICE.lastIndex = at + length;
  if (TWICE.test(body)) return null;
  SHORT_FOLLOWS.lastIndex = at + length;
  const before = body.slice(Math.max(0, at - 12), at);
  const led = SHORT_LEADS.test(before) || (length > 4 && LED_BY_NAME.test(before));
  const listed = factBefore(scan, at, JOINT)?.value.startsWith('phone');
  const named = body[at] === '1' && SHORT_FOLLOWS.test(body);
  return led || listed || named ? phoneFact(at, body.slice(at, at + length)) : null;
}

/** "4-3210": a room, not a stretch. */
export function roomAt(scan: Scan, at: number): Fact | null {
  if (/[\d-]/.test(scan.body[at - 1] ?? '')) return null;
  const room = matchAt(ROOM, scan.body, at);
  return room ? { kind: 'place', start: at, end: at + room.length, value: `room ${room}` } : null;
}

function speaksOfPhones(scan: Scan): boolean {
  scan.speaksOfPhones ??= PHONES.test(scan.body);
  return scan.speaksOfPhones;
}

function phoneFact(at: number, words: string): Fact {
  // An extension is told apart, so that a number with one is not another number.
  const [number = '', extension] = words.split(
    /\s?(?:-?转|分机|ext\.?)\s?|(?<=\d{7})-(?=\d{3,4}$)/,
  );
  const digits = number.replace(/\D/g, '').replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '');
  const value = `phone ${digits}${extension ? ` ${extension}` : ''}`;
  return { kind: 'contact', start: at, end: at + words.length, value };
}

function matchAt(pattern: RegExp, body: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(body)?.[0];
}
