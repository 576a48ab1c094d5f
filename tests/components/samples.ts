import { DEMAND_KINDS } from '../../components/demand-words';
import type { FileDropWords } from '../../components/merge/FileDrop';
import type { PeriodView, PopupProps } from '../../components/PopupScreen';
import type { SafetyNoticeProps } from '../../components/SafetyNotice';
import { NO_OFFICE } from '../../lib/default-settings';
import type { DemandKind } from '../../lib/detect/types';
import type { Health } from '../../lib/messages/protocol';
import { SAFE } from '../../lib/safety/state';

/** A week of an invented office. */
export const VIEW: PeriodView = {
  minutes: 187.4,
  score: 23.4,
  savedMinutes: 31,
  offHoursShare: 0.18,
  restoredDays: 0,
  importedDays: 0,
  counts: {
    messages: 1432,
    notices: 118,
    copies: 164,
    replies: 611,
    folded: 402,
    demands: { reply: 41, 'check-in': 7, photo: 3, form: 5 },
  },
  chats: [
    { site: 'wechat', chat: '防汛值守群', minutes: 48, copies: 31, demands: 9, replies: 140 },
    {
      site: 'wechat',
      chat: '村居两委（大群）',
      minutes: 22.5,
      copies: 19,
      demands: 12,
      replies: 88,
    },
  ],
  days: [16, 17, 18, 19, 20, 21, 22].map((day) => ({ day: `2026-11-${day}`, minutes: day - 16 })),
  formula: {
    version: '1',
    ownValues: true,
    charactersPerMinute: 255,
    attachmentSeconds: 3,
    replySeconds: 2,
    fullScoreMinutes: 160,
    workingDays: 5,
    unknownYears: [],
    parts: [
      { part: 'characters', count: 20_910, minutes: 82, basis: 'reading-speed' },
      { part: 'replies', count: 611, minutes: 20.4, basis: 'assumption' },
      { part: 'reply', count: 41, each: 0.5, minutes: 20.5, basis: 'own' },
    ],
  },
};

export const EMPTY_VIEW: PeriodView = {
  ...VIEW,
  minutes: 0,
  score: 0,
  savedMinutes: 0,
  offHoursShare: null,
  counts: { messages: 0, notices: 0, copies: 0, replies: 0, folded: 0, demands: {} },
  chats: [],
  days: VIEW.days.map(({ day }) => ({ day, minutes: 0 })),
};

export const HEALTH: Health = {
  site: 'wechat',
  chat: '防汛值守群',
  status: 'ok',
  reason: null,
  read: 240,
  errors: 0,
  feed: true,
  marksOnly: false,
  folded: 17,
  lastMessageAt: new Date(2026, 10, 22, 9, 41).getTime(),
};

/** The beginning of a tally file. */
export const SHEET = [
  ['日期', '平台', '会话', '消息'],
  ['2026-11-22', 'wechat', '会话 1', 41],
  ['2026-11-22', 'wechat', '会话 2', 7],
];

const nothing = () => {};

/** All is well with the data. */
export const SAFETY: SafetyNoticeProps = {
  state: SAFE,
  trouble: null,
  busy: false,
  result: '',
  onRestore: nothing,
  onRebuild: nothing,
  onDismiss: nothing,
};

export const POPUP: PopupProps = {
  safety: SAFETY,
  pointOut: null,
  view: VIEW,
  failure: null,
  everCounted: true,
  welcomed: true,
  period: 'week',
  today: '2026-11-22',
  now: new Date(2026, 10, 22, 10, 0).getTime(),
  mode: 'fold',
  pausedUntil: 0,
  chatPaused: false,
  health: HEALTH,
  saveFailed: false,
  siteReport: { state: 'none', onCopy: nothing },
  storageBytes: 3_400_000,
  tally: {
    preview: null,
    withNames: false,
    open: nothing,
    close: nothing,
    setWithNames: nothing,
  },
  busy: false,
  result: null,
  onPeriod: nothing,
  onMode: nothing,
  onPause: nothing,
  onResume: nothing,
  onSaveTally: nothing,
  onExportBackup: nothing,
  onImportBackup: nothing,
  onOpenDigest: nothing,
  office: NO_OFFICE,
  missingAccess: null,
  onOpenOptions: nothing,
  onOpenReport: nothing,
  onOpenWelcome: nothing,
};

export const PACE_DEFAULTS = {
  charactersPerMinute: { value: 255, source: 'reading-speed' },
  secondsPerAttachment: { value: 3, source: 'assumption' },
  secondsPerReply: { value: 2, source: 'assumption' },
};

export const DEMAND_DEFAULTS = Object.fromEntries(
  DEMAND_KINDS.map((kind) => [
    kind,
    { minutes: 1, source: kind === 'form' ? 'Example' : 'assumption' },
  ]),
) as Record<DemandKind, { minutes: number; source: string }>;

/** What a place for files says, in a word each. */
export const DROP_WORDS: FileDropWords = {
  ...{ choose: '选择文件', drop: '拖到这里', stop: '停止' },
  begun: ({ total }) => `开始读取 ${total} 个文件`,
  reading: ({ done, total }) => `${done} / ${total}`,
};
