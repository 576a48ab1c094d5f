import { analyse } from '../detect/analysis';
import { contentKey } from '../detect/content-key';
import { objectsOf } from '../detect/demand-object';
import { expire } from '../detect/expire';
import { hash53 } from '../detect/hash';
import { restoreIndex, snapshotOf } from '../detect/index-snapshot';
import { judge, withAttachments } from '../detect/judge';
import { rememberWithMemo } from '../detect/memo';
import { createIndex, forget, type NoticeIndex, settled } from '../detect/notice-index';
import { pictureOf, rememberPicture, withLook } from '../detect/picture-memory';
import type { Engine } from '../tally/engine';
import { evidenceNumber } from './evidence-number';

/** The judge as the tally takes it. */
export const engine: Engine<NoticeIndex> = {
  judge,
  settled,
  withAttachments,
  objectsOf: (message, demands) => objectsOf(analyse(message), demands),
  evidenceNumber,
  createIndex,
  remember: rememberWithMemo,
  withLook: ({ pictures }, message, verdict) => withLook(pictures, message, verdict),
  noteLook({ pictures }, message) {
    const picture = pictureOf(message);
    return picture && rememberPicture(pictures, picture) ? picture : null;
  },
  keepLook: ({ pictures }, picture) => void rememberPicture(pictures, picture),
  forget,
  expire,
  snapshotOf,
  restoreIndex,
  contentKey,
  hash: hash53,
};
