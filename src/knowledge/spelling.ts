/** Edits between two words: a letter more, less, another, or two neighbours exchanged (optimal string alignment). */
export function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const exchanged =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (exchanged) edits = Math.min(edits, (before[column - 2] ?? 0) + 1);
      next.push(edits);
    }
    before = last;
    last = next;
  }
  return last[other.length] ?? 0;
}

/** Shorter words are too near to others to be guessed. */
export const SHORTEST_MISSPELT = 5;
/** From this length on two edits are believed. */
const LONG = 7;
/** Words that begin alike so far are forms of one: certificate, certified. */
const SAME_BEGINNING = 7;

/** The words nearest to a misspelt one, none further than is believed of its length; the first letter is rarely wrong. */
export function nearestWords(misspelt: string, words: readonly string[]): string[] {
  const most = misspelt.length >= LONG ? 2 : 1;
  const near = words
    .map((word) => ({ word, edits: editsBetween(misspelt, word) }))
    .filter(({ word, edits }) => edits <= most + 0.5 && edits < word.length / 2);
  const least = Math.min(...near.map(({ edits }) => edits));
  return near.filter(({ edits }) => edits === least).map(({ word }) => word);
}

function editsBetween(misspelt: string, word: string): number {
  if (
    Math.min(misspelt.length, word.length) >= SAME_BEGINNING &&
    misspelt.slice(0, SAME_BEGINNING) === word.slice(0, SAME_BEGINNING)
  )
    return 1;
  return editDistance(misspelt, word) + (word[0] === misspelt[0] ? 0 : 0.5);
}
