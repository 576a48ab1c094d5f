import { bare, type Content, textContent } from './content';
import { linksIn, textWithLinks } from './links';
import { answeredBox } from './picked-answered';
import type { PickedDefinition, RowKind } from './picked-definition';
import { fileIn, fileInPieces, fileNamed, isCalledPicture } from './picked-file';
import { isDurable } from './picked-id';
import { type Media, mediaIn } from './picked-media';
import { isMarked, isOwn } from './picked-own';
import { partOf } from './picked-place';
import { previewsIn } from './picked-preview';
import { kindsOf, type RowPlace, type Surroundings } from './picked-row';
import { goesOn, nameAt, senderOf } from './picked-sender';
import { isUnseen, ownWords, paragraphsFrom, saysSomething, wordsIn } from './picked-text';
import { exactTime, readStamp, timeOn } from './picked-time';
import { isComingOrGoing, isPage, isTakenBack, isTold } from './picked-told';
import { chainUpTo, holds } from './picked-tree';
import type { ReadMessage } from './site';

/** Reads the message of a row; null where there is none: a line of the system, a message being written anew. */
export function readPicked(
  definition: PickedDefinition,
  place: RowPlace,
  around: Surroundings,
  now: number,
): ReadMessage | null {
  const { row, transcript } = place;
  if (row.querySelector('textarea, [contenteditable=""], [contenteditable="true"]')) return null;
  if (isMarked(definition.system, row, transcript)) return null;
  const found = kindOf(definition, row, transcript);
  if (!found) return null;
  const { kind, content } = found;
  const own = isOwn(kind.own, kind, row, transcript);
  if (own === null) return null;
  const sender = senderOf(definition, place, kind, own, around);
  if (sender === null || isPage(sender) || isComingOrGoing(content.text, sender)) return null;
  if (isTakenBack(content.text)) return null;
  // Under nobody's name, which every text begins with, or that of who it is told of.
  if (isTold(content.text) && content.text.startsWith(nameAt(kind, row, transcript))) return null;
  const time = timeOf(kind, place, now);
  const id = idOf(definition, row, transcript);
  const knownBy = id === null ? knownByOf(definition, kind, sender, own, time) : null;
  return {
    id,
    own,
    sender,
    clock: time.clock,
    ...(time.at === null ? {} : { time: time.at }),
    ...content,
    ...(knownBy === null ? {} : { knownBy }),
  };
}

/** Between a name in the words and the rest stand signs: "<王强> 收到", "王强：收到". */
const AFTER_NAME = /^(?:[<＜[(（]?\s*[>＞\])）]\s*)?(?:[:：|•·▸▶›»➤]\s*|[-–—]+\s+)?/;

function withoutSigns(words: string, text: Element, name: Element | null | undefined): string {
  return name && text.contains(name) ? words.replace(AFTER_NAME, '') : words;
}

/** Beside a picture: how much of it has gone up, how many have answered with a sign, or who did, as the letters of a face. */
function isCount(text: Element, except: ReadonlySet<Element>): boolean {
  const signs = new Set([...except, ...text.querySelectorAll('img')]);
  return /^(?:\p{L}{1,2}\n)*[\d\s%]*$/u.test(wordsIn(text, signs, true));
}

/** The first kind whose words are there; else one that shows a picture. */
function kindOf(
  definition: PickedDefinition,
  row: Element,
  transcript: Element,
): { kind: RowKind; content: Content } | null {
  const fitting = kindsOf(definition, row, transcript);
  const previews = previewsIn(row);
  for (const kind of fitting) {
    const text = partOf(kind.text, row, transcript);
    if (!text) continue;
    const answered = answeredBox(kind, row, transcript);
    const others = answered ? [answered] : [];
    const media = mediaIn(kind, row, transcript, [...previews, ...others]);
    // Beside a picture stands how far it has come, also when it is there.
    const isDrawn = media.kind !== null;
    if (isDrawn && chainUpTo(text, row)?.some(isUnseen)) continue;
    const added = excluded(kind, [...media.pictures, ...previews], row, transcript);
    const except = new Set([...added, ...others]);
    const name = kind.sender && partOf(kind.sender, row, transcript);
    // Of a message that says nothing else it is what it says.
    const wordsWithout = (these: ReadonlySet<Element>) =>
      paragraphsFrom(text, row, these)
        .map((each) => wordsIn(each, these, isDrawn))
        .join('\n')
        .trim();
    const said = wordsWithout(except) || wordsWithout(added);
    const words = withoutSigns(said, text, name);
    const isSaid = saysSomething(words) || (!isDrawn && words !== '' && isTimed(kind, row, text));
    if (isSaid && !(isDrawn && isCount(text, except)))
      return { kind, content: contentOf(text, words, media.kind) };
  }
  // Where the words would be is where the picture is, or else whose it is must be shown.
  const kind =
    fitting.find(({ text }) => partOf(text, row, transcript)) ??
    fitting.find((each) => nameAt(each, row, transcript) !== '') ??
    fitting.find(
      (each) => typeof each.own === 'object' && isOwn(each.own, each, row, transcript),
    ) ??
    fitting.find(({ sender }) => sender === undefined);
  const media = kind && mediaIn(kind, row, transcript, previews).kind;
  return media ? { kind, content: bare(media) } : null;
}

