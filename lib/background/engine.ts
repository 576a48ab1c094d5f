import { analyse } from '../detect/analysis';
import { contentKey } from '../detect/content-key';
import { objectsOf } from '../detect/demand-object';
import { expire } from '../detect/expire';
import { hash53 } from '../detect/hash';
import {
  lackedWords,
  putWords,
  restoreIndex,
  snapshotOf,
  wordsFrom,
  wordsLackedBy,
} from '../detect/index-snapshot';
import { judge, withAttachments } from '../detect/judge';
import type { HashKey } from '../detect/keyed-hash';
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
  createIndex: () => createIndex(randomKey()),
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
  wordsFrom,
  lackedWords,
  wordsLackedBy,
  putWords,
  contentKey,
  hash: hash53,
};

/** A hash key that nobody knows, for an index that begins anew; it is kept with the index. */
function randomKey(): HashKey {
  const [low = 0, high = 0] = crypto.getRandomValues(new Int32Array(2));
  return [low, high];
}
