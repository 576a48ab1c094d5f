/** Locks between pages as a browser keeps them, for a DOM that has none. */
export class PageLocks {
  readonly #held = new Map<string, Promise<unknown>>();

  request<T>(name: string, work: () => Promise<T>): Promise<T> {
    const result = (this.#held.get(name) ?? Promise.resolve()).then(work);
    this.#held.set(
      name,
      result.catch(() => undefined),
    );
    return result;
  }
}
