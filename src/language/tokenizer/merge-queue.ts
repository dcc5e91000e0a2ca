/** A pair of token ids and how often it was seen when it was put in. */
interface Entry {
  left: number;
  right: number;
  count: number;
}

/** More often first; among equals the lower ids, so that training has one outcome. */
const before = (a: Entry, b: Entry): boolean =>
  a.count !== b.count ? a.count > b.count : a.left !== b.left ? a.left < b.left : a.right < b.right;

/** A binary heap: the next merge in O(log n). */
export function mergeQueue(): { push(entry: Entry): void; pop(): Entry | undefined } {
  const heap: Entry[] = [];
  const sink = (entry: Entry): void => {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      if (right !== undefined && before(right, left)) child++;
      const next = heap[child];
      if (next === undefined || !before(next, entry)) break;
      heap[at] = next;
      at = child;
    }
    heap[at] = entry;
  };
  return {
    push(entry) {
      let at = heap.push(entry) - 1;
      for (let parent = (at - 1) >> 1; at > 0; parent = (at - 1) >> 1) {
        const above = heap[parent];
        if (above === undefined || !before(entry, above)) break;
        heap[at] = above;
        at = parent;
      }
      heap[at] = entry;
    },
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length > 0 && last !== undefined) sink(last);
      return first;
    },
  };
}
