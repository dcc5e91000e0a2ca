const UNOPENED =
  /没(?:有)?(?:拆|开|用|穿|洗|动)|未(?:拆|开|使用|穿)|全新|原封|\b(?:not|never|un|haven'?t|hasn'?t|didn'?t)[- ]?(?:been )?(?:open(?:ed)?|used|worn|unsealed|sealed)\b|\bunopened\b|\bstill sealed\b|\bunworn\b/i;
const OPENED =
  /拆(?:了|开|封|过|掉)|开(?:了封|封了|过)|(?:用|穿|戴|洗|试用)(?:了|过)|\b(?:opened|unsealed|used|worn|washed|took (?:it|the \w+) out)\b/i;

/** Whether the goods were unpacked or used, as the customer says; null when nothing is said of it. */
export function openedIn(text: string): boolean | null {
  if (UNOPENED.test(text)) return false;
  return OPENED.test(text) ? true : null;
}

/** Tried is not used, and 「收到就像用过的」 says it of somebody else. */
const NOT_BY_HIM =
  /试[用穿戴]|像是?(?:被?人)?[用穿洗]|别人|人家|收到(?:的?时候)?就?(?:是|像)|二手|[没未](?:有)?(?:怎么)?(?:用|穿|戴|洗|下|剪)|[不别](?:想|要|会|能|敢|用)*(?:用|穿|戴|洗|下|剪)|(?:用|穿|戴|洗)(?:之前|前)|\b(?:looks?|seems?|arrived|came|was sent|already been) (?:\w+ )?(?:used|worn)\b|\bused to\b|(?:\b(?:not|never|without)|n't)\b[^.,;!?]{0,16}\b(?:us(?:ed|ing|e)|worn|wear(?:ing)?|wash(?:ed|ing)?)\b|\bunused\b|\bunworn\b/i;
const USED =
  /(?:用|穿|戴|洗|背|喝|吃|睡|煮|炒|烧)(?:了|过)|下过[锅水]|沾过油|(?:剪|拆|撕)(?:了|掉了?)吊牌|吊牌.{0,3}(?:剪|拆|撕|丢|扔)|\b(?:i|we|he|she|they|been|have|has|'ve|my \w+)\b[^.,;!?]{0,20}\b(?:used|wore|worn|washed|cooked (?:with|in))\b|\b(?:used|worn|washed) (?:it|them|once|twice|already)\b|\b(?:tags?|labels?) (?:are |is )?(?:cut|removed|gone|off)\b|\bcut (?:off )?the (?:tags?|labels?)\b/i;

/** Whether the customer says that he used the goods, which is more than unpacking or trying them. */
export function usedIn(text: string): boolean {
  return USED.test(text) && !NOT_BY_HIM.test(text);
}
