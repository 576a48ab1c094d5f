import type { SheetSource } from './sheet-source.ts';
import { NOTES } from './sheet-words.ts';

/** How far the figures of a period reach, where they do not reach all of it. */
const COVERAGE_NOTES = {
  since: (day: string) =>
    `统计自 ${day} 开始，此前没有记录，不等于没有消息；负担指数仍按整个时段的工作日计算，因而偏低。`,
  until: (day: string) => `统计到 ${day} 为止，以后的日子尚未到来。`,
  restored: (days: number) =>
    `本期有 ${days} 天的数字来自快照或备份恢复，恢复后再读到的这些天的消息不再计入，可能偏低。`,
  imported: (days: number) =>
    `本期有 ${days} 天含导入的聊天记录：只有导出文件里有的消息，两处都有的只算一次。`,
  restoredBefore: (days: number) => `上期有 ${days} 天的数字来自快照或备份恢复，可能偏低。`,
  silent: (days: number) =>
    `本期有 ${days} 个工作日没有任何记录：可能没有消息，也可能没有打开聊天页面，或关闭了指轻。`,
};

const CARD_LIMITS: Omit<typeof COVERAGE_NOTES, 'restoredBefore'> = {
  since: (day) => `统计自 ${day} 开始。`,
  until: (day) => `统计到 ${day} 为止。`,
  restored: (days) => `其中 ${days} 天的数字来自备份恢复，可能偏低。`,
  imported: (days) => `其中 ${days} 天有导入的聊天记录。`,
  silent: (days) => `${days} 个工作日没有记录。`,
};

/** Pages that users pointed out seldom have ids of messages; see overlay/content-keys. */
const PICKED =
  '自行指认的网站多数没有消息编号，同一人在同一会话中相同的话可能只计一次：这些网站的数字是下限。';

type Covered = Pick<SheetSource, 'from' | 'to' | 'coverage' | 'groups'>;

/** How far the figures reach, a sentence each: below every sheet. */
export function coverageNotes(source: Covered): string[] {
  const { restoredBefore } = source.coverage;
  return [
    NOTES.coverage,
    ...limits(source, COVERAGE_NOTES),
    ...(source.groups.some(({ site }) => site.startsWith('picked-')) ? [PICKED] : []),
    ...(restoredBefore > 0 ? [COVERAGE_NOTES.restoredBefore(restoredBefore)] : []),
  ];
}

/** The same for a card, which has no room and no period before. */
export function cardLimits(source: Pick<Covered, 'from' | 'to' | 'coverage'>): string {
  return limits(source, CARD_LIMITS).join('');
}

function limits(
  { from, to, coverage }: Pick<Covered, 'from' | 'to' | 'coverage'>,
  words: Omit<typeof COVERAGE_NOTES, 'restoredBefore'>,
) {
  const { firstDay, today, restored, imported, silent } = coverage;
  const told: string[] = [];
  if (firstDay !== null && from < firstDay) told.push(words.since(firstDay));
  if (to > today) told.push(words.until(today));
  if (restored > 0) told.push(words.restored(restored));
  if (imported > 0) told.push(words.imported(imported));
  if (silent > 0) told.push(words.silent(silent));
  return told;
}
