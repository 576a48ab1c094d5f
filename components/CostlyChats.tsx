import { i18n } from '#i18n';
import { showMinutes, showNumber } from './show-amount';

export type ChatCost = {
  site: string;
  chat: string;
  minutes: number;
  copies: number;
  demands: number;
  replies: number;
};

/** The chats that cost most in the period, dearest first. Chats, never people. */
export function CostlyChats(props: { chats: readonly ChatCost[] }) {
  return (
    <section class="block">
      <h2>{i18n.t('chats_title')}</h2>
      {props.chats.length === 0 ? (
        <p class="note">{i18n.t('chats_none')}</p>
      ) : (
        <ol class="chats">
          {props.chats.map(({ site, chat, minutes, copies, demands, replies }) => (
            <li key={`${site}:${chat}`}>
              <span class="name" title={chat}>
                {chat || i18n.t('unnamed_chat')}
              </span>
              <span class="number">{showMinutes(minutes)}</span>
              <span class="note">
                {i18n.t('chats_counts', {
                  copies: showNumber(copies),
                  demands: showNumber(demands),
                  replies: showNumber(replies),
                })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
