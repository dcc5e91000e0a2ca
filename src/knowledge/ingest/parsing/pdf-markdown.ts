import type { Line } from './pdf-lines.ts';

/** Letters this much larger than the body's make a heading. */
const LARGER = 1.15;
const HEADING_CHARACTERS = 80;
const LEVELS = 3;
/** A line of a table of contents. */
const LEADS_TO_PAGE = /(?:[.…⋯·]\s?){4,}\s*[\divxlc]+$/i;
/** A paragraph goes on in the next line where this one reaches the margin. */
const FULL = 0.9;

/** Pages as Markdown: headings by the size of their letters, wrapped lines joined to paragraphs, running heads and page numbers left out. */
export function markdownOf(pages: readonly Line[][]): { heading: string | null; body: string } {
  const kept = withoutRunningLines(pages).map((lines) => lines.filter(({ text }) => !LEADS_TO_PAGE.test(text)));
  const body = bodySize(kept.flat());
  const sizes = [
    ...new Set(
      kept
        .flat()
        .filter((line) => isHeading(line, body))
        .map(rounded),
    ),
  ].sort((a, b) => b - a);
  const level = (line: Line) => Math.min(sizes.indexOf(rounded(line)) + 1, LEVELS);
  const first = kept.flat().find((line) => isHeading(line, body));
  const text = kept.map((lines) => pageText(lines, (line) => (isHeading(line, body) ? level(line) : 0))).join('\n\n');
  return { heading: first?.text ?? null, body: text };
}

function pageText(lines: readonly Line[], levelOf: (line: Line) => number): string {
  const margin = Math.max(...lines.map(({ right }) => right), 0);
  const left = Math.min(...lines.map((line) => line.left));
  const reaches = (line: Line) => line.right - left >= (margin - left) * FULL;
  let text = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const level = levelOf(line);
    const shown = level > 0 ? `${'#'.repeat(level)} ${line.text}` : line.text.replace(/^[•●▪■◆·◦]\s*/u, '- ');
    if (!before) text = shown;
    else if (level > 0 || levelOf(before) > 0) text += `\n\n${shown}`;
    else if (before.y - line.y > Math.max(before.size, line.size) * 2.2 || line.y > before.y) text += `\n\n${shown}`;
    else if (reaches(before) && !/^(?:- |\d+[.、)）]|[（(][一二三四五六七八九十\d]+[)）])/.test(shown))
      text = wrapped(text, shown);
    else text += `\n${shown}`;
  }
  return text;
}

/** Chinese goes on without a space; a hyphen at the end of a line holds two halves of a word. */
function wrapped(text: string, next: string): string {
  if (/\p{Script=Latin}-$/u.test(text) && /^\p{Lowercase_Letter}/u.test(next)) return text.slice(0, -1) + next;
  const chinese =
    /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u.test(text) ||
    /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(next);
  return chinese ? text + next : `${text} ${next}`;
}

const rounded = ({ size }: Line) => Math.round(size);

function isHeading(line: Line, body: number): boolean {
  return line.size >= body * LARGER && line.text.length <= HEADING_CHARACTERS && !/[。；;，,]$/.test(line.text);
}

/** The size in which most characters are set. */
function bodySize(lines: readonly Line[]): number {
  const characters = new Map<number, number>();
  for (const line of lines) characters.set(rounded(line), (characters.get(rounded(line)) ?? 0) + line.text.length);
  return [...characters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** What stands first or last on most of at least three pages in one size, whatever its number: the title itself is larger. */
function withoutRunningLines(pages: readonly Line[][]): Line[][] {
  const filled = pages.filter((lines) => lines.length > 0);
  if (filled.length < 3) return filled;
  const masked = (line: Line | undefined) => (line ? `${rounded(line)} ${line.text.replace(/\d+/g, '#')}` : '');
  const running = (at: 0 | -1) => {
    const counts = new Map<string, number>();
    for (const lines of filled) {
      const text = masked(lines.at(at));
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return new Set([...counts].filter(([, count]) => count > filled.length * 0.6).map(([text]) => text));
  };
  const heads = running(0);
  const feet = running(-1);
  return filled.map((lines) => {
    if (lines.length < 3) return lines;
    const from = heads.has(masked(lines[0])) ? 1 : 0;
    const to = feet.has(masked(lines.at(-1))) ? -1 : undefined;
    return lines.slice(from, to);
  });
}
