import type { Message } from '../../../lib/detect/types.ts';

/** A message as the labelled files write it. */
export type LabelledMessage = Partial<Pick<Message, 'kind' | 'text' | 'link' | 'image'>> & {
  time?: string;
  chat?: string;
  sender?: string;
  file?: { name: string; size: number };
};

/** Monday, for lines that have no day of their own. */
const MONDAY = '2026-11-02T09:00:00+08:00';

/** The message that the judge sees. */
export function messageOf(key: string, given: LabelledMessage): Message {
  const { time = MONDAY, chat = '工作群', sender = '办公室', text = '', file, link, image } = given;
  const attached = file ? 'file' : link ? 'link' : image ? 'image' : 'text';
  return {
    key,
    site: 'corpus',
    chat,
    sender,
    own: false,
    time: Date.parse(time),
    kind: given.kind ?? attached,
    text,
    ...(file && { file: { ...file, exact: true } }),
    ...(link && { link }),
    ...(image && { image }),
  };
}
