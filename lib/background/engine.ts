import { contentKey } from '../detect/content-key';
import { expire } from '../detect/expire';
import { restoreIndex, snapshotOf } from '../detect/index-snapshot';
import { judge, withAttachments } from '../detect/judge';
import { rememberWithMemo } from '../detect/memo';
import { createIndex, forget, type NoticeIndex, settled } from '../detect/notice-index';
import type { Engine } from '../tally/engine';

/** The judge as the tally takes it. */
export const engine: Engine<NoticeIndex> = {
  judge,
  settled,
  withAttachments,
  createIndex,
  remember: rememberWithMemo,
  forget,
  expire,
  snapshotOf,
  restoreIndex,
  contentKey,
};
