import { canonicalFileName, canonicalUrl } from './attachment.ts';
import type { Fact } from './fact.ts';
import { findFacts } from './facts.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { headerOf, withoutHeader } from './header.ts';
import { type HashKey, hashCodesWith, hashWith, OPEN_KEY } from './keyed-hash.ts';
import { NEAR_CHARACTERS, NOTICE_CHARACTERS, TEXT_CAP } from './limits.ts';
import { type Normal, normalize } from './normalize.ts';
import { isPlaceholder } from './placeholder.ts';
import type { Span, Stretch } from './spans.ts';
import { type Tokens, tokenize } from './tokens.ts';
import type { Message } from './types.ts';

/** Everything the engine reads from one message. */
export type Analysis = {
  message: Message;
  /** What its hashes were made with: only those of one key can be compared. */
  key: HashKey;
  normal: Normal;
  facts: Fact[];
  tokens: Tokens;
  placeholder: boolean;
  /** Over the cap, or cut by the reader: matched exactly or not at all. */
  oversize: boolean;
  isNotice: boolean;
  /** Equal for messages that say the same, relative days resolved. */
  exact: string;
  /** "10-21#3" of a head "【10月21日 通知三】". */
  header: string | null;
  /** What is read only when it is asked for. */
  later: { prints?: number[]; spans?: Span[]; subjects?: Stretch[]; updates?: boolean };
};

/** The part of a message that an analysis depends on. */
export type Source = Pick<Message, 'kind' | 'text' | 'time' | 'file' | 'link' | 'image'>;

/** A message is judged and then remembered: the last one read is all that is asked for twice. */
let last: Analysis | null = null;

/** Reads a message. The same object is read once in a row. Without a key nothing is compared with what others said. */
export function analyse(message: Message, key?: HashKey): Analysis {
  const isRead = last?.message === message && (key === undefined || last.key === key);
  if (!last || !isRead) last = analysePart(message, key ?? OPEN_KEY);
  return last;
}

/** Reads what is no message of its own, or one of long ago. */
export function analysePart(message: Message, key: HashKey): Analysis {
  const oversize = message.oversize === true || message.text.length > TEXT_CAP;
  const normal = normalize(oversize ? message.text.slice(0, TEXT_CAP) : message.text);
  const header = headerOf(normal.folded);
  if (header) normal.body = withoutHeader(normal.body);
  const facts = findFacts(normal.body, message.time);
  const tokens = tokenize(normal.body, facts, key);
  const placeholder = isPlaceholder(message);
  const attached = Boolean(message.file || message.link || message.image?.key);
  return {
    message,
    key,
    normal,
    facts,
    tokens,
    placeholder,
    oversize,
    isNotice: !placeholder && (attached || tokens.characters >= NOTICE_CHARACTERS),
    exact: exactKey(message, oversize ? wholeText(message.text) : codesText(tokens, key), key),
    header: header?.id ?? null,
    later: {},
  };
}

/** Fingerprints of the text, none when it is too short or too long for anything but an exact match. */
export function printsOf(analysis: Analysis): number[] {
  const { later } = analysis;
  if (later.prints) return later.prints;
  const near = !analysis.oversize && analysis.tokens.plain >= NEAR_CHARACTERS;
  const found = near ? fingerprintsOf(analysis.tokens) : [];
  later.prints = found;
  return found;
}

function exactKey(message: Message, text: string, key: HashKey): string {
  const { file, link, image } = message;
  if (!file && !link && !image) return text.length > 64 ? hashWith(key, text) : text;
  return hashWith(
    key,
    [
      text,
      file ? canonicalFileName(file.name) : '',
      link ? `${canonicalUrl(link.url)} ${squeeze(link.title)}` : '',
      image?.key ?? '',
    ].join('\u0000'),
  );
}

/** Text without white space; for texts that are too long to read. */
function wholeText(text: string): string {
  return `whole ${text.replace(/\s+/g, '')}`;
}

function codesText({ codes }: Tokens, key: HashKey): string {
  return `${hashCodesWith(key, codes)} ${codes.length}`;
}

/** A title as it is compared: width, case and white space do not count. */
export function squeeze(text: string): string {
  return text.slice(0, 400).normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
