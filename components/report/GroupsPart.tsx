import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Chart } from '../charts/Chart';
import type { CopyCells } from '../charts/chart-table';
import { Legend } from '../charts/Legend';
import { RowBars, rowBarsHeight } from '../charts/RowBars';
import { shortName } from '../charts/short-name';
import { showMinutes, showNumber, showShare } from '../show-amount';
import { causesOf, causeWords } from './causes';
import type { GroupCost } from './overview-props';

/** Groups that are drawn; the table has all. */
const DRAWN = 12;

/** Full-width letters of a name that a pointer is told. */
const TOLD = 80;

/** Which groups cost most. Groups, never people. */
export function GroupsPart(props: { groups: readonly GroupCost[]; onCopy: CopyCells }) {
  const { groups } = props;
  const id = useId();
  const drawn = groups.slice(0, DRAWN);
  const total = groups.reduce((sum, { minutes }) => sum + minutes.total, 0);
  return (
    <section class="part">
      <h2>{i18n.t('chats_title')}</h2>
      {groups.length === 0 ? (
        <p class="note">{i18n.t('chats_none')}</p>
      ) : (
        <Chart
          caption={i18n.t('overview_groups_caption', {
            drawn: showNumber(drawn.length),
            all: showNumber(groups.length),
          })}
          height={rowBarsHeight(drawn.length)}
          legend={<Legend id={id} entries={causeWords()} />}
          table={tableOf(groups, total)}
          onCopy={props.onCopy}
        >
          <RowBars id={id} rows={drawn.map((group) => rowOf(group, total))} series={[1, 2, 3]} />
        </Chart>
      )}
    </section>
  );
}

function nameOf({ chat }: GroupCost): string {
  return chat.trim() === '' ? i18n.t('unnamed_chat') : chat;
}

function rowOf(group: GroupCost, total: number) {
  const { site, chat, minutes, copies, demands, replies } = group;
  const counts = i18n.t('chats_counts', {
    copies: showNumber(copies),
    demands: showNumber(demands),
    replies: showNumber(replies),
  });
  return {
    id: `${site}|${chat}`,
    name: nameOf(group),
    title: `${shortName(nameOf(group), TOLD)} · ${showMinutes(minutes.total)} · ${counts}`,
    values: causesOf(minutes),
    text: `${showMinutes(minutes.total)} · ${showShare(minutes.total / total)}`,
  };
}

function tableOf(groups: readonly GroupCost[], total: number) {
  return {
    head: [
      i18n.t('export_chat'),
      i18n.t('figure_minutes'),
      i18n.t('overview_share'),
      ...causeWords().map(({ word }) => word),
      i18n.t('count_messages'),
      i18n.t('count_copies'),
      i18n.t('count_demands'),
      i18n.t('count_replies'),
    ],
    rows: groups.map((group) => [
      nameOf(group),
      showMinutes(group.minutes.total),
      showShare(group.minutes.total / total),
      ...causesOf(group.minutes).map(showMinutes),
      showNumber(group.messages),
      showNumber(group.copies),
      showNumber(group.demands),
      showNumber(group.replies),
    ]),
  };
}
