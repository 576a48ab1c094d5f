import type { DigestProps, DigestView } from '../../components/digest/digest-props';
import type { DigestEntry, DigestSighting, DigestVersion } from '../../lib/tally/digest';

/** Ten in the morning of a Sunday. */
export const NOW = new Date('2026-11-22T10:00:00+08:00').getTime();

const HOUR = 3_600_000;

export function sighting(chat: string, more: Partial<DigestSighting> = {}): DigestSighting {
  const key = `wechat:${chat}`;
  return { key, site: 'wechat', chat, sender: '李主任', time: NOW - HOUR, own: false, ...more };
}

export function version(more: Partial<DigestVersion> = {}): DigestVersion {
  return {
    notice: 'wechat:1',
    title: '关于报送河道保洁统计表的通知',
    excerpt: '关于报送河道保洁统计表的通知：请各村认真组织，按时完成。',
    sightings: [sighting('街道工作群')],
    time: NOW - HOUR,
    chats: 1,
    changed: [],
    ...more,
  };
}

export function entry(id: string, more: Partial<DigestEntry> = {}): DigestEntry {
  return {
    id,
    newest: version({ notice: id }),
    earlier: [],
    demands: [],
    deadline: null,
    traceOnly: false,
    done: false,
    ticks: [id],
    ...more,
  };
}

/** A notice that was changed twice and came to three groups, one of them by the user. */
export const CHANGED = entry('wechat:changed', {
  newest: version({
    notice: 'wechat:v3',
    title: '防汛值班安排',
    excerpt: '更正：会议改在三楼。',
    sightings: [
      sighting('防汛值守群'),
      sighting('网格员群', { time: NOW - HOUR / 2, sender: '' }),
      sighting('网格员群', { key: 'again', time: NOW - HOUR / 3 }),
      sighting('村居两委', { own: true }),
    ],
    chats: 2,
    changed: [
      { fact: 'place', from: '二楼', to: '三楼' },
      { fact: 'date', from: '11月20日', to: '11月23日', role: 'deadline' },
      { fact: 'file', from: '', to: '附件.docx' },
    ],
  }),
  earlier: [
    version({ notice: 'wechat:v2', changed: [{ fact: 'time', from: '8:00', to: '9:00' }] }),
    version({ notice: 'wechat:v1', title: '', excerpt: '' }),
  ],
  demands: ['reply', 'meeting', 'ranking'],
  deadline: new Date('2026-11-23T04:00:00+08:00').getTime(),
});

export const LATE = entry('wechat:late', { deadline: NOW - HOUR, demands: ['form'] });
export const DONE = entry('wechat:done', { done: true });

export const VIEW: DigestView = {
  counts: { notices: 3, traces: 12 },
  sections: [
    { name: 'overdue', entries: [LATE] },
    { name: 'due', entries: [CHANGED] },
    { name: 'plain', entries: [entry('wechat:plain')] },
  ],
  waiting: 0,
};

const nothing = () => {};

export const DIGEST: DigestProps = {
  view: VIEW,
  failure: null,
  everCounted: true,
  range: 'days7',
  part: 'notices',
  filter: 'open',
  query: '',
  now: NOW,
  news: null,
  onRange: nothing,
  onPart: nothing,
  onFilter: nothing,
  onQuery: nothing,
  onTick: nothing,
  onCalendar: nothing,
  onReading: nothing,
  onShowWaiting: nothing,
};
