import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { EraseRequest } from '../lib/messages/protocol';
import { ConfirmDialog } from './ConfirmDialog';
import { DayField } from './DayField';
import { Segmented } from './Segmented';
import { showFullDay } from './show-range';

type What = 'today' | 'range' | 'chat' | 'everything';

/** A chat of which something is kept. */
export type KnownChat = { site: string; chat: string };

/** Erases counts: today, a range of days, one chat, or everything. Names what goes before it goes. */
export function EraseData(props: {
  /** "YYYY-MM-DD". */
  today: string;
  /** Every chat of which something is kept, by name. */
  chats: readonly KnownChat[];
  /** What the last erasing came to, "" before any. */
  result: string;
  /** An erasing goes on; the next one waits for its end. */
  busy: boolean;
  onErase(request: EraseRequest): void;
}) {
  const [what, setWhat] = useState<What>('today');
  const [from, setFrom] = useState(props.today);
  const [to, setTo] = useState(props.today);
  const [chat, setChat] = useState('');
  // As it was at the click: what is asked about stays the same while new chats and days come in.
  const id = useId();
  const [asking, setAsking] = useState<EraseRequest | null>(null);
  const chosen = props.chats.find((each) => keyOf(each) === chat);
  const request = requestFor(what, props.today, { from, to }, chosen);
  const choose = (choice: What) => {
    setWhat(choice);
    const [first] = props.chats;
    if (choice === 'chat' && !chosen && first) setChat(keyOf(first));
  };
  return (
    <>
      <Segmented<What>
        name="erase"
        legend={i18n.t('erase_title')}
        value={what}
        choices={[
          { value: 'today', label: i18n.t('erase_today') },
          { value: 'range', label: i18n.t('erase_range') },
          { value: 'chat', label: i18n.t('safety_erase_chat') },
          { value: 'everything', label: i18n.t('erase_everything') },
        ]}
        onChange={choose}
      />
      {what === 'range' && (
        <div class="range">
          <DayField
            label={i18n.t('erase_from')}
            value={from}
            max={props.today}
            wrong={request === null ? `${id}-wrong` : undefined}
            onChange={setFrom}
          />
          <DayField
            label={i18n.t('erase_to')}
            value={to}
            max={props.today}
            wrong={request === null ? `${id}-wrong` : undefined}
            onChange={setTo}
          />
          {request === null && (
            <p class="note refused" id={`${id}-wrong`}>
              {i18n.t('erase_range_wrong')}
            </p>
          )}
        </div>
      )}
      {what === 'chat' && <ChatField chats={props.chats} value={chat} onChange={setChat} />}
      <button
        type="button"
        class="button danger"
        // Not disabled: the focus returns to it from the question, also when the chosen chat is no more.
        aria-disabled={props.busy || request === null}
        onClick={() => !props.busy && setAsking(request)}
      >
        {i18n.t('erase_button')}
      </button>
      <p role="status">{props.result}</p>
      {asking && (
        <ConfirmDialog
          title={i18n.t('erase_confirm_title')}
          words={nameWhatGoes(asking)}
          confirm={i18n.t('erase_confirm')}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            props.onErase(asking);
          }}
        />
      )}
    </>
  );
}

function requestFor(
  what: What,
  today: string,
  { from, to }: { from: string; to: string },
  chat: KnownChat | undefined,
): EraseRequest | null {
  if (what === 'everything') return { what };
  if (what === 'today') return { what: 'days', from: today, to: today };
  if (what === 'chat') return chat ? { what, site: chat.site, chat: chat.chat } : null;
  return from !== '' && to !== '' && from <= to ? { what: 'days', from, to } : null;
}

function nameWhatGoes(request: EraseRequest): string {
  if (request.what === 'chat') {
    return i18n.t('safety_erase_confirm_chat', { chat: chatWords(request) });
  }
  if (request.what !== 'days') return i18n.t('erase_confirm_everything');
  const { from, to } = request;
  if (from === to) return i18n.t('erase_confirm_day', { day: showFullDay(from) });
  return i18n.t('erase_confirm_days', { from: showFullDay(from), to: showFullDay(to) });
}

function ChatField(props: {
  chats: readonly KnownChat[];
  /** Key of the chosen chat; one that is not in the list stands for none. */
  value: string;
  onChange(value: string): void;
}) {
  const id = useId();
  if (props.chats.length === 0) return <p class="note">{i18n.t('safety_erase_no_chat')}</p>;
  const isListed = props.chats.some((chat) => keyOf(chat) === props.value);
  return (
    <div class="field">
      <label for={id}>{i18n.t('safety_erase_which')}</label>
      <select
        id={id}
        value={isListed ? props.value : ''}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {!isListed && <option value="">{i18n.t('erase_choose_chat')}</option>}
        {props.chats.map((chat) => (
          <option key={keyOf(chat)} value={keyOf(chat)}>
            {chatWords(chat)}
          </option>
        ))}
      </select>
    </div>
  );
}

function keyOf({ site, chat }: KnownChat): string {
  return `${site}|${chat}`;
}

function chatWords({ chat }: KnownChat): string {
  return chat === '' ? i18n.t('unnamed_chat') : chat;
}
