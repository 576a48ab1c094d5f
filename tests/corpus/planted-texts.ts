import type { PlantedStream } from './planted-stream.ts';

/**
 * The part of a stream that a client without files of its own can carry: the texts, less every chain of versions that has
 * anything else among them. Cut copies are left out, too: where groups are read one after the other, one of them may come by
 * before its notice does, and the notice is then one of its own until somebody sees both. What is known of the rest stays true.
 */
export function plantedTexts(stream: PlantedStream, count: number): PlantedStream {
  const isText = (index: number) => stream.messages[index]?.kind === 'text';
  const mixed = new Set(stream.truth.flatMap(({ chain }, index) => (isText(index) ? [] : [chain])));
  const kept = stream.messages
    .flatMap((message, index) => {
      const truth = stream.truth[index];
      if (!truth || !isText(index) || truth.partial) return [];
      return truth.chain !== null && mixed.has(truth.chain) ? [] : [{ message, truth }];
    })
    .slice(0, count);
  if (kept.length < count) throw new Error(`only ${kept.length} texts`);
  return {
    chats: stream.chats,
    messages: kept.map(({ message }) => message),
    truth: kept.map(({ truth }) => truth),
  };
}
