import { contentKey } from '../detect/content-key';
import { judge } from '../detect/judge';
import { rememberWithMemo } from '../detect/memo';
import {
  createIndex,
  expire,
  forget,
  type IndexSnapshot,
  type NoticeIndex,
  restoreIndex,
  snapshotOf,
} from '../detect/notice-index';
import type { Engine } from '../tally/engine';

/** The judge as the tally takes it. */
export const engine: Engine<NoticeIndex> = {
  judge,
  createIndex,
  remember: rememberWithMemo,
  forget,
  expire,
  snapshotOf,
  restoreIndex: (snapshot) => restoreIndex(snapshot as IndexSnapshot),
  contentKey,
};
