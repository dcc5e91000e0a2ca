/** One line of a page, in points (1/72 inch); y grows upwards. */
export interface Line {
  text: string;
  /** The size of its letters. */
  size: number;
  left: number;
  right: number;
  y: number;
}

/** A run of text as the PDF places it: `transform` is [a, b, c, d, x, y]. */
interface Run {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** Runs at about the same height are one line; runs apart by more than a gap between words get a space. Order is the document's own. */
export function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  let open: Line | null = null;
  for (const run of runs) {
    if (run.str.trim() === '') {
      if (open && run.str !== '' && run.width > 0 && !open.text.endsWith(' ')) open.text += ' ';
      continue;
    }
    const [, , , , x = 0, y = 0] = run.transform;
    const size = run.height || Math.hypot(run.transform[2] ?? 0, run.transform[3] ?? 0);
    if (open && Math.abs(open.y - y) < Math.max(open.size, size) / 2 && x >= open.left) {
      const apart = x - open.right > size * 0.3 && !/\s$/.test(open.text) && !/^\s/.test(run.str);
      open.text += apart ? ` ${run.str}` : run.str;
      open.size = Math.max(open.size, size);
      open.right = Math.max(open.right, x + run.width);
    } else {
      open = { text: run.str, size, left: x, right: x + run.width, y };
      lines.push(open);
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== '');
}
