/** What is said under which card, parted by bars. */
export type Cases<Cards> = Partial<Record<keyof Cards & string, string>>;

export function cases<Cards>(table: Cases<Cards>): [keyof Cards & string, string][] {
  return Object.entries<string | undefined>(table).flatMap(([name, texts]) =>
    (texts ?? '').split('|').map((text): [keyof Cards & string, string] => [name as keyof Cards & string, text.trim()]),
  );
}
