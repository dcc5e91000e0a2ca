/**
 * Takes every match (its group `it`, where it has one) out of a text, so that nothing is found inside another; what is left keeps its length.
 * The pattern is global, with the flag `d` where it has the group.
 */
export function takeOut(
  page: { rest: string },
  pattern: RegExp,
  holds: (match: RegExpExecArray) => boolean = () => true,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let left = '';
  let at = 0;
  // Not matchAll, which makes a copy of the pattern for each of many short texts.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(page.rest); match; match = pattern.exec(page.rest)) {
    if (match[0] === '') pattern.lastIndex++;
    if (!holds(match)) continue;
    const [start, end] = match.indices?.groups?.it ?? [match.index, match.index + match[0].length];
    if (start >= end) continue;
    found.push({ start, end });
    left += page.rest.slice(at, start) + '\u0001'.repeat(end - start);
    at = end;
  }
  if (found.length > 0) page.rest = left + page.rest.slice(at);
  return found;
}
