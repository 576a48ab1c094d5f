import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * How many lines to draw now: `atOnce` when an input changes, and as many more with each frame until there are `most`.
 * What is in sight comes first, and typing goes on in between. `atOnce`: what is made and laid out well within a frame.
 */
export function useByFrames(most: number, atOnce: number, inputs: readonly unknown[]): number {
  const [, draw] = useState(0);
  const drawn = useRef({ inputs, lines: atOnce });
  if (inputs.some((input, at) => input !== drawn.current.inputs[at])) {
    drawn.current = { inputs, lines: atOnce };
  }
  const { lines } = drawn.current;
  useLayoutEffect(() => {
    if (lines >= most) return undefined;
    const frame = requestAnimationFrame(() => {
      drawn.current.lines = lines + atOnce;
      draw((round) => round + 1);
    });
    return () => cancelAnimationFrame(frame);
  });
  return Math.min(lines, most);
}

/** A value one frame later; the first at once. */
export function useNextFrame<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => setShown(() => value));
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return shown;
}
