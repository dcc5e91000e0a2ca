import blocks from './blocks.css?inline';
import frame from './frame.css?inline';
import log from './log.css?inline';
import paper from './paper.css?inline';
import slip from './slip.css?inline';

const TEXT = [paper, frame, log, blocks, slip].join('\n');

/** A constructed sheet passes a page's content security policy where a style element would not; older browsers get the element. */
export function dress(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(TEXT);
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const style = document.createElement('style');
  style.textContent = TEXT;
  (root as ShadowRoot).append(style);
}
