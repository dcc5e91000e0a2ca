export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond so many differences what lies between the first and the last one is shown as replaced: it would take minutes to compare. */
const MOST = 500;

/** How one text becomes the other, line by line, with as few changes as there can be (E. Myers, An O(ND) Difference Algorithm, 1986). */
export function lineDiff(before: string, after: string): DiffLine[] {
  const old = before.split('\n');
  const young = after.split('\n');
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start++;
  let end = 0;
  while (end < old.length - start && end < young.length - start && old.at(-1 - end) === young.at(-1 - end)) end++;
  const lines = (kind: DiffLine['kind'], of: string[]) => of.map((text) => ({ kind, text }));
  return [
    ...lines('same', old.slice(0, start)),
    ...between(old.slice(start, old.length - end), young.slice(start, young.length - end)),
    ...lines('same', old.slice(old.length - end)),
  ];
}

/** `furthest[k]`: how far into `old` one gets on the diagonal k = x − y with so many changes. */
function between(old: string[], young: string[]): DiffLine[] {
  const trail: Map<number, number>[] = [];
  let furthest = new Map([[1, 0]]);
  for (let changes = 0; changes <= Math.min(old.length + young.length, MOST); changes++) {
    trail.push(furthest);
    furthest = new Map(furthest);
    for (let k = -changes; k <= changes; k += 2) {
      let x = isDown(furthest, k, changes) ? reach(furthest, k + 1) : reach(furthest, k - 1) + 1;
      while (x < old.length && x - k < young.length && old[x] === young[x - k]) x++;
      furthest.set(k, x);
      if (x >= old.length && x - k >= young.length) return walkBack(old, young, trail);
    }
  }
  return [
    ...old.map((text) => ({ kind: 'removed' as const, text })),
    ...young.map((text) => ({ kind: 'added' as const, text })),
  ];
}

const reach = (furthest: ReadonlyMap<number, number>, k: number) => furthest.get(k) ?? -1;

function isDown(furthest: ReadonlyMap<number, number>, k: number, changes: number): boolean {
  return k === -changes || (k !== changes && reach(furthest, k - 1) < reach(furthest, k + 1));
}

function walkBack(old: string[], young: string[], trail: readonly Map<number, number>[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let x = old.length;
  let y = young.length;
  for (let changes = trail.length - 1; changes >= 0; changes--) {
    const furthest = trail[changes] ?? new Map<number, number>();
    const k = isDown(furthest, x - y, changes) ? x - y + 1 : x - y - 1;
    const fromX = changes === 0 ? 0 : reach(furthest, k);
    const fromY = changes === 0 ? 0 : fromX - k;
    for (; x > fromX && y > fromY; y--) lines.push({ kind: 'same', text: old[--x] ?? '' });
    if (changes === 0) break;
    if (x > fromX) lines.push({ kind: 'removed', text: old[--x] ?? '' });
    else lines.push({ kind: 'added', text: young[--y] ?? '' });
  }
  return lines.reverse();
}
