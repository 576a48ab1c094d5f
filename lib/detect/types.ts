/** The words of the project: the same in code, on the screens, in documents and tests. */

/** What one posting consists of. `placeholder` is a sentence such as "[暂不支持的消息类型]". */
export type MessageKind =
  | 'text'
  | 'file'
  | 'image'
  | 'link'
  | 'video'
  | 'voice'
  | 'location'
  | 'placeholder'
  | 'system';

/** One thing posted in one chat. */
export type Message = {
  /** Site id, ":" and the server's message id. Unique, durable. */
  key: string;
  /** Adapter id, for example "wechat". */
  site: string;
  /** Display name of the chat: the only durable identity that web WeChat has. */
  chat: string;
  /** Display name of the sender, "" where not (yet) known. */
  sender: string;
  own: boolean;
  /** Unix time in milliseconds. */
  time: number;
  kind: MessageKind;
  /** Displayed text, lines separated by "\n"; a file's or link's title is not repeated here. */
  text: string;
  /** `size` in bytes; `exact` is false when it was read from a rounded display ("2.7MB"). */
  file?: { name: string; size: number; exact: boolean };
  link?: { url: string; title: string };
  /**
   * `key`: identity of a picture's bytes, where the site gives one. `look`: what can be told of its pixels where they
   * could be read, "00ff3c18e7c3811c 200x150": a difference hash of 9 × 8 cells, and its size. The same look is not
   * the same picture.
   */
  image?: { key?: string; look?: string };
  /** The site itself says that the user is mentioned. */
  mentionsMe?: boolean;
  /** The text was cut by the reader because it is too long, or a part of it is covered until one clicks: never folded. */
  oversize?: boolean;
};

export type Relation = 'new' | 'copy' | 'revision' | 'series' | 'none';

export type FactKind =
  | 'date'
  | 'time'
  | 'place'
  | 'number'
  | 'contact'
  | 'title'
  | 'audience'
  | 'file'
  | 'link'
  | 'wording';

/** `from` and `to` are the literal words of the two messages; "" where one has none. `role` is "deadline" when the fact says until when. */
export type Change = { fact: FactKind; from: string; to: string; role?: 'deadline' };

export type DemandKind =
  | 'reply'
  | 'relay'
  | 'check-in'
  | 'screenshot'
  | 'photo'
  | 'location'
  | 'share'
  | 'study'
  | 'form'
  | 'meeting'
  | 'inspection'
  | 'ranking';

/** A reason never to fold. `revision`: the version changes an earlier one; `comment`: a copy with words of its sender's own;
 * `attachment`: what came with a copy is not, or not yet, what came with its notice. */
export type Guard =
  | 'emergency'
  | 'mention'
  | 'own'
  | 'deadline'
  | 'revision'
  | 'never-fold'
  | 'placeholder'
  | 'oversize'
  | 'approximate-size'
  | 'comment'
  | 'attachment'
  | 'too-old';

export type Action = 'show' | 'mark' | 'fold';

/** What the judge says of one message. */
export type Verdict = {
  relation: Relation;
  /** Copy: key of the first message of the same version. Revision: key of the version it changes. Else null. */
  of: string | null;
  /** Id of the version that this message states: the key of the message it was first seen in. Null when not a notice. */
  notice: string | null;
  /** A copy that lacks a part of the notice (cut at the end): must not stand in for the whole. */
  partial: boolean;
  /** 0 to 1. */
  similarity: number;
  changed: Change[];
  demands: DemandKind[];
  /** The message asks for traces and says nothing else. */
  traceOnly: boolean;
  isReply: boolean;
  guards: Guard[];
  /** Unix time in milliseconds, from the message's own words. */
  deadline: number | null;
  /** Default action, before settings and before what the reader has had on screen. */
  action: Action;
  /** Short machine word, for example "same-text", "explicit-reference". */
  reason: string;
  /** What to call the notice in one line: 《…》, a 【…】 head or its first words; ≤ 40 characters. */
  title: string;
};

/** Settings that change a verdict. All plain data. */
export type JudgeOptions = {
  /** Matches older than this are told ("seen on …"), never folded. Milliseconds. */
  windowMs: number;
  /** The user's own names, for "@name". */
  myNames: readonly string[];
  neverFold: {
    chats: readonly string[];
    senders: readonly string[];
    keywords: readonly string[];
  };
  /** Content keys (see content-key) that the user said are no copy of anything. */
  notCopies: ReadonlySet<string>;
  /** Content keys that the user wants folded always. */
  alwaysFold: ReadonlySet<string>;
};
