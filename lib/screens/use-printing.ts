import { useEffect, useState } from 'preact/hooks';

/**
 * True while the page is on its way to paper, so that what is only printed need not stand in the page before. It is
 * rendered in time: the browser lets what the event sets off finish before it lays the paper out.
 */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const start = () => setPrinting(true);
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
