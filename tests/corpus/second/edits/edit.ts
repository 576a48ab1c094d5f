import type { Random } from '../../planted/random.ts';
import type { Part } from '../model.ts';

/** What an edit may draw on. */
export type EditContext = {
  random: Random;
  /** When the edited message is posted. */
  now: number;
};

/** Changes how a notice looks; null when there is nothing in it that the edit could change. */
export type Edit = (parts: readonly Part[], context: EditContext) => Part[] | null;
