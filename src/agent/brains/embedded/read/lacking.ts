/** 「单号我不记得了」 "I don't have the order ID with me": no answer that was wrong, and no wish. */
const LACKS_NUMBER =
  /(?:不|没)(?:记得|知道|清楚|有)?.{0,4}(?:单号|订单号|编号)|(?:单号|订单号|编号).{0,6}(?:不|没|忘)|\b(?:don'?t|do not|can'?t|cannot|no longer) (?:\w+ ){0,3}(?:have|remember|recall|know|find)\b.{0,24}\b(?:order|id|number)\b|\bno order (?:id|number)\b|\bnot (?:\w+ )?sure (?:of|about|what|which)\b.{0,24}\b(?:order (?:id|number)|order it(?:'s| is) in|which (?:one|order) it(?:'s| is| was))\b|\bnot (?:\w+ )?sure which (?:one|order)(?: it(?:'s| is| was))?\b/i;

export function lacksNumber(text: string): boolean {
  return LACKS_NUMBER.test(text);
}

/** What is said beside it: regret, and the wish that it go on all the same. */
const BESIDE =
  /^(?:(?:oh|hmm|um|uh|actually|unfortunately)[, ]*)*(?:(?:i'?m|i am) )?(?:really |so |very |just )?(?:sorry|afraid|apologi[sz]e)\b(?: (?:about|for) (?:that|the confusion))?[\s,.!]*$|^(?:is there|do you have|can we|could we|can you|could you|would you)\b.{0,40}\b(?:another way|other way|without it|look it up|find it|locate (?:it|the order)|proceed|check for me|figure it out)\b.{0,40}$|^(?:不好意思|抱歉|对不起)[，,。!]*$|^(?:能|可以)?(?:帮我)?(?:查|找)一?下?[吗吧呢]?[?？。]*$|^还有别的办法吗[?？]?$/i;

const SENTENCES =
  /(?<=[.!?。！？；;])\s*|,?\s*\b(?:but|however)\b,?\s*|[，,]?\s*(?:但是?|不过)[，,]?|(?<=\b(?:sorry|afraid)),\s*/i;

/** The rest of a message that says that the order's number is not at hand; null where it does not say so. */
export function besideLacking(text: string): string | null {
  if (!lacksNumber(text)) return null;
  return text
    .split(SENTENCES)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !lacksNumber(sentence) && !BESIDE.test(sentence))
    .join(' ');
}
