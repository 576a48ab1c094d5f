/**
 * Ends the task, so that the page can draw and answer before the work goes on. A timer would be held back to four
 * milliseconds each time, and to a second in a page that nobody sees.
 */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The entries of a list, with a breath after so many. */
export async function* inPieces<Entry>(
  list: readonly Entry[],
  size: number,
): AsyncGenerator<readonly Entry[]> {
  for (let from = 0; from < list.length; from += size) {
    yield list.slice(from, from + size);
    await breath();
  }
}
