const UNOPENED =
  /没(?:有)?(?:拆|开|用|穿|洗|动)|未(?:拆|开|使用|穿)|全新|原封|\b(?:not|never|un|haven'?t|hasn'?t|didn'?t)[- ]?(?:been )?(?:open(?:ed)?|used|worn|unsealed|sealed)\b|\bunopened\b|\bstill sealed\b|\bunworn\b/i;
const OPENED =
  /拆(?:了|开|封|过|掉)|开(?:了封|封了|过)|(?:用|穿|戴|洗|试用)(?:了|过)|\b(?:opened|unsealed|used|worn|washed|took (?:it|the \w+) out)\b/i;

/** Whether the goods were unpacked or used, as the customer says; null when nothing is said of it. */
export function openedIn(text: string): boolean | null {
  if (UNOPENED.test(text)) return false;
  return OPENED.test(text) ? true : null;
}
