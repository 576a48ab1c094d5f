import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * True while the page is on its way to paper, so that what is only printed need not stand in the page before. It is
 * rendered within the event: where a button of the page asked for paper, it is laid out before anything else may run.
 */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const start = () => atOnce(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', start);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', start);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

/** Changes the state and renders it before returning; otherwise rendering waits for a turn of its own. */
function atOnce(change: () => void): void {
  const { debounceRendering } = options;
  options.debounceRendering = (render) => render();
  try {
    change();
  } finally {
    options.debounceRendering = debounceRendering;
  }
}
