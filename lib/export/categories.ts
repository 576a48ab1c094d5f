import type { DemandKind } from '../detect/types.ts';
import type { Suspicion } from '../tally/suspicion.ts';

/**
 * The five heads under which local offices take up complaints about work groups (Shaanxi and Ankang, 2024):
 * forced use, traces, rankings, repeated forms, groups that should not be.
 */
export const CATEGORIES = ['forced', 'traces', 'ranking', 'forms', 'groups'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a check-up may suspect of a group, in the order of the sheets. */
export const SUSPICIONS: readonly Suspicion[] = [
  'finished',
  'duplicate',
  'audience',
  'dormant',
  'show',
  'other',
];

/** How a problem shows itself. */
export type Form = DemandKind | Suspicion;

/**
 * What a line may cite. `seen`: where the wording was read. Only what was read in the issuer's own publication is
 * printed word for word; of the rest the document is named, and nothing more.
 */
export type Clause = { document: string; text: string; seen: 'official' | 'copy' };

/** Of 18 December 2023, the one central text on work groups; read in copies only, so no article is named. */
const OPINIONS = '中央网信委《关于防治“指尖上的形式主义”的若干意见》（2023年12月）';

const ANSWER_AT_ONCE: Clause = {
  document: OPINIONS,
  text: '不得脱离工作实际强制要求打卡接龙、即时响应，不得随意摊派任务、索要材料',
  seen: 'copy',
};
const NEEDLESS_PICTURES: Clause = {
  document: OPINIONS,
  text: '不得随意要求下级和基层单位通过政务应用程序、工作群组上传不必要的截图或视频',
  seen: 'copy',
};
const REPEATED_FORMS: Clause = {
  document: OPINIONS,
  text: '防止多头填报、重复索要数据',
  seen: 'copy',
};

type Place = { category: Category | null; clause: Clause | null };

/**
 * Under which head a form belongs, and what it can cite. Without a category it is counted and no lead: meetings and
 * inspections are work. Without a clause no wording on work groups was seen: the Measures of 2026
 * (国办函〔2026〕12号) speak of tracks and study time, but except work groups in their second article.
 */
export const FORMS: Readonly<Record<Form, Place>> = {
  reply: { category: 'forced', clause: ANSWER_AT_ONCE },
  relay: { category: 'forced', clause: ANSWER_AT_ONCE },
  'check-in': { category: 'forced', clause: ANSWER_AT_ONCE },
  screenshot: { category: 'traces', clause: NEEDLESS_PICTURES },
  photo: { category: 'traces', clause: NEEDLESS_PICTURES },
  location: { category: 'traces', clause: null },
  share: { category: 'ranking', clause: null },
  study: { category: 'ranking', clause: null },
  ranking: { category: 'ranking', clause: null },
  form: { category: 'forms', clause: REPEATED_FORMS },
  meeting: { category: null, clause: null },
  inspection: { category: null, clause: null },
  finished: { category: 'groups', clause: null },
  duplicate: { category: 'groups', clause: null },
  audience: { category: 'groups', clause: null },
  dormant: { category: 'groups', clause: null },
  show: { category: 'groups', clause: null },
  other: { category: null, clause: null },
};

/** Demands that are traces only or answers, as the ledger counts them. */
export const TRACE_DEMANDS: readonly DemandKind[] = [
  'reply',
  'relay',
  'check-in',
  'screenshot',
  'photo',
  'location',
  'share',
  'study',
];

/** What is printed of a clause; "" for none. */
export function citation(clause: Clause | null): string {
  if (!clause) return '';
  return clause.seen === 'official' ? `${clause.document}：“${clause.text}”` : clause.document;
}
