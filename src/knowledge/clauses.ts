/** Where one need ends and another begins: marks, and words that add. */
const BETWEEN =
  /[。！？!?；;，,、\n]+|(?<=\S)\s*(?:另外|还有|以及|顺便|同时|并且|而且|然后|再问|再就是)|\.(?=\s|$)|\b(?:and also|and|also|plus|as well as|besides)\b/i;
/** More needs are not told apart. */
const MOST = 4;

/** The parts of a question that may each be a need of its own; none where it is one. */
export function clausesOf(question: string): string[] {
  const clauses = question
    .split(BETWEEN)
    .map((clause) => clause?.trim() ?? '')
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
  return clauses.length > 1 && clauses.length <= MOST ? clauses : [];
}
