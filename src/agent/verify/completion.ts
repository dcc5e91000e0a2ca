import type { CommandName } from '../../core/command.ts';
import { factsOf } from '../../core/fact.ts';
import type { OrderStatus } from '../../core/order.ts';
import type { Evidence } from './evidence.ts';

/** Something that a sentence says has been done, and what would prove it. */
interface Deed {
  pattern: RegExp;
  holds(evidence: Evidence): boolean;
}

const hasEffect = (evidence: Evidence, ...commands: CommandName[]): boolean =>
  factsOf(evidence.facts, 'effect').some((fact) => commands.some((command) => command === fact.value.command));

function statuses(evidence: Evidence): OrderStatus[] {
  return evidence.facts.flatMap((fact): OrderStatus[] => {
    if (fact.kind === 'order') return [fact.value.order.status];
    if (fact.kind === 'orders') return fact.value.orders.map((order) => order.status);
    return fact.kind === 'tracking' ? [fact.value.status] : [];
  });
}

const hasStatus = (evidence: Evidence, ...wanted: OrderStatus[]): boolean =>
  statuses(evidence).some((status) => wanted.includes(status));

const hasRefundPayment = (evidence: Evidence): boolean =>
  factsOf(evidence.facts, 'order').some((fact) =>
    fact.value.order.payments.some((payment) => payment.kind === 'refund'),
  );

const hasHandOff = (evidence: Evidence): boolean => factsOf(evidence.facts, 'hand-off').length > 0;

