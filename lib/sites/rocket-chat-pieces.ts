/**
 * What a message of Rocket.Chat is drawn of, piece below piece: its source (RoomMessageContent, Attachments,
 * MessageCollapsible, AttachmentImage, UrlPreviews) and Fuselage's (MessageBody, MessageGenericPreview, MessageBlock),
 * versions of 2023 to 2026, read 2026-11. Classes of a layout are hashed ("rcx-css-1yimpo4"); those here are not.
 */
export const CONTAINER = ':scope > .rcx-message-container:not(.rcx-message-container--left)';
const BODY = '.rcx-message-body';
/** Above the words: the name; below: previews of pages, threads, reactions, buttons, who has read it. */
const AROUND =
  '.rcx-message-header, .rcx-message-block:not(.rcx-message-block--width-fixed), .rcx-button-group, [role="status"], [data-fl-ui]';
const PAGE_BLOCK = '.rcx-message-block';
/** A quote and a bot's card are told by the outer element; either may hold the like inside. */
const QUOTE = '.rcx-attachment__content';
const CARD = '.rcx-message-attachment';
const FILE = '.rcx-message-generic-preview__title';
export const PICTURE = 'img.gallery-item';
const PLACE = 'a[href^="https://maps.google.com/maps?daddr="]';
const ALIVE = 'img, video, audio, iframe, canvas, object, embed, input, select, textarea';
/** An arrow to the left: what stands below is not drawn (useCollapse); below is "chevron-down" when it is. */
const CLOSED = '.rcx-icon--name-chevron-left';
/** "Attachment restricted" (RestrictedAttachment, 2026). */
const WITHHELD = '.rcx-icon--name-ban';

export type Kind =
  | 'nothing'
  /** The message's words, or those above a file. */
  | 'words'
  | 'quote'
  | 'card'
  /** What an app or a call draws. */
  | 'app'
  /** The line over a file or picture: its name, size, and the button that closes it. */
  | 'bar'
  | 'file'
  | 'picture'
  | 'video'
  | 'voice'
  | 'place'
  /** The sentence that stands for words which cannot be read without a key. */
  | 'locked'
  /** The sentence that stands for words of somebody whom the user ignores. */
  | 'ignored'
  | 'unknown';

export type Piece = { kind: Kind; element: Element };

/** The pieces of a row, in order. Throws where it has no place for them. */
export function piecesOf(row: Element, mid: string): Piece[] {
  const container = row.querySelector(CONTAINER);
  if (!container) throw new Error('no body');
  const pieces = [...container.children]
    .map((element) => ({ kind: kindOf(element, mid), element }))
    .filter(({ kind }) => kind !== 'nothing');
  // Until 2023 that sentence stood there without an element of its own.
  const isBare = [...container.childNodes].some(
    (node) => node.nodeType === 3 && node.nodeValue?.trim(),
  );
  return isBare ? [...pieces, { kind: 'locked', element: container }] : pieces;
}

/** Part of what a card says is closed, withheld, or a picture. */
export function isHalfRead(card: Element): boolean {
  if (card.querySelector(`${CLOSED}, ${WITHHELD}, video, audio, iframe`)) return true;
  // A face, or the small picture at the side, stands in a figure.
  if ([...card.querySelectorAll('img')].some((image) => !image.closest('figure'))) return true;
  const buttons = [...card.querySelectorAll('button')];
  return buttons.filter((button) => !button.closest('.rcx-button-group')).length > 1;
}

function kindOf(element: Element, mid: string): Kind {
  if (element.matches(AROUND) || element.querySelector(':scope > .rcx-button-group:only-child')) {
    return 'nothing';
  }
  if (element.matches(BODY)) return kindOfBody(element, mid);
  if (element.matches(QUOTE)) return 'quote';
  if (element.matches(CARD)) return 'card';
  if (element.matches(PAGE_BLOCK)) return 'app';
  return kindOfAttached(element) ?? kindOfRest(element);
}

/** The message's own body bears its id since 2024; before, and over a file, it is marked otherwise. */
function kindOfBody(body: Element, mid: string): Kind {
  if (body.querySelector(`:scope > * > [role="button"] ${CLOSED}`)) return 'ignored';
  const isWords = body.id === `${mid}-content` || body.matches('[data-qa-type], [dir="auto"]');
  return isWords ? 'words' : 'locked';
}

function kindOfAttached(element: Element): Kind | null {
  if (element.querySelector('video')) return 'video';
  if (element.querySelector('audio')) return 'voice';
  if (element.querySelector(PICTURE)) return 'picture';
  if (element.querySelector(FILE)) return 'file';
  if (element.matches(PLACE) || element.querySelector(PLACE)) return 'place';
  return element.querySelector(':scope > button') ? 'bar' : null;
}

/** Plain text over a file has no mark of its own: it stands before the file's bar. */
function kindOfRest(element: Element): Kind {
  const isEmpty = bareText(element) === '' && !element.querySelector(ALIVE);
  if (isEmpty && !element.matches(ALIVE)) return 'nothing';
  const next = element.nextElementSibling;
  const isOverFile = next !== null && next.querySelector(':scope > button') !== null;
  const isPlain = !element.querySelector(`${ALIVE}, button`) && !element.matches(ALIVE);
  return isOverFile && isPlain ? 'words' : 'unknown';
}

/** Icons are letters of a font. */
function bareText(element: Element): string {
  return (element.textContent ?? '').replace(/[\s\ue000-\uf8ff]+/g, '');
}
