import { i18n } from '#i18n';
import type { Travelled } from '../../lib/tally/travelled';
import { CopyButton } from '../charts/ChartTable';
import type { CopyCells } from '../charts/chart-table';
import { shortName } from '../charts/short-name';
import { showNumber } from '../show-amount';
import { showFullDay } from '../show-range';

/** Full-width letters of a title that are shown, and of a group's name. */
const TITLE_ROOM = 60;
const NAME_ROOM = 40;

/** The notices that came to the most groups, each with the names of the groups on opening. */
export function TravelledPart(props: {
  travelled: readonly Travelled[] | undefined;
  onCopy: CopyCells;
}) {
  const { travelled } = props;
  return (
    <section class="part" aria-busy={travelled === undefined}>
      <h2>{i18n.t('overview_travelled')}</h2>
      <p class="note">{introduction(travelled)}</p>
      {travelled !== undefined && travelled.length > 0 && (
        <>
          <ol class="travelled">
            {travelled.map((notice) => (
              <li key={notice.notice}>
                <Notice notice={notice} />
              </li>
            ))}
          </ol>
          <CopyButton table={tableOf(travelled)} onCopy={props.onCopy} />
        </>
      )}
    </section>
  );
}

function introduction(travelled: readonly Travelled[] | undefined): string {
  if (travelled === undefined) return i18n.t('overview_reading');
  return travelled.length === 0
    ? i18n.t('overview_travelled_none')
    : i18n.t('overview_travelled_caption');
}

function Notice(props: { notice: Travelled }) {
  const { notice } = props;
  return (
    <details>
      <summary>
        <bdi class="title">{titleOf(notice)}</bdi>{' '}
        <span class="number reach">
          {i18n.t('overview_travelled_reach', {
            groups: showNumber(notice.chats.length),
            times: showNumber(notice.messages),
          })}
        </span>
      </summary>
      <p class="note">{i18n.t('overview_travelled_first', { day: showFullDay(notice.first) })}</p>
      <ul class="names">
        {notice.chats.map(({ site, chat }) => (
          <li key={`${site}|${chat}`}>
            <bdi>{nameOf(chat)}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

function titleOf({ title }: Travelled): string {
  return shortName(title, TITLE_ROOM) || i18n.t('overview_travelled_untitled');
}

function nameOf(chat: string): string {
  return shortName(chat, NAME_ROOM) || i18n.t('unnamed_chat');
}

function tableOf(travelled: readonly Travelled[]) {
  return {
    head: [
      i18n.t('count_notices'),
      i18n.t('overview_travelled_day'),
      i18n.t('overview_travelled_groups'),
      i18n.t('overview_times'),
      i18n.t('overview_travelled_names'),
    ],
    rows: travelled.map((notice) => [
      titleOf(notice),
      notice.first,
      showNumber(notice.chats.length),
      showNumber(notice.messages),
      notice.chats.map(({ chat }) => nameOf(chat)).join(i18n.t('list_separator')),
    ]),
  };
}
