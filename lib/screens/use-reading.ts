import { useLayoutEffect, useState } from 'preact/hooks';

/** `value` is undefined before the first result; `error` is what the newest reading threw, else null. */
export type Reading<T> = {
  value: T | undefined;
  error: unknown;
  /** The inputs that the value belongs to. */
  inputs: readonly unknown[];
};

/**
 * The result of a reading, and again when an input changes; the last result stays until then.
 * `read` is given a question that says true once nobody wants its answer any more.
 */
export function useReading<T>(
  read: (isOver: () => boolean) => Promise<T>,
  inputs: readonly unknown[],
): Reading<T> {
  const [reading, setReading] = useState<Reading<T>>({ value: undefined, error: null, inputs: [] });
  // Before the first painting: the numbers are what the page was opened for.
  useLayoutEffect(() => {
    let over = false;
    read(() => over).then(
      (value) => !over && setReading({ value, error: null, inputs }),
      (error: unknown) => {
        if (over) return;
        console.error(error);
        setReading({ value: undefined, error, inputs });
      },
    );
    return () => {
      over = true;
    };
  }, inputs);
  return reading;
}
