import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard where the reader is when the control they used goes with what it did: if the focus was `within`
 * and this rendering took it away, `place` gets it. Nobody else's focus is touched.
 */
export function useKeptFocus<Within extends HTMLElement, Place extends HTMLElement>(): {
  within: RefObject<Within | null>;
  place: RefObject<Place | null>;
} {
  const within = useRef<Within>(null);
  const place = useRef<Place>(null);
  // Asked before the page is changed: afterwards nobody knows where the focus was.
  const hadFocus = within.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (hadFocus && isLost) place.current?.focus();
  });
  return { within, place };
}
