import { i18n } from '#i18n';
import type { Change, CompareFigure, CompareRow, Comparison } from '../../lib/tally/comparison';
import type { ChartRows } from '../charts/chart-table';
import { DEMAND_KINDS, demandWord } from '../demand-words';
import { language, showExact, showMinutes, showNumber } from '../show-amount';

/** Before, after, change and per cent of each figure; by working day as well where the two have different numbers of them. */
export function compareTable({ workingDays, rows }: Comparison): ChartRows {
  const isUneven = workingDays.before !== workingDays.after;
  const head = [
    i18n.t('overview_figure'),
    i18n.t('overview_before'),
    i18n.t('overview_after'),
    i18n.t('overview_change'),
    i18n.t('overview_change_share'),
  ];
  const dayHead = [
    i18n.t('overview_before_day'),
    i18n.t('overview_after_day'),
    i18n.t('overview_change_share_day'),
  ];
  return {
    head: isUneven ? [...head, ...dayHead] : head,
    rows: rows.map((row) => [
      figureWord(row.figure),
      ...sumCells(row),
      ...(isUneven ? dayCells(row) : []),
    ]),
  };
}

function sumCells(row: CompareRow): string[] {
  const show = amountOf(row.figure);
  return [show(row.before), show(row.after), signed(row.change, show), showChange(row)];
}

/** Figures that are no sums have none of a day. */
function dayCells({ figure, perDay }: CompareRow): string[] {
  if (perDay === null) return ['–', '–', '–'];
  const show = figure === 'minutes' ? showMinutes : oneDecimal;
  return [show(perDay.before), show(perDay.after), showChange(perDay)];
}

function amountOf(figure: CompareFigure): (value: number) => string {
  if (figure === 'minutes') return showMinutes;
  return figure === 'score' ? oneDecimal : showNumber;
}

function oneDecimal(value: number): string {
  return showExact(Math.round(value * 10) / 10);
}

/** What shows as nothing has no sign: "−0" is no change. */
function signed(change: number, show: (value: number) => string): string {
  const size = show(Math.abs(change));
  if (change === 0 || size === show(0)) return size;
  return change > 0 ? `+${size}` : `−${size}`;
}

/** Per cent of what was before; from nothing there is none, and that is said. */
function showChange({ share, change }: Change): string {
  if (share === null) return change === 0 ? '–' : i18n.t('overview_from_nothing');
  const format = new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 });
  return signed(share, (value) => format.format(value));
}

const isDemand = (figure: CompareFigure) => DEMAND_KINDS.find((kind) => kind === figure);

function figureWord(figure: CompareFigure): string {
  const kind = isDemand(figure);
  if (kind) return i18n.t('overview_of_which', { kind: demandWord(kind) });
  const words: Partial<Record<CompareFigure, string>> = {
    minutes: i18n.t('figure_minutes'),
    score: i18n.t('figure_score'),
    groups: i18n.t('overview_active_groups'),
    messages: i18n.t('count_messages'),
    notices: i18n.t('count_notices'),
    revisions: i18n.t('export_revisions'),
    copies: i18n.t('count_copies'),
    demands: i18n.t('count_demands'),
    replies: i18n.t('count_replies'),
    offHours: i18n.t('export_off_hours'),
  };
  return words[figure] ?? figure;
}
