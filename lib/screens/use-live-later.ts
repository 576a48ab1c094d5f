import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Live } from './watch-live';

type PopupTally = typeof import('./popup-tally');

/**
 * What `watch` tells of the tally, by the part of the popup that is loaded behind its first figures. When an input
 * changes, the last result stays until the new one is there, so that nothing jumps. `known`: the first result, read
 * before the page was there.
 */
export function useLiveLater<T>(
  watch: (tally: PopupTally, tell: (live: Live<T>) => void, known?: T) => () => void,
  inputs: readonly unknown[],
  known?: T,
): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: known, error: null });
  const first = useRef(known);
  useLayoutEffect(() => {
    // What was known is of the first inputs only.
    const own = first.current;
    first.current = undefined;
    let isOver = false;
    let end = () => {
      isOver = true;
    };
    import('./popup-tally').then(
      (tally) => {
        if (!isOver) end = watch(tally, setLive, own);
      },
      (error: unknown) => {
        console.error(error);
        setLive(({ value }) => ({ value, error }));
      },
    );
    return () => end();
  }, inputs);
  return live;
}
