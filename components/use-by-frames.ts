import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Lines that are made and laid out well within a frame; sixty at once took up to 74 ms. */
const FRAME_LINES = 15;

/**
 * How many lines to draw now: as many as a frame bears when an input changes, and as many more with each frame until
 * there are `most`. What is in sight comes first, and typing goes on in between.
 */
export function useByFrames(most: number, inputs: readonly unknown[]): number {
  const [, draw] = useState(0);
  const drawn = useRef({ inputs, lines: FRAME_LINES });
  if (inputs.some((input, at) => input !== drawn.current.inputs[at])) {
    drawn.current = { inputs, lines: FRAME_LINES };
  }
  const { lines } = drawn.current;
  useLayoutEffect(() => {
    if (lines >= most) return undefined;
    const frame = requestAnimationFrame(() => {
      drawn.current.lines = lines + FRAME_LINES;
      draw((round) => round + 1);
    });
    return () => cancelAnimationFrame(frame);
  });
  return Math.min(lines, most);
}
