import type { Message } from '../../lib/detect/types.ts';
import type { SimulatedKind, SimulatedMessage } from '../simulator/wechat/types.ts';

/** The page's name of each kind; a placeholder sentence stands for what the page cannot show. */
const KINDS: Readonly<Record<Message['kind'], SimulatedKind>> = {
  text: 'text',
  file: 'file',
  image: 'image',
  link: 'link',
  video: 'video',
  voice: 'voice',
  location: 'location',
  placeholder: 'unsupported',
  system: 'system',
};

/** Messages as the simulated page takes them, with the ids of their keys. */
export function asSimulated(messages: readonly Message[]): SimulatedMessage[] {
  return messages.map(({ key, chat, sender, own, time, kind, text, file, link }) => ({
    chat,
    id: key.slice(key.indexOf(':') + 1),
    time,
    kind: KINDS[kind],
    text,
    ...(own ? { own } : { from: sender }),
    ...(file ? { file: { name: file.name, size: file.size } } : {}),
    ...(link ? { link } : {}),
  }));
}
