import { contentKey } from '../detect/content-key';
import { judge } from '../detect/judge';
import {
  createIndex,
  expire,
  forget,
  type IndexSnapshot,
  type NoticeIndex,
  remember,
  restoreIndex,
  snapshotOf,
} from '../detect/notice-index';
import type { Engine } from '../tally/engine';

/** The judge as the tally takes it. */
export const engine: Engine<NoticeIndex> = {
  judge,
  createIndex,
  remember,
  forget,
  expire,
  snapshotOf,
  restoreIndex: (snapshot) => restoreIndex(snapshot as IndexSnapshot),
  contentKey,
};