/** It shows when it was sent beside these words: a time among them is what was said. */
function isTimed({ time, text: { place } }: RowKind, row: Element, text: Element): boolean {
  const shown = time && !time.up ? partOf(time, row, row) : null;
  return place.length > 0 && shown !== null && !holds(shown, text) && !holds(text, shown);
}

/** What a picture is called is no word of the message, and what an address leads to is none. */
function excluded(
  kind: RowKind,
  added: readonly Element[],
  row: Element,
  transcript: Element,
): Set<Element> {
  const sender = goesOn(kind, row, transcript) ? undefined : kind.sender;
  const parts = [sender, kind.time, kind.avatar].filter((part) => part !== undefined);
  return new Set([
    ...added,
    ...parts.map((part) => partOf(part, row, transcript)).filter((part) => part !== null),
  ]);
}

/** With a picture a text is not the same as without. */
function contentOf(text: Element, words: string, media: Media['kind']): Content {
  const card = fileIn(words) ?? fileInPieces(text, words);
  const file = card ?? fileNamed(words);
  // What a picture that was sent is called is none of its words; beside a file's name stands a sign for its kind.
  if (media && file?.file) return isCalledPicture(file.file.name) ? bare(media) : file;
  if (media) return { ...textContent(words), kind: media };
  if (card) return card;
  const said = textWithLinks(
    words,
    linksIn(text, (link) => wordsIn(link, new Set())),
  );
  return said.link ? said : (file ?? said);
}

type ReadTime = { clock: string | null; at: number | null; isExact: boolean };

function timeOf(kind: RowKind, { row, transcript, day }: RowPlace, now: number): ReadTime {
  const words = stampOf(kind, row, transcript);
  if (words === null) return { clock: null, at: null, isExact: false };
  const exact = exactTime(words);
  if (exact !== null) return { clock: null, at: exact, isExact: true };
  // Some clients leave the zero out: "9:5".
  const stamp = readStamp(words.replace(/:(\d)(?!\d)/g, ':0$1'), now);
  const on = stamp.day ?? day;
  const at = stamp.clock !== null && on !== null ? timeOn(on, stamp.clock) : null;
  // A day that was guessed from its name may lie ahead; a message does not.
  return {
    clock: stamp.clock,
    at: at !== null && at <= now + 86_400_000 ? at : null,
    isExact: false,
  };
}

/** The words that tell the time; null where there is no element for them. */
function stampOf({ time, text }: RowKind, row: Element, transcript: Element): string | null {
  const element = time && partOf(time, row, transcript);
  if (!element) return null;
  if (time.attribute) return element.getAttribute(time.attribute) ?? '';
  const said = partOf(text, row, transcript);
  const isAround = said !== null && element !== said && holds(element, said);
  return isAround ? ownWords(element) : (element.textContent ?? '').trim();
}

function idOf({ messageId }: PickedDefinition, row: Element, transcript: Element): string | null {
  const element = messageId && partOf(messageId, row, transcript);
  const value = element?.getAttribute(messageId?.attribute ?? '') ?? '';
  return isDurable(value) ? value : null;
}

/** Null while something that every message shows is not there. */
function knownByOf(
  { knownBy }: PickedDefinition,
  kind: RowKind,
  sender: string,
  own: boolean,
  time: ReadTime,
): string | null {
  if (knownBy.sender && kind.sender && !own && sender === '') return null;
  const clock = time.isExact ? `${time.at}` : time.clock;
  if (knownBy.clock && clock === null) return null;
  return JSON.stringify([knownBy.sender ? sender : '', knownBy.clock ? clock : '', own]);
}
