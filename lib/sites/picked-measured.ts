/**
 * Keeps what was measured of an element for as long as it says the same. A folded message is not drawn, so nothing can be
 * measured there, and the page may make us read it all the same.
 * @returns the value, or the one before where it is null now; null where there is none for these words
 */
export function keepMeasured<Value>(): (
  element: Element,
  said: string | null,
  value: Value | null,
) => Value | null {
  const kept = new WeakMap<Element, { said: string | null; value: Value }>();
  return (element, said, value) => {
    if (value !== null) kept.set(element, { said, value });
    const last = kept.get(element);
    return last?.said === said ? last.value : null;
  };
}
