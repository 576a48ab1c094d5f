import { i18n } from '#i18n';
import type { Change, DemandKind, FactKind } from '../detect/types';
import type { Claim, Sighting } from '../messages/protocol';
import type { Bar } from './decide';

const DAY = 24 * 60 * 60 * 1000;

const FACTS = {
  date: 'fact_date',
  time: 'fact_time',
  place: 'fact_place',
  number: 'fact_number',
  contact: 'fact_contact',
  title: 'fact_title',
  audience: 'fact_audience',
  file: 'fact_file',
  link: 'fact_link',
  wording: 'fact_wording',
  deadline: 'fact_deadline',
} as const satisfies Record<FactKind | 'deadline', string>;

const DEMANDS = {
  reply: 'demand_reply',
  relay: 'demand_relay',
  'check-in': 'demand_check_in',
  screenshot: 'demand_screenshot',
  photo: 'demand_photo',
  location: 'demand_location',
  share: 'demand_share',
  study: 'demand_study',
  form: 'demand_form',
  meeting: 'demand_meeting',
  inspection: 'demand_inspection',
  ranking: 'demand_ranking',
} as const satisfies Record<DemandKind, string>;

/** "9:02" today, "昨天 9:02", else "11月5日 9:02"; local time. */
export function timeWords(time: number, now: number): string {
  const date = new Date(time);
  const clock = `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
  if (date.toDateString() === new Date(now).toDateString()) return clock;
  if (date.toDateString() === new Date(now - DAY).toDateString()) {
    return i18n.t('yesterday_at', { time: clock });
  }
  return `${dayWords(time)} ${clock}`;
}

/** "11月5日", in the language of our words. */
export function dayWords(time: number): string {
  return inWords(time, { month: 'short', day: 'numeric' });
}

/** "11月5日 17:00"; a deadline of a whole day without its 23:59. In China's time, as the notice meant it. */
export function deadlineWords(deadline: number): string {
  const zone = { timeZone: 'Asia/Shanghai' } as const;
  const clock = inWords(deadline, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  });
  const day = inWords(deadline, { month: 'short', day: 'numeric', ...zone });
  return i18n.t('bar_deadline', { time: clock === '23:59' ? day : `${day} ${clock}` });
}

function inWords(time: number, format: Intl.DateTimeFormatOptions): string {
  return new Date(time).toLocaleString(i18n.t('language_tag'), format);
}

export function factWords({ fact, role }: Change): string {
  return i18n.t(FACTS[role === 'deadline' ? 'deadline' : fact]);
}

export function demandWords(demands: readonly DemandKind[]): string {
  return demands.map((demand) => i18n.t(DEMANDS[demand])).join(i18n.t('list_separator'));
}

/** "与“街道工作群”9:02 的通知相同". */
export function sameAsWords(claim: Claim, chat: string, now: number): string {
  const time = timeWords(claim.time, now);
  return claim.chat === chat
    ? i18n.t('bar_same_here', { time })
    : i18n.t('bar_same_as', { chat: claim.chat, time });
}

/** "街道工作群 9:02 张三". */
export function sightingWords({ chat, sender, time }: Sighting, now: number): string {
  return [chat, timeWords(time, now), sender].filter(Boolean).join(' ');
}

/** The one line of a bar, in pieces: the first is what it is about, the others say why it is folded. */
export function barWords(bar: Bar, chat: string, now: number): string[] {
  if (bar.kind === 'replies') return [i18n.t('bar_replies', bar.names.length)];
  const who = bar.sender ? i18n.t('bar_forwarded_by', { name: bar.sender }) : '';
  const poster = bar.sender ? i18n.t('bar_posted_by', { name: bar.sender }) : '';
  const until = bar.deadline ? deadlineWords(bar.deadline) : '';
  const pieces =
    bar.kind === 'copy'
      ? [bar.title, who, bar.sameAs ? sameAsWords(bar.sameAs, chat, now) : '', alsoInWords(bar)]
      : [bar.title, poster, demandWords(bar.demands), until];
  return pieces.filter(Boolean);
}

function alsoInWords({ alsoIn }: Bar): string {
  return alsoIn.length > 0 ? i18n.t('bar_also_in', alsoIn.length) : '';
}
