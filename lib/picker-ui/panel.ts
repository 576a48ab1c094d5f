import { button, element } from '../overlay/element';
import { t } from '../overlay/translate';
import type { Correctable } from '../picker/corrections';
import type { ReadMessage } from '../sites/site';
import type { Reading } from './reading';

/** With its date: one sees whether the day was understood. */
const SHORT = { dateStyle: 'short', timeStyle: 'short' } as const;

/** What stands for a message without words. */
const WORDLESS: Partial<
  Record<ReadMessage['kind'], 'picker_image' | 'picker_video' | 'picker_voice'>
> = {
  image: 'picker_image',
  video: 'picker_video',
  voice: 'picker_voice',
};

/** What the panel says and asks for. */
export type PanelState = {
  reading: Reading | null;
  /** The part that is being pointed at. */
  pointing: Correctable | null;
  /** A part that could not be taken, or another thing to be told. */
  trouble: string;
  /** This page has been pointed out before. */
  isKnown: boolean;
  /** What is to be said when all is done; "" before. */
  done: string;
};

export type PanelActions = {
  correct(what: Correctable): void;
  stopPointing(): void;
  otherSide(): void;
  confirm(): void;
  cancel(): void;
};

const PARTS: readonly Correctable[] = [
  'transcript',
  'message',
  'text',
  'sender',
  'time',
  'own',
  'system',
  'title',
];

/** The panel's inside: what was found, some messages as they were read, and a button for each part. */
export function panelWith(state: PanelState, actions: PanelActions): Node[] {
  const { reading, pointing } = state;
  if (state.done !== '') return lastWords(state.done, actions);
  const told = pointing ? t(`picker_point_${pointing}`) : foundWords(state);
  return [
    element('div', { part: 'head' }, [
      element('h2', { part: 'heading' }, [
        t(state.isKnown ? 'picker_title_again' : 'picker_title'),
      ]),
      button({ part: 'button', 'data-name': 'side' }, [t('picker_other_side')], actions.otherSide),
    ]),
    element('p', { part: 'told', role: 'status' }, [told]),
    ...(state.trouble === ''
      ? []
      : [element('p', { part: 'trouble', role: 'alert' }, [state.trouble])]),
    ...(pointing ? pointingParts(actions) : foundParts(reading, actions)),
  ];
}

function lastWords(words: string, actions: PanelActions): Node[] {
  return [
    element('p', { part: 'told', role: 'status' }, [words]),
    button({ part: 'button primary', 'data-name': 'close' }, [t('picker_close')], actions.cancel),
  ];
}

function foundWords({ reading }: PanelState): string {
  if (!reading) return t('picker_none');
  const chat = (reading.definition.title && reading.chat) || t('picker_no_title');
  return t('picker_found', { chat, count: `${reading.count}` });
}

function pointingParts(actions: PanelActions): Node[] {
  return [
    element('p', { part: 'note' }, [t('picker_keys')]),
    element('div', { part: 'actions' }, [
      button({ part: 'button', 'data-name': 'stop' }, [t('picker_back')], actions.stopPointing),
    ]),
  ];
}

function foundParts(reading: Reading | null, actions: PanelActions): Node[] {
  const confirm = button(
    { part: 'button primary', 'data-name': 'confirm' },
    [t('picker_confirm')],
    actions.confirm,
  );
  confirm.disabled = reading === null;
  return [
    ...(reading ? [messageList(reading), ...notes(reading)] : []),
    element('p', { part: 'ask' }, [t(reading ? 'picker_wrong' : 'picker_help')]),
    element(
      'div',
      { part: 'parts' },
      PARTS.map((what) => partButton(what, reading, actions)),
    ),
    element('div', { part: 'actions' }, [
      confirm,
      button({ part: 'button', 'data-name': 'cancel' }, [t('picker_cancel')], actions.cancel),
    ]),
  ];
}

function messageList({ messages }: Reading): HTMLElement {
  return element('ol', { part: 'messages' }, messages.map(messageLine));
}

function messageLine(message: ReadMessage): HTMLElement {
  const who = message.own ? t('picker_me') : message.sender || t('picker_unknown_sender');
  const when =
    message.time !== undefined
      ? new Date(message.time).toLocaleString(t('language_tag'), SHORT)
      : (message.clock ?? t('picker_no_time'));
  const text = message.text || message.file?.name || t(WORDLESS[message.kind] ?? 'picker_no_words');
  return element('li', { part: 'sample' }, [
    element('span', { part: 'who' }, [who]),
    ' ',
    element('span', { part: 'when' }, [when]),
    element('span', { part: 'words' }, [text.length > 90 ? `${text.slice(0, 90)}…` : text]),
  ]);
}

/** What the user should know before they agree. */
function notes({ definition, own }: Reading): HTMLElement[] {
  const said = [
    ...(definition.rememberedHeights ? [t('picker_note_marked')] : []),
    ...(definition.messageId ? [] : [t('picker_note_no_ids')]),
    ...(own === 0 ? [t('picker_note_no_own')] : []),
    ...(definition.title ? [] : [t('picker_note_no_title')]),
  ];
  return said.map((words) => element('p', { part: 'note' }, [words]));
}

function partButton(
  what: Correctable,
  reading: Reading | null,
  actions: PanelActions,
): HTMLElement {
  const isFound = reading !== null && hasPart(what, reading);
  const label = element('span', {}, [t(`picker_part_${what}`)]);
  // Most pages need no mark of lines that nobody said.
  const missing = what === 'system' ? '' : t('picker_missing');
  const state = element('span', { part: isFound ? 'found' : 'missing' }, [isFound ? '✓' : missing]);
  const made = button({ part: 'button', 'data-name': `part-${what}` }, [label, ' ', state], () =>
    actions.correct(what),
  );
  // Inside of nothing there is nothing to point at.
  made.disabled = reading === null && what !== 'transcript' && what !== 'message';
  return made;
}

function hasPart(what: Correctable, { definition, own, timed }: Reading): boolean {
  if (what === 'sender') return definition.kinds.some(({ sender }) => sender);
  if (what === 'time') return timed > 0;
  if (what === 'own') return own > 0;
  if (what === 'system') return definition.system !== undefined;
  return what === 'title' ? definition.title !== undefined : true;
}
