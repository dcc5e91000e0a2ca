import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** As in the style sheet: below this width the panel fills the screen. */
const PHONE = '(max-width: 520px)';

/** Whether the panel fills the screen; while it does, the page behind stands still and the panel stays above the keyboard. */
export function useFullScreen(panel: RefObject<HTMLElement | null>, open: boolean): boolean {
  const [phone, setPhone] = useState(() => matchMedia(PHONE).matches);
  useEffect(() => {
    const query = matchMedia(PHONE);
    const update = () => setPhone(query.matches);
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, []);

  const full = open && phone;
  useEffect(() => {
    const element = panel.current;
    const viewport = window.visualViewport;
    if (!full || !element) return;
    const { overflow } = document.documentElement.style;
    document.documentElement.style.overflow = 'hidden';
    const fit = () => {
      if (!viewport) return;
      element.style.height = `${viewport.height}px`;
      element.style.transform = `translateY(${viewport.offsetTop}px)`;
    };
    fit();
    viewport?.addEventListener('resize', fit);
    viewport?.addEventListener('scroll', fit);
    return () => {
      document.documentElement.style.overflow = overflow;
      viewport?.removeEventListener('resize', fit);
      viewport?.removeEventListener('scroll', fit);
      element.style.height = '';
      element.style.transform = '';
    };
  }, [full, panel]);
  return full;
}

const FOCUSABLE = 'button:not(:disabled), a[href], textarea, [tabindex="0"]';

/** Keeps the tab key inside while the panel covers everything else. */
export function useKeptFocus(panel: RefObject<HTMLElement | null>, full: boolean): (event: KeyboardEvent) => void {
  return (event) => {
    const element = panel.current;
    if (event.key !== 'Tab' || !full || !element) return;
    const root = element.getRootNode() as ShadowRoot;
    const scope = element.querySelector('.sheet') ?? element;
    const stops = [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((stop) => stop.offsetParent !== null);
    const [first] = stops;
    const last = stops.at(-1);
    const edge = event.shiftKey ? first : last;
    if (root.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  };
}
