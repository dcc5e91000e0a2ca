import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';

/** The part of the DOM that reading needs: the server's code is compiled without a browser's types. */
export interface HtmlElement {
  readonly localName: string;
  readonly textContent: string;
  readonly parentElement: HtmlElement | null;
  readonly children: Iterable<HtmlElement>;
  readonly childNodes: Iterable<HtmlElement>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  matches(selector: string): boolean;
  closest(selector: string): HtmlElement | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  cloneNode(deep: boolean): HtmlElement;
  replaceWith(...nodes: HtmlElement[]): void;
  remove(): void;
}

export interface HtmlDocument extends Omit<HtmlElement, 'cloneNode'> {
  readonly body: HtmlElement;
  readonly title: string;
  createElement(name: string): HtmlElement & { append(...nodes: HtmlElement[]): void };
  getElementById(id: string): HtmlElement | null;
  cloneNode(deep: boolean): HtmlDocument;
}

/** Browsers stop at 512; what is nested deeper is no page, and walks over it would take hours. */
const DEEPEST = 512;

/**
 * A page as a browser builds it (parse5 follows the HTML standard's tree construction), in a DOM that Readability and Turndown can walk.
 * Null where it is nested beyond all sense.
 */
export function documentOf(html: string): HtmlDocument | null {
  const tree = parse(html);
  if (isDeeper(tree, DEEPEST)) return null;
  return parseHTML(serialize(tree)).document as unknown as HtmlDocument;
}

interface Branch {
  childNodes?: object[];
}

function isDeeper(root: Branch, most: number): boolean {
  let level: Branch[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((node) => node.childNodes ?? []);
  }
  return false;
}
