/** Longest piece that appears at once, in UTF-16 units: about a line on a phone. */
const LONGEST = 24;

/**
 * Cuts a text where a speaker would pause, so that a reply can appear piece by piece. Joined again the pieces are the text.
 */
export function pieces(text: string): string[] {
  const found: string[] = [];
  for (const clause of text.match(
    /[^，。；：！？、,.;:!?\n]*[，。；：！？、,.;:!?\n]+\s*|[^，。；：！？、,.;:!?\n]+$/g,
  ) ?? []) {
    const last = found.at(-1);
    if (last !== undefined && last.length + clause.length <= LONGEST) found[found.length - 1] = last + clause;
    else found.push(clause);
  }
  return found;
}
