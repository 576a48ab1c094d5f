import type { ComponentChildren } from 'preact';

/** A table that scrolls sideways where it is wider than the page. */
export function ScrolledTable(props: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="merge-scroll" aria-label={props.label} tabIndex={0}>
      <table>{props.children}</table>
    </section>
  );
}
