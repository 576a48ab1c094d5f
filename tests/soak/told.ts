import type { Message } from '../../lib/detect/types.ts';
import { asSimulated } from '../corpus/as-simulated.ts';
import type { Truth } from '../corpus/planted/truth.ts';
import type { PlantedStream } from '../corpus/planted-stream.ts';
import type { SimulatedMessage } from '../simulator/wechat/types.ts';
import { truthOfTalk } from './stream.ts';

/** What the site has told so far, and what is true of it by now. */
export type Told = {
  /** Messages in the order in which they were told first. */
  count(): number;
  add(message: Message, truth: Truth): void;
  /** As the site tells them now, from place `from` to before `to`: edits with their new words, without what was taken back. */
  again(from: number, to: number, belongs?: (message: Message) => boolean): SimulatedMessage[];
  edit(key: string, text: string): void;
  recall(key: string): void;
  isRecalled(key: string): boolean;
  isEdited(key: string): boolean;
  recalled(): string[];
  /** Everything told, with what is true of it after edits. */
  stream(): Pick<PlantedStream, 'messages' | 'truth'>;
};

export function createTold(): Told {
  const messages: Message[] = [];
  const truth: Truth[] = [];
  const places = new Map<string, number>();
  const recalled = new Set<string>();
  const edited = new Set<string>();

  function change(key: string, text: string): void {
    const place = places.get(key) ?? -1;
    const message = messages[place];
    if (!message) throw new Error(`${key} was not told`);
    messages[place] = { ...message, text };
    truth[place] = truthOfTalk(key);
  }

  return {
    count: () => messages.length,
    add(message, known) {
      places.set(message.key, messages.length);
      messages.push(message);
      truth.push(known);
    },
    again: (from, to, belongs = () => true) =>
      asSimulated(
        messages
          .slice(Math.max(0, from), to)
          .filter((message) => !recalled.has(message.key) && belongs(message)),
      ),
    edit(key, text) {
      edited.add(key);
      change(key, text);
    },
    recall: (key) => void recalled.add(key),
    isRecalled: (key) => recalled.has(key),
    isEdited: (key) => edited.has(key),
    recalled: () => [...recalled],
    stream: () => ({ messages: [...messages], truth: [...truth] }),
  };
}
