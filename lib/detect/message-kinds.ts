import type { MessageKind } from './types.ts';

/** Every kind. A stored version keeps the place of its own in this order: add at the end only. */
export const MESSAGE_KINDS: readonly MessageKind[] = [
  'text',
  'file',
  'image',
  'link',
  'video',
  'voice',
  'location',
  'placeholder',
  'system',
];
