import type { Random } from '../planted/random.ts';
import type { FileSource } from './attachments.ts';
import type { Families } from './families.ts';
import type { NoticeSource } from './notices.ts';

/** What is at hand where the messages of one stream are written. */
export type Desk = {
  random: Random;
  families: Families;
  notices: NoticeSource;
  files: FileSource;
};
