import type { Change, DemandKind } from '../detect/types';
import type { Claim, Sighting } from '../messages/protocol';
import type { Bar } from './decide';
import { t } from './translate';

const DAY = 24 * 60 * 60 * 1000;

/** "9:02" today, "昨天 9:02", else "11月5日 9:02"; local time. */
export function timeWords(time: number, now: number): string {
  const date = new Date(time);
  const clock = `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
  if (date.toDateString() === new Date(now).toDateString()) return clock;
  if (date.toDateString() === new Date(now - DAY).toDateString()) {
    return t('yesterday_at', { time: clock });
  }
  return `${dayWords(time)} ${clock}`;
}

/** "11月5日", in the language of our words. */
function dayWords(time: number): string {
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
  return t('bar_deadline', { time: clock === '23:59' ? day : `${day} ${clock}` });
}

/** Making one takes a millisecond, three times what a message may cost. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function inWords(time: number, format: Intl.DateTimeFormatOptions): string {
  const tag = t('language_tag');
  const name = JSON.stringify([tag, format]);
  const formatter = formatters.get(name) ?? new Intl.DateTimeFormat(tag, format);
  formatters.set(name, formatter);
  return formatter.format(time);
}

export function factWords({ fact, role }: Change): string {
  return t(`fact_${role ?? fact}`);
}

function demandWord(demand: DemandKind): string {
  return t(demand === 'check-in' ? 'demand_check_in' : `demand_${demand}`);
}

export function demandWords(demands: readonly DemandKind[]): string {
  return demands.map(demandWord).join(t('list_separator'));
}

/** The chat that a row stands in. Two platforms may have a group of one name. */
export type Here = { site: string; chat: string };

/** "与 街道工作群 9:02 相同"; with the platform where it is another one. */
export function sameAsWords(claim: Claim, here: Here, now: number): string {
  const time = timeWords(claim.time, now);
  return claim.site === here.site && claim.chat === here.chat
    ? t('bar_same_here', { time })
    : t('bar_same_as', { chat: chatWords(claim, here), time });
}

/** "街道工作群 9:02 张三", "飞书 街道工作群 9:02 张三". */
export function sightingWords(sighting: Sighting, here: Here, now: number): string {
  const { sender, time } = sighting;
  return [chatWords(sighting, here), timeWords(time, now), sender].filter(Boolean).join(' ');
}

function chatWords({ site, chat }: Sighting, here: Here): string {
  return site === here.site ? chat : `${siteWord(site)} ${chat}`;
}

/** Names of platforms are messages of their own; one that a user pointed out has a name that nobody else knows. */
function siteWord(site: string): string {
  return t(`site_${site.replaceAll('-', '_')}` as Parameters<typeof t>[0]) || t('site_other');
}

/** The one line of a bar, in pieces: the first is what it is about, the others say why it is folded. */
export function barWords(bar: Bar, here: Here, now: number): string[] {
  if (bar.kind === 'replies') return [t('bar_replies', bar.names.length)];
  const who = bar.sender ? t('bar_forwarded_by', { name: bar.sender }) : '';
  const poster = bar.sender ? t('bar_posted_by', { name: bar.sender }) : '';
  const until = bar.deadline ? deadlineWords(bar.deadline) : '';
  const pieces =
    bar.kind === 'copy'
      ? [bar.title, who, bar.sameAs ? sameAsWords(bar.sameAs, here, now) : '', alsoInWords(bar)]
      : [bar.title, poster, demandWords(bar.demands), until];
  return pieces.filter(Boolean);
}

function alsoInWords({ alsoIn }: Bar): string {
  return alsoIn.length > 0 ? t('bar_also_in', alsoIn.length) : '';
}
