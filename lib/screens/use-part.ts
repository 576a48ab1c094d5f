import { useEffect, useState } from 'preact/hooks';

/** The part of the page that its address names ("#overview"), the first where it names none. */
export function usePart<Part extends string>(parts: readonly [Part, ...Part[]]): Part {
  const named = () => parts.find((part) => part === location.hash.slice(1)) ?? parts[0];
  const [part, setPart] = useState(named);
  useEffect(() => {
    const follow = () => setPart(named());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return part;
}