const DEEDS: readonly Deed[] = [
  {
    pattern:
      /(?:已|已经|成功|刚刚?|这就|马上|立即|立刻|现在就?)[^,。;!?]{0,8}取消|取消(?:好|成功|完成|完毕|掉?了)|\b(?:cancell?ed|cancellation (?:is|was|has been) (?:done|complete|successful|confirmed))\b/,
    holds: (evidence) =>
      hasEffect(evidence, 'cancel_order') ||
      hasStatus(evidence, 'cancelled') ||
      factsOf(evidence.facts, 'quote-cancelled').length > 0,
  },
  {
    pattern:
      /(?:已|已经|成功|刚刚?|这就|马上|立即|立刻|现在就?)[^,。;!?]{0,8}(?:退款|退钱|退还|退回|返还|打款)|(?:退款|钱|款项?)[^,。;!?]{0,6}(?:好了|成功|完成|已[^,。;!?]{0,3}(?:到账|处理|发起|提交|退)|到账了|退了)|退(?:好|完|掉)了|\b(?:refunded|reimbursed|refund (?:is|was|has been|have been) (?:\w+ )?(?:done|complete|completed|issued|processed|successful|sent|made|initiated|approved|credited)|(?:issued|processed|sent|made|initiated|approved|credited) (?:you |your |the |a |full |partial )+refund|money (?:is|has been) (?:back|returned|sent))\b/,
    holds: (evidence) =>
      hasRefundPayment(evidence) ||
      factsOf(evidence.facts, 'effect').some(
        (fact) => fact.value.refund !== null && fact.value.command === 'cancel_order',
      ),
  },
  {
    pattern:
      /(?:已|已经|成功|刚刚?|这就|马上|立即|立刻|现在就?)[^,。;!?]{0,10}(?:退货|退换|办理?退|登记退)|退货[^,。;!?]{0,8}(?:已[^,。;!?]{0,3}(?:提交|受理|办|通过|批准|登记|创建)|提交了|办好了|成功)|\breturn(?: request)? (?:is|was|has been) (?:\w+ )?(?:done|submitted|created|requested|registered|approved|accepted|complete|completed|set up|processed|arranged)|\b(?:submitted|created|requested|registered|approved|accepted|set up|processed|arranged) (?:the|a|your) return\b/,
    holds: (evidence) => hasEffect(evidence, 'return_items'),
  },
  {
    pattern:
      /(?:已|已经|成功|刚刚?|这就|马上|立即|立刻|现在就?)[^,。;!?]{0,10}(?:换货|换成|换好|更换|调换)|换货[^,。;!?]{0,8}(?:已[^,。;!?]{0,3}(?:提交|受理|办|通过|批准|登记|创建)|提交了|办好了|成功)|换好了|\b(?:exchanged|swapped)\b|\bexchange(?: request)? (?:is|was|has been) (?:\w+ )?(?:done|submitted|created|requested|registered|approved|accepted|complete|completed|set up|processed|arranged)|\b(?:submitted|created|requested|registered|approved|accepted|set up|processed|arranged) (?:the|an|your) exchange\b/,
    holds: (evidence) => hasEffect(evidence, 'exchange_items'),
  },
  {
    pattern:
      /(?:已|已经|成功|刚刚?|这就|马上|立即|立刻|现在就?)[^,。;!?]{0,10}(?:改地址|地址|改成|改为|修改|变更|更新)|地址[^,。;!?]{0,8}(?:已[^,。;!?]{0,3}(?:改|换|更新|变更)|改好了|改了|修改成功|更新成功)|\b(?:address (?:is|was|has been) (?:\w+ )?(?:changed|updated|corrected|modified)|(?:changed|updated|corrected|modified) (?:the|your)(?: \w+)? address)\b/,
    holds: (evidence) => hasEffect(evidence, 'change_order_address'),
  },
  {
    pattern:
      /(?:已|已经|帮您|为您)(?:经)?[^,。;!?]{0,8}(?:转接?(?:给|到|至)?(?:了)?(?:人工|同事|客服|专员)|转人工|通知(?:了)?(?:同事|客服|仓库|物流|快递)|联系(?:了)?(?:同事|仓库|物流|快递|商家|卖家))|\b(?:transferred you|connected you|handed (?:you|this) over|escalated|forwarded|notified (?:the|our|a)|contacted (?:the|our|a)|passed (?:this|it|you) (?:on|over))\b/,
    holds: hasHandOff,
  },
  {
    pattern:
      /(?:已|已经|成功|刚刚?)[^,。;!?]{0,6}(?:帮您|为您|给您|替您)[^,。;!?]{0,6}(?:办|处理|提交|操作|完成|搞定|安排|登记|申请|下单|预约|预留|锁定|加急|催|备注|记录|反馈|补发|重发|补偿|赠送|发放|核销|改|删|注销|开具?)|(?:帮您|为您|给您|替您)[^,。;!?]{0,8}(?:办好|处理好|提交了?好?|操作好|搞定|安排好|登记好|申请好|下单成功|加急了|催了|催过|补发了|备注好|备注了|反馈了)|(?:操作|办理|处理|申请|提交|修改|确认)(?:已)?(?:成功|完成|完毕)|(?:都|全部?|一切)?(?:搞定|办妥|办好|处理好|弄好)了|已(?:经)?(?:全部)?(?:完成|搞定|办妥|办理|生效|确认收到|提交|受理|加急|催办|补发|重发|赔付|补偿|开票|开具)|\b(?:(?:it'?s|it is|that'?s|that is|all|everything is|everything's|is now|has been|have been|i'?ve|i have|we'?ve|we have)(?: \w+)? (?:done|completed?|processed|submitted|taken care of|sorted|settled|arranged|booked|reserved|placed|applied|credited|expedited|resent|reshipped|approved|confirmed|registered|filed)|all set|successfully \w+ed)\b/,
    holds: (evidence) => factsOf(evidence.facts, 'effect').length > 0,
  },
  {
    pattern:
      /(?:已|已经)[^,。;!?]{0,6}(?:发货|发出|寄出|出库|揽收|在(?:运输)?(?:途|路)|派送|配送)|正在?(?:派送|配送|运输|路上)|在(?:派送|配送|运输)(?:中|途)|发货了|\b(?:(?:has|have|was|were|been|is|are|already) (?:\w+ )?(?:shipped|dispatched|sent out|on (?:its|the|their) way|in transit|out for delivery))\b/,
    holds: (evidence) =>
      hasStatus(evidence, 'shipped', 'partially-shipped', 'delivered', 'completed') ||
      factsOf(evidence.facts, 'tracking').some((fact) => fact.value.parcels.length > 0),
  },
  {
    pattern:
      /(?:已|已经)[^,。;!?]{0,6}(?:签收|送达|收货|妥投|到达|送到)|(?:签收|送到|送达)了|\b(?:has|have|was|were|been|is|already) (?:\w+ )?delivered\b/,
    holds: (evidence) =>
      hasStatus(evidence, 'delivered', 'completed') ||
      factsOf(evidence.facts, 'tracking').some((fact) =>
        fact.value.parcels.some((parcel) => parcel.status === 'delivered'),
      ),
  },
  {
    pattern:
      /(?:已|已经)[^,。;!?]{0,4}(?:付款|支付|付清)|付款成功|支付成功|\b(?:has been|have been|was|is|already) (?:fully )?paid\b|\bpayment (?:was|is|has been) (?:successful|received|confirmed)\b/,
    holds: (evidence) => statuses(evidence).some((status) => status !== 'awaiting-payment' && status !== 'cancelled'),
  },
];

/** Later work that nothing in this program will do. */
const PROMISE =
  /(?:稍后|稍候|晚点|之后|随后|回头|尽快|马上|立刻|一会儿?|等会儿?|到时候?|届时|有(?:消息|结果|进展)(?:了|后)?|第一时间|会|将)[^,。;!?]{0,10}(?:通知[您你]|联系[您你]|回复[您你]|告知[您你]|告诉[您你]|给[您你](?:回|来?电|打电话|答复|回复|消息|回音)|回电|致电|跟进|跟踪|催(?:一下|促)|反馈给?|核实后|提醒[您你]|发(?:短信|邮件|消息)给?[您你]?)|(?:我|我们|小二)(?:这边)?(?:会|将|来|去|就)?(?:继续|持续|一直)?(?:帮[您你])?(?:跟进|跟踪|盯着|留意|催促|催一下|关注)|\b(?:i|we)(?:'ll| will|'m going to| am going to|'re going to| shall| can)(?: \w+){0,3} (?:notify|contact|call|e-?mail|text|message|get back|follow up|update|inform|let you know|reach out|keep you|look into|check (?:with|on)|investigate|remind|chase|monitor|escalate)\b|\byou(?:'ll| will) (?:\w+ )?(?:hear (?:back )?from|receive (?:a|an) (?:call|e-?mail|message|text|notification)|be (?:contacted|notified|informed))\b|\b(?:someone|a colleague|our team|an agent|a specialist|support) will (?:\w+ )?(?:contact|call|e-?mail|get back|reach out|reply|follow up)\b/;

/** A deed that is only spoken of: a condition, a question, a refusal, an offer. */
const NOT_ASSERTED =
  /如果|若是?|假如|要是|倘若|万一|一旦|的话|[吗么]\s*[?。]?$|[?]$|是否|是不是|有没有|能否|可否|请问|没有?[^,。;]{0,6}(?:取消|退|换|改|发货|签收|付|办|提交|完成|执行)|(?:还|尚|并)?未(?!来)|还没|不能|无法|不可以?|不会|没法|不支持|需要您?(?:先)?(?:确认|点击?)|(?:确认|点击)[^,。;]{0,6}(?:后|才)|才会|\b(?:if|when|once|after|unless|until|before|whether|in case|not|n't|cannot|never|no longer|would|could|should|may|might|would you|do you|have you|can i|shall i)\b/;

export interface DeedFinding {
  kind: 'completion' | 'promise';
  text: string;
}

export function sentences(text: string): string[] {
  return text
    .split(/(?<=[。!?;\n])|(?<=\.)\s+(?=\D)/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** Sentences that say something was done or will be done, without the fact that proves it. `plain` is normalised, lower case. */
export function unprovedDeeds(plain: string, evidence: Evidence): DeedFinding[] {
  const findings: DeedFinding[] = [];
  for (const sentence of sentences(plain)) {
    const bare = sentence.replace(/[。!;.\s]+$/, '');
    if (bare.length >= 6 && evidence.texts.some((text) => text.includes(bare))) continue;
    for (const clause of sentence.split(/[,，]/)) {
      if (NOT_ASSERTED.test(clause)) continue;
      if (DEEDS.some(({ pattern, holds }) => pattern.test(clause) && !holds(evidence)))
        findings.push({ kind: 'completion', text: sentence });
      if (PROMISE.test(clause) && !hasHandOff(evidence)) findings.push({ kind: 'promise', text: sentence });
    }
  }
  return findings;
}
