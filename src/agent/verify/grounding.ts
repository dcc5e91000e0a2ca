import type { Fact } from '../../core/fact.ts';

/** What a shop's own notes and records alone can tell. */
const SHOP_MATTER =
  /运费|配送|发货|到货|快递|物流|退货|退款|换货|保修|质保|发票|优惠|折扣|价格|库存|支付|付款|材质|面料|尺码|营业|门店|积分|会员|安装|产地|正品|\b(?:deliver|shipping|ships?|refund|return|warrant|invoice|discount|price|stock|payment|material|opening hours|members?hip|points|authentic|install)/;
/** Asking, offering, declining and greeting need no facts. */
const NO_STATEMENT =
  /[?？]|[吗呢吧]\s*[。!]?$|请|麻烦|告诉|提供|发(?:给|一下|我)|想(?:要|找|查|看|退|换|问|了解)?|需要|可以(?:帮|找|直接|说|告诉|先)|能帮|帮[您你]|我来|转(?:人工|给|接)|人工|同事|抱歉|对不起|不好意思|不清楚|不确定|没(?:有|能)?(?:找到|查到|提到|写|说明|相关|看到)|办不了|帮不了|不能(?:直接)?(?:替|帮)|只(?:熟悉|能)|欢迎|您好|谢谢|小二|跟我说|问我|[您你](?:直接)?说|哪|什么|\b(?:please|could you|would you|tell me|let me know|send|share|i can|i'm able|i am able|help you|sorry|apolog|afraid|don't have|do not have|couldn't|could not|can't find|cannot|unable|no information|not sure|colleague|person|happy to|hello|welcome|ask me|i know|thank|which|what)\b/;

/** Facts that tell nothing of the shop. */
const NOTHING_TOLD: ReadonlySet<Fact['kind']> = new Set(['not-found', 'order-verified', 'customer-verified']);

function sentencesOf(plain: string): string[] {
  return plain.split(/(?<=[。!?;\n])|(?<=[.])\s+(?=\D)/).map((sentence) => sentence.trim());
}

/**
 * Statements about the shop in a turn that has looked nothing up, or that found nothing: whatever they say, it comes from elsewhere.
 */
export function groundlessSentences(plain: string, facts: readonly Fact[]): string[] {
  const empty = facts.every((fact) => NOTHING_TOLD.has(fact.kind));
  if (!empty) return [];
  return sentencesOf(plain).filter((sentence) => SHOP_MATTER.test(sentence) && !NO_STATEMENT.test(sentence));
}
