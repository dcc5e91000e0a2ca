/**
 * What `text.matchAll(pattern)` gives, at once; `pattern` is global. Most patterns find nothing in most messages: to look first costs some 0.1 µs,
 * the copy of the pattern that matchAll makes 0.5 µs.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  return text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
}
