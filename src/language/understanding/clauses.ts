/** Where one need ends and another may begin. Offsets are into the text given. */
const BREAK =
  /[。！？；，、,;!?\n]+\s*|\.\s+|\s+(?:and(?: also)?|but|plus|also)\s+|(?<=[^，。；,;\s])(?=另外|还有(?!吗|没|货|多|几|一)|顺便|顺带|对了|以及|同时|再帮我|再问)/gi;

export interface Clause {
  text: string;
  start: number;
  end: number;
  /** A word such as "and also" stood before it. */
  isJoined: boolean;
}

/** The stretches of a text between its breaks, without the breaks. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let isJoined = false;
  const push = (end: number) => {
    const piece = text.slice(start, end);
    const trimmed = piece.trim();
    if (trimmed === '') return;
    const offset = start + piece.indexOf(trimmed);
    clauses.push({ text: trimmed, start: offset, end: offset + trimmed.length, isJoined });
  };
  for (const match of text.matchAll(BREAK)) {
    push(match.index);
    start = match.index + match[0].length;
    isJoined = /and|also|plus/i.test(match[0]);
  }
  push(text.length);
  return clauses;
}
