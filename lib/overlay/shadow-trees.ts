import { OURS } from '../sites/ours';
import type { Site } from '../sites/site';
import { sweep } from './fold';

/** Shadow trees in which rows lie: they are watched, and have our style sheet for as long as the overlay runs. */
export type ShadowTrees = {
  /** Looks for trees that are new. */
  follow(): void;
  /** Takes out of them what was put in. */
  stop(): void;
};

/** @param watch is called once for each tree */
export function createShadowTrees(site: Site, watch: (root: ShadowRoot) => void): ShadowTrees {
  const known = new Set<ShadowRoot>();

  function add(root: ShadowRoot): void {
    known.add(root);
    sweep(root);
    const style = document.createElement('style');
    style.setAttribute(OURS, 'style');
    style.textContent = site.shadowStyle ?? '';
    root.append(style);
    watch(root);
  }

  return {
    follow() {
      for (const root of known) if (!root.host.isConnected) known.delete(root);
      for (const root of site.shadowRoots?.(document) ?? []) if (!known.has(root)) add(root);
    },
    stop() {
      for (const root of known) sweep(root);
    },
  };
}
