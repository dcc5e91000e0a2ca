import { Readability } from '@mozilla/readability';
import type { HtmlDocument, HtmlElement } from './html-document.ts';

export interface Content {
  title: string;
  root: HtmlElement;
}

/** Never content: code, what another page draws, fields, and the ways to other pages. */
const NEVER =
  'script,style,template,noscript,iframe,frame,object,embed,canvas,svg,audio,video,link,meta,button,input,select,textarea,dialog,nav,[role=navigation],[role=search],[role=menu],[role=menubar]';
/** Around the content, unless they stand in it: an article has its own header. */
const AROUND = 'header,footer,aside,[role=banner],[role=contentinfo],[role=complementary]';
const INVISIBLE_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0*\s*(?:;|!|$)|font-size\s*:\s*0(?:px|em|rem|pt|%)?\s*(?:;|!|$))/i;

/** The text a page is there for. Changes the document. */
export function contentOf(document: HtmlDocument): Content {
  const pageTitle = document.title.trim();
  reveal(document);
  for (const element of [...document.querySelectorAll(NEVER)]) element.remove();
  for (const element of [...document.querySelectorAll('[hidden],[aria-hidden=true],[style]')])
    if (isHidden(element)) element.remove();
  const readable = readableIn(document);
  const plain = plainContentOf(document);
  const [heading, ...more] = [...plain.querySelectorAll('h1')];
  const title = heading && more.length === 0 ? heading.textContent.trim() : '';
  // Readability keeps one block of several alike: of a page of questions it may leave one.
  const root = readable && proseLength(readable) * 2 >= proseLength(plain) ? readable : plain;
  return { title: title || pageTitle, root };
}

/** What a button opens is part of the page, and so is what the button says: an accordion hides each answer until its question is pressed. */
function reveal(document: HtmlDocument): void {
  for (const control of [...document.querySelectorAll('[aria-controls]')]) {
    const ids = (control.getAttribute('aria-controls') ?? '').split(/\s+/).filter((id) => id !== '');
    const panels = ids.flatMap((id) => document.getElementById(id) ?? []);
    for (const panel of panels) for (const name of ['hidden', 'aria-hidden', 'style']) panel.removeAttribute(name);
    if (panels.length === 0 || control.localName !== 'button') continue;
    rename(control, control.closest('h1,h2,h3,h4,h5,h6,summary,dt') ? 'span' : 'summary', document);
  }
}

function isHidden(element: HtmlElement): boolean {
  const hidden = element.getAttribute('hidden');
  if (hidden !== null) return hidden.toLowerCase() !== 'until-found';
  return element.getAttribute('aria-hidden') === 'true' || INVISIBLE_STYLE.test(element.getAttribute('style') ?? '');
}

const WAS_TITLE = 'data-was-h1';

function readableIn(document: HtmlDocument): HtmlElement | null {
  const copy = document.cloneNode(true);
  for (const heading of copy.querySelectorAll('h1')) heading.setAttribute(WAS_TITLE, '');
  const article = new Readability<HtmlElement>(copy as unknown as ConstructorParameters<typeof Readability>[0], {
    serializer: (node) => node as unknown as HtmlElement,
    // The structured data of a page is for search engines; its text is what customers see.
    disableJSONLD: true,
  }).parse();
  const content = article?.content ?? null;
  // Readability makes every h1 an h2, among those that were h2 before.
  for (const heading of [...(content?.querySelectorAll(`h2[${WAS_TITLE}]`) ?? [])]) rename(heading, 'h1', copy);
  return content;
}

function rename(element: HtmlElement, name: string, document: HtmlDocument): void {
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

function plainContentOf(document: HtmlDocument): HtmlElement {
  const [main, ...others] = [...document.querySelectorAll('main,[role=main]')];
  if (main && others.length === 0) return main;
  for (const element of [...document.querySelectorAll(AROUND)]) if (!element.closest('article')) element.remove();
  return document.body;
}

/** Characters outside links: a list of links is a way to other pages. */
function proseLength(root: HtmlElement): number {
  const length = (element: HtmlElement) => element.textContent.replace(/\s+/g, '').length;
  return [...root.querySelectorAll('a')].reduce((rest, link) => rest - length(link), length(root));
}
