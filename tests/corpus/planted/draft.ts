import type { Guard } from '../../../lib/detect/types.ts';
import type { Sentence } from './families.ts';
import type { Random } from './random.ts';

/** A message before it has a key and before the order of arrival is known. */
export type Draft = {
  /** Index of the chat. */
  chat: number;
  /** Unix milliseconds. */
  time: number;
  sender: string;
  own: boolean;
  kind: 'text' | 'file' | 'link' | 'image' | 'placeholder';
  sentences: readonly Sentence[];
  file?: { name: string; size: number };
  link?: { url: string; title: string };
  version: string | null;
  chain: string | null;
  /** 0 for the first version of a chain. */
  edition: number;
  /** Shares its wording with another matter. */
  sibling: boolean;
  guards: Guard[];
  isReply: boolean;
  traceOnly: boolean;
  partial: boolean;
  demandsClear: boolean;
};

/** What every event needs. */
export type Setting = {
  random: Random;
  me: string;
  groups: number;
  /** How often each matter was planted. */
  rounds: Map<string, number>;
  /** A number that no other version has. */
  serial(): number;
  /** A moment of a working day, whole seconds. */
  moment(): number;
};

export const NOTHING: Omit<Draft, 'chat' | 'time' | 'sender'> = {
  own: false,
  kind: 'text',
  sentences: [],
  version: null,
  chain: null,
  edition: 0,
  sibling: false,
  guards: [],
  isReply: false,
  traceOnly: false,
  partial: false,
  demandsClear: true,
};
