/** What an input of a table may be: one of some words, or a number that can be unknown. */
export type InputKind = { words: readonly string[]; unit?: undefined } | { words?: undefined; unit: Unit };

/** Days are calendar days in the shop's zone, 0 on the day itself; hours run by the clock; amounts are in whole units of the shop's currency. */
export type Unit = 'days' | 'hours' | 'amount';

export const words = (...list: readonly string[]): InputKind => ({ words: list });
export const number = (unit: Unit): InputKind => ({ unit });
