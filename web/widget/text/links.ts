export type Inline = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string };

/** A bare address: ASCII only, so that Chinese words and full-width marks after it are not taken in. */
const BARE = /https?:\/\/[!-;=?-~]+/gi;
const PICTURE = /!\[[^\]]*\]\($/;
const TRAILING = /[.,;:!?'"*_~]$/;

/** The address if it may become a link: http(s), a host, no user name in front of it (those disguise where a link leads). */
export function safeHref(address: string): string | null {
  try {
    const url = new URL(address);
    const web = url.protocol === 'https:' || url.protocol === 'http:';
    return web && url.hostname !== '' && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}

/** Punctuation at the end belongs to the sentence; a closing bracket only where the address has not opened it. */
function trimEnd(address: string): string {
  let end = address;
  for (;;) {
    const last = end.at(-1) ?? '';
    const opening = { ')': '(', ']': '[', '}': '{' }[last];
    const unopened = opening !== undefined && end.split(opening).length < end.split(last).length;
    if (!unopened && !TRAILING.test(end)) return end;
    end = end.slice(0, -1);
  }
}

export function findLinks(text: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(BARE)) {
    const address = trimEnd(match[0]);
    const href = safeHref(address);
    // A Markdown picture stays text as it stands.
    if (href === null || PICTURE.test(text.slice(0, match.index))) continue;
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'link', text: address, href });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
