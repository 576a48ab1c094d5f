import type { FeedMessage } from './feed-message.ts';

type Handler = (event: { name: string }, ...values: unknown[]) => void;

/** The root of the page's scopes, as far as a script may ask for it. */
export type RootScope = {
  $on(name: string, handler: Handler): () => void;
  $emit(name: string, ...values: unknown[]): void;
};

type Scope = { message?: FeedMessage; $root: RootScope };

type Wrapped = {
  scope(): Scope | undefined;
  injector(): { get(name: string): unknown } | undefined;
};

/** The little of `window.angular` that a script in the page's world can lean on. */
export type Angular = { element(node: Node | string): Wrapped };

/**
 * @param messageOf the message whose row or measuring copy this element is
 */
export function createAngular(messageOf: (element: Element) => FeedMessage | undefined): {
  angular: Angular;
  root: RootScope;
} {
  const handlers = new Map<string, Set<Handler>>();
  const root: RootScope = {
    $on(name, handler) {
      const known = handlers.get(name) ?? new Set();
      handlers.set(name, known.add(handler));
      return () => void known.delete(handler);
    },
    $emit(name, ...values) {
      for (const handler of [...(handlers.get(name) ?? [])]) {
        try {
          handler({ name }, ...values);
        } catch (error) {
          console.error(error);
        }
      }
    },
  };
  const injector = { get: (name: string) => (name === '$rootScope' ? root : undefined) };

  function scopeOf(node: Node): Scope | undefined {
    for (let at: Node | null = node; at; at = at.parentNode) {
      const message = at instanceof Element ? messageOf(at) : undefined;
      if (message) return { message, $root: root };
    }
    return document.contains(node) ? { $root: root } : undefined;
  }

  const angular: Angular = {
    element(target) {
      const node = typeof target === 'string' ? document.querySelector(target) : target;
      return {
        scope: () => (node ? scopeOf(node) : undefined),
        injector: () => (node && document.contains(node) ? injector : undefined),
      };
    },
  };
  return { angular, root };
}
