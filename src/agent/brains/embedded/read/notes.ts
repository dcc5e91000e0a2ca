/** Asks what became of what was noted down: whether it was, whether anybody has seen to it, how it stands. */
const ASKS_AFTER: readonly RegExp[] = [
  /(?:投诉|工单|反馈|意见|建议|留言|登记|反映)(?!.{0,4}[:：]).{0,12}(?:登记|记录?|记下|提交|收到|处理|受理|解决|回复|办结|关闭)(?:好|完|上|得|的|下来)?(?:[了过]?(?:吗|没有?|么)|怎么样|到哪|如何|了[?？])/,
  /(?:投诉|工单|反馈|意见|建议|留言|登记).{0,8}(?:进度|进展|结果|状态|下文|怎么样了|如何了|到哪[一步]?)/,
  /(?:投诉|工单|反馈|意见|建议).{0,8}(?:没人|没有人|还没|没)(?:处理|回复|解决|管|理)/,
  /登记[了过]?[吗没]/,
  /(?:查|看).{0,6}(?:工单|(?:投诉|登记)(?:记录|进度)|我的(?:投诉|登记|反馈))/,
  /\b(?:status|update|news|progress|outcome|result|word)\b.{0,16}\b(?:my|the|that)\b.{0,12}\b(?:tickets?|complaints?|feedback|suggestions?)\b/i,
  /\b(?:did|have|has|was|were|is|are)\b.{0,24}\b(?:regist|log|not(?:e|ing)|record|receiv|handl|deal|look|resolv|answer|read|clos|do|fil|g[eo]t)\w*\b.{0,16}\b(?:my|the) (?:\w+ )?(?:tickets?|complaints?|feedback|suggestions?)\b/i,
  /\b(?:my|the) (?:last |previous |open )?(?:tickets?|complaints?|feedback|suggestions?)\b.{0,20}\b(?:regist|logged|noted|recorded|received|handled|dealt|resolved|answered|open|closed|going|happen|doing|stand)/i,
  /\b(?:see|show|list|check)\b.{0,8}\bmy (?:\w+ )?(?:tickets?|complaints?)\b/i,
];

/** Something is to be noted, and no question after what was. */
const NEW_NOTE =
  /(?:帮我|给我|替我|请|麻烦).{0,4}(?:登记|记录|反馈)|我要(?:投诉|登记)|\b(?:how (?:do|can|would) i|i(?:'d like| want| need) to|please|can i) (?:\w+ ){0,2}(?:make|file|lodge|log|raise|open|leave|submit|note|register)\b/i;

export function asksAfterNotes(text: string): boolean {
  return ASKS_AFTER.some((pattern) => pattern.test(text)) && !NEW_NOTE.test(text);
}
