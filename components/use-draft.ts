import { useEffect, useRef, useState } from 'preact/hooks';

/** Pause in typing after which a field is saved: long enough not to save every key, short enough to trust. */
const SAVE_AFTER_MS = 600;

export type Draft = {
  text: string;
  onInput(text: string): void;
  /** Saves at once what is still unsaved. */
  flush(): void;
};

/**
 * What is being typed into a field, saved after a pause, on leaving the field and when the page is hidden or closed.
 * `saved` is the stored text; a change of it from elsewhere replaces the draft unless one is being typed.
 * `save` is called with the new text and decides itself whether it is valid.
 */
export function useDraft(saved: string, save: (text: string) => void): Draft {
  const [text, setText] = useState(saved);
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const saveNow = useRef(save);
  saveNow.current = save;

  const flush = () => {
    if (pending.current === null) return;
    clearTimeout(pending.current.timer);
    const { text: last } = pending.current;
    pending.current = null;
    saveNow.current(last);
  };
  const onInput = (next: string) => {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = { text: next, timer: setTimeout(flush, SAVE_AFTER_MS) };
    setText(next);
  };

  useEffect(() => {
    if (pending.current === null) setText(saved);
  }, [saved]);
  useEffect(() => {
    // A closed tab fires no `change` event on the field that was being typed into.
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  return { text, onInput, flush };
}
