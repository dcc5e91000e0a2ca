/** UTF-16 units of the longest text of rules that is read; the shipped ones have about 10,000. */
export const LONGEST_RULES = 200_000;
