/** Does a thing once after the next frame, when the page is laid out, however often it is asked for until then. */
export function afterNextFrame(act: () => void): () => void {
  let isAwaited = false;
  return () => {
    if (isAwaited) return;
    isAwaited = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        isAwaited = false;
        act();
      }),
    );
  };
}
