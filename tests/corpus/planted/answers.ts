import { type Draft, NOTHING, type Setting } from './draft.ts';
import { ANSWERS, SURNAMES, VILLAGES } from './small-talk.ts';

export const MINUTE = 60_000;

/** Name of someone in a work group. */
export function someone({ random }: Setting): string {
  return `${random.pick(VILLAGES)}-${random.pick(SURNAMES)}某`;
}

/** Who asks for pictures does not answer with one. */
function someoneElse(setting: Setting, asker: string): string {
  const name = someone(setting);
  return name === asker ? someoneElse(setting, asker) : name;
}

/** A posting by someone else, or by the user. */
export function draftBy(
  setting: Setting,
  own: boolean,
  draft: Partial<Draft> & { chat: number; time: number },
): Draft {
  const guards = [...(draft.guards ?? []), ...(own ? (['own'] as const) : [])];
  const sender = own ? setting.me : someone(setting);
  return { ...NOTHING, sender, ...draft, own, guards };
}

/** What a message that asks for traces brings about in its chat: answers, a relay, photos. */
export function answersTo(setting: Setting, asking: Draft, head: string): Draft[] {
  const { random } = setting;
  const asks = new Set(asking.sentences.flatMap((sentence) => sentence.asks ?? []));
  const drafts: Draft[] = [];
  const at = (): number => asking.time + random.whole(1, 20) * MINUTE + random.whole(0, 59) * 1000;
  if (asks.has('reply') && random.chance(0.5)) {
    for (let count = random.whole(2, 6); count > 0; count--) {
      const text = random.pick(ANSWERS).replace('{name}', random.pick(VILLAGES));
      const own = random.chance(0.12);
      drafts.push(reply(setting, own, { chat: asking.chat, time: at(), sentences: [{ text }] }));
    }
  }
  if (asks.has('relay') && random.chance(0.6)) drafts.push(...relay(setting, asking, head));
  if (asks.has('photo') && random.chance(0.5)) {
    for (let count = random.whole(1, 3); count > 0; count--) {
      drafts.push(
        reply(setting, false, {
          chat: asking.chat,
          time: at(),
          sender: someoneElse(setting, asking.sender),
          kind: 'image',
          guards: ['placeholder'],
        }),
      );
    }
  }
  return drafts;
}

/** The opening list starts a relay, so it asks; every grown list answers. Its head is too short for a notice. */
function relay(setting: Setting, asking: Draft, head: string): Draft[] {
  const { random } = setting;
  const names = random.some(VILLAGES, random.whole(3, 5));
  return names.map((_, index) => {
    const list = names.slice(0, index + 1).map((name, place) => `${place + 1}. ${name}`);
    const text = `#接龙\n${head}\n\n${list.join('\n')}`;
    const time = asking.time + (index + 1) * 3 * MINUTE;
    const where = { chat: asking.chat, time };
    return index === 0
      ? draftBy(setting, false, { ...where, sentences: [{ text, asks: ['relay'] }] })
      : reply(setting, false, { ...where, sentences: [{ text }] });
  });
}

function reply(
  setting: Setting,
  own: boolean,
  draft: Partial<Draft> & { chat: number; time: number },
): Draft {
  return draftBy(setting, own, { ...draft, isReply: true });
}
