/** 「退我五十」「便宜50」 "I want 50 back" "knock 20 off": so much of the price and no more. */
const AMOUNT =
  /(?<![没未不])(?:退|补|赔|返|减|便宜)(?:还|偿|贴|款|给)?(?:我|个|我个)?(?:[¥￥]?\d+(?:\.\d+)?|[一二两三四五六七八九]?[十百][一二三四五六七八九十]*)(?:块钱?|元|来?块|%|个点)?(?![\w.]|\s*[个件双条只套把盒瓶台天单号码岁克斤])|(?:要|给我?|拿)(?:回)?[¥￥]?\d+(?:块钱?|元)?的?(?:补偿|赔偿)|\b(?:want|need|like|expect|get|have|give|take|knock|refund|return|pay)\b(?: (?:me|us|at least|about|around|maybe|just|to get|like))*\s+(?:only )?[£$€¥]? ?\d+(?:\.\d+)?(?: ?(?:yuan|rmb|cny|bucks|dollars|pounds|quid|euros?|%|percent))? (?:back|off|in compensation|as compensation|compensation)\b|\brefund (?:me |us )?[£$€¥] ?\d+(?:\.\d+)?\b(?! ?(?:days?|items?|pieces?|pairs?))|(?:^|[,.;!] ?)[£$€¥] ?\d+(?:\.\d+)? (?:back|off)\b/i;
/** Money that was promised or has come, a price that fell, the worth of a coupon. */
const OF_OTHER =
  /没到|到账|收到(?:了)?(?:退|钱)|还没|怎么|为什么|为啥|多久|什么时候|退了|已经退|只退|才退|差价|降价|满|券|\b(?:why|where|when|only|already|got|received|coupon|voucher|code|orders?|over|price (?:drop|match|protect\w*|difference)|difference|cheaper now)\b/i;

/** Whether only an amount is wanted back for goods that stay: no rule settles it. */
export function wantsAmountBack(text: string): boolean {
  return AMOUNT.test(text) && !OF_OTHER.test(text);
}
