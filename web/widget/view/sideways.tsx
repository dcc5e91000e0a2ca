import type { ComponentChildren } from 'preact';

/** Content wider than the panel: it scrolls sideways, by keyboard too. */
export function Sideways(props: { label: string; class?: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section class={`scroll ${props.class ?? ''}`} tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}
