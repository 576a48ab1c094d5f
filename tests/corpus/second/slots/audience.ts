import type { Filler } from '../model.ts';
import { AUDIENCES, OFFICES } from '../words/audiences.ts';

function fromList(lists: Record<string, readonly string[]>, wanted: string): readonly string[] {
  const list = lists[wanted];
  if (!list) throw new Error(`no list for ${wanted}`);
  return list;
}

/** Whom the notice speaks to. */
export const fillAudience: Filler = (_random, wanted) => (again) => {
  const text = again.pick(fromList(AUDIENCES, wanted));
  return { value: text, text };
};

/** An office within the notice. */
export const fillOffice: Filler = (_random, wanted) => (again) => {
  const text = again.pick(fromList(OFFICES, wanted));
  return { value: text, text };
};
