import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ScrolledTable } from '../merge/ScrolledTable';
import { showNumber } from '../show-amount';
import { siteWord } from '../site-word';
import type { FoundChat, FoundView, HistoriesProps } from './histories-props';

/** Clients whose chats may be in a file. */
export const HISTORY_SITES = [
  'wechat',
  'feishu',
  'lark',
  'dingtalk',
  'qq',
  'telegram',
  'telegram-a',
  'telegram-k',
  'whatsapp',
  'slack',
  'other',
] as const;

/** Chats shown before one asks for all. */
const SHOWN = 30;

/** The chats that were found. Their names decide which are one chat with those that pages tell. */
export function FoundChats(
  props: Pick<FoundView, 'chats' | 'knownChats'> & Pick<HistoriesProps, 'onChat'>,
) {
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = all ? props.chats : props.chats.slice(0, SHOWN);
  const count = showNumber(props.chats.length);
  return (
    <>
      <p class="note">{i18n.t('histories_chats_hint')}</p>
      <datalist id={id}>
        {props.knownChats.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ScrolledTable label={i18n.t('histories_chats')}>
        <caption>{i18n.t('histories_chats')}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('histories_chat')}</th>
            <th scope="col">{i18n.t('histories_site')}</th>
            <th scope="col" class="number">
              {i18n.t('histories_messages')}
            </th>
            <th scope="col">{i18n.t('histories_period')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((chat, at) => (
            <ChatRow key={at} chat={chat} at={at} list={id} onChat={props.onChat} />
          ))}
        </tbody>
      </ScrolledTable>
      {shown.length < props.chats.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {i18n.t('histories_chats_all', { count })}
        </button>
      )}
    </>
  );
}

function ChatRow(
  props: { chat: FoundChat; at: number; list: string } & Pick<HistoriesProps, 'onChat'>,
) {
  const { chat, at } = props;
  return (
    <tr>
      <td>
        <input
          type="text"
          aria-label={`${i18n.t('histories_chat')} ${at + 1}`}
          list={props.list}
          maxLength={200}
          value={chat.name}
          onInput={({ currentTarget }) => props.onChat(at, { name: currentTarget.value })}
        />
      </td>
      <td>
        <SiteSelect
          label={`${i18n.t('histories_site')} ${at + 1}`}
          site={chat.site}
          onSite={(site) => props.onChat(at, { site })}
        />
      </td>
      <td class="number">{showNumber(chat.messages)}</td>
      <td>{chat.first && i18n.t('histories_days', { first: chat.first, last: chat.last })}</td>
    </tr>
  );
}

/** The client in which a chat is. */
function SiteSelect(props: { label: string; site: string; onSite(site: string): void }) {
  return (
    <select
      aria-label={props.label}
      value={props.site}
      onChange={({ currentTarget }) => props.onSite(currentTarget.value)}
    >
      {HISTORY_SITES.map((site) => (
        <option key={site} value={site}>
          {siteWord(site)}
        </option>
      ))}
    </select>
  );
}
