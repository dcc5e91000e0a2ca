import { effects, hasFact, hasNotes, hasRefundPayment, hasReturn, hasStatus, orders } from './proven.ts';
import { asked, denied, ofCard, onConfirmation, possible, type Statement, supposed } from './statement.ts';

const UNLESS = [asked, supposed, denied, possible, onConfirmation, ofCard];
/** As a thing just done or being done: 已经, 成功, 这就, 帮您. */
const NOW = '(?:已经?|成功|刚刚?|这就|马上|立即|立刻|现在就?|(?:帮|为|给|替)[您你])';
const DONE_EN = '(?:is|was|are|were|has been|have been|been|got|gets)(?: now| already| just| successfully)?';
const ARRANGED_EN =
  '(?:done|submitted|created|requested|registered|approved|accepted|completed?|set up|processed|arranged|placed|filed|confirmed|successful)';

/** Commands that pay money back at once. */
const PAYING_BACK = ['cancel_order', 'refund_without_return', 'price_protection', 'change_order_items'] as const;
/** What is true of a note that was kept, without any deed. */
const KEPT = /登记|记录|记下|反馈|备注|提交|\b(?:submitted|registered|filed|recorded|noted|added)\b/;
/** What is true of a return that was requested before. */
const REQUESTED = /提交|申请|受理|\b(?:submitted|registered|filed)\b/;

function deed(holds: Statement['holds'], ...patterns: string[]): Statement {
  return { kind: 'completion', pattern: new RegExp(patterns.join('|')), unless: UNLESS, holds };
}

/** Things that only the gate does. Each needs its effect, or a fact that shows it as history. */
export const DEEDS: readonly Statement[] = [
  deed(
    (proven) => effects(proven, 'cancel_order').length > 0,
    `(?:成功|刚刚?|这就|马上|立即|立刻|现在就?|(?:帮|为|给|替)[您你])[^,。;!?]{0,8}取消|取消(?:好|成功|完成|完毕|掉?了)`,
    `\\b(?:i|we)(?:'ve| have)?(?: just| now| already)? cancell?ed\\b|\\bcancell?ation (?:is|was|has been) ${ARRANGED_EN}`,
    `\\bsuccessfully cancell?ed\\b|^(?:done|ok|okay|sure)[,!. ]+(?:i )?cancell?ed`,
  ),
  deed(
    (proven) =>
      effects(proven, 'cancel_order', 'cancel_return').length > 0 ||
      hasStatus(proven, 'cancelled') ||
      hasReturn(proven, ({ status }) => status === 'cancelled') ||
      hasFact(proven, 'quote-cancelled'),
    `(?:已经?|被)[^,。;!?]{0,6}取消`,
    `\\b${DONE_EN} (?:\\w+ )?cancell?ed\\b|\\bcancell?ed\\b(?! by| orders?\\b)`,
  ),
  deed(
    hasRefundPayment,
    `(?:退款|款项?|钱|金额)[^,。;!?]{0,8}(?:到账|到了)|已[^,。;!?]{0,6}到账`,
    `\\b(?:money|refund|amount) (?:is|has been|was) (?:back|credited|in your|received)`,
  ),
  deed(
    (proven) =>
      hasRefundPayment(proven) ||
      hasReturn(proven, ({ status, refund }) => status === 'completed' && refund !== null && refund.amount > 0) ||
      effects(proven, ...PAYING_BACK).some(({ refund }) => refund !== null) ||
      // What was paid before goes back.
      effects(proven, 'change_order_payment').length > 0,
    `${NOW}[^,。;!?]{0,8}(?:退款|退钱|退还|退回|返还|打款|退给)|退款[^,。;!?]{0,8}(?:好了|成功|完成|已[^,。;!?]{0,4}(?:处理|发起|提交|退|受理|通过)|处理中|审核中)|(?:钱|款项?)[^,。;!?]{0,6}退了|退(?:好|完|掉)了|退了[^,。;!?]{0,4}[款钱]|款[^,。;!?]{0,4}已退|已经?退(?=[。!,;\\s]|$)`,
    `\\b(?:refunded|reimbursed)\\b|\\brefund ${DONE_EN} (?:\\w+ )?(?:${ARRANGED_EN}|issued|sent|made|initiated|credited|on its way|under way|being)`,
    `\\b(?:issued|processed|sent|made|initiated|approved|credited) (?:you |your |the |a |full |partial )+refund`,
  ),
  deed(
    (proven) => effects(proven, 'return_items').length > 0 || hasReturn(proven, ({ kind }) => kind === 'return'),
    `${NOW}[^,。;!?]{0,10}(?:退货|退换|办理?退|登记退)|退货[^,。;!?]{0,8}(?:已[^,。;!?]{0,3}(?:提交|受理|办|通过|批准|登记|创建)|提交了|办好了|成功)`,
    `\\breturn(?: request)? ${DONE_EN} (?:\\w+ )?${ARRANGED_EN}|\\b${ARRANGED_EN} (?:the|a|your) return\\b`,
  ),
  deed(
    (proven) =>
      effects(proven, 'exchange_items', 'change_order_items').length > 0 ||
      hasReturn(proven, ({ kind }) => kind === 'exchange'),
    `${NOW}[^,。;!?]{0,10}(?:换货|换成|换好|更换|调换)|换货[^,。;!?]{0,8}(?:已[^,。;!?]{0,3}(?:提交|受理|办|通过|批准|登记|创建)|提交了|办好了|成功)|换好了`,
    `\\b(?:exchanged|swapped)\\b|\\bexchange(?: request)? ${DONE_EN} (?:\\w+ )?${ARRANGED_EN}|\\b${ARRANGED_EN} (?:the|an|your) exchange\\b`,
  ),
  deed(
    (proven) => effects(proven, 'change_order_address', 'change_customer_address').length > 0,
    `${NOW}[^,。;!?]{0,10}(?:改地址|地址|改成|改为|修改|变更|更新)|地址[^,。;!?]{0,8}(?:已[^,。;!?]{0,3}(?:改|换|更新|变更)|改好了|改了|修改成功|更新成功)`,
    `\\baddress ${DONE_EN} (?:\\w+ )?(?:changed|updated|corrected|modified)|\\b(?:changed|updated|corrected|modified) (?:the|your)(?: \\w+)? address\\b`,
  ),
  deed(
    (proven) => hasFact(proven, 'hand-off'),
    `(?:已经?|帮[您你]|为[您你])[^,。;!?]{0,8}(?:转接?(?:给|到|至)?(?:了)?(?:人工|同事|客服|专员)|转人工|通知(?:了|到)?(?:同事|客服|仓库|物流|快递)|联系(?:了|到)?(?:同事|仓库|物流|快递|商家|卖家|师傅))|(?:通知|联系|反馈给?|催促?)了(?:仓库|物流|快递|同事|商家|卖家)`,
    `\\b(?:transferred|connected|escalated|forwarded|notified|contacted|alerted|informed) (?:you|this|it|the|our|a)\\b|\\b(?:handed|passed) (?:this|it|you)\\b`,
  ),
  deed(
    (proven) =>
      effects(proven, 'cancel_return').length > 0 || hasReturn(proven, ({ status }) => status === 'cancelled'),
    `${NOW}[^,。;!?]{0,10}撤(?:销|回)|撤销(?:好|成功|完成|完毕|掉?了)`,
    `\\b(?:withdrawn|withdrew)\\b`,
  ),
  deed(
    (proven) => orders(proven).some(({ invoice }) => invoice?.status === 'issued'),
    `发票[^,。;!?]{0,6}(?:已[^,。;!?]{0,3}(?:开(?!票?申请)|寄|发(?:送|出|到))|开(?:好|出|具)了)|已经?[^,。;!?]{0,6}(?:开(?:好|出|具)[^,。;!?]{0,4}|补开|换开了?|开了)发?票`,
    `\\binvoice (?:is|was|has been) (?:\\w+ )?(?:issued|made out|sent|e-?mailed)\\b`,
  ),
  deed(
    (proven) => effects(proven, 'request_invoice').length > 0 || orders(proven).some(({ invoice }) => invoice),
    `${NOW}[^,。;!?]{0,6}申请[^,。;!?]{0,4}发?票|(?:发|开)票[^,。;!?]{0,6}(?:已[^,。;!?]{0,3}(?:申请|提交|登记)|申请好了|提交了)`,
    `\\binvoice (?:is|was|has been) (?:\\w+ )?requested\\b|\\brequested (?:an|the|your) invoice\\b`,
  ),
  deed(
    (proven) => effects(proven, 'expedite').length > 0 || orders(proven).some(({ reminders }) => reminders?.length),
    `(?:已经?|成功|刚刚?)[^,。;!?]{0,8}催(?!化)|(?:帮|给|为|替)[您你][^,。;!?]{0,6}催(?:[促办]?了|过|好了)|催(?:过|好)了`,
    `\\b(?:i|we)(?:'ve| have)?(?: just| already)? (?:hurried|chased|expedited)\\b`,
  ),
  deed(
    (proven) => effects(proven, 'change_order_payment').length > 0,
    `(?:付款|支付)方式[^,。;!?]{0,8}(?:已[^,。;!?]{0,3}(?:改|换|更新|变更)|[改换]好了|[改换]了)`,
    `\\bpayment(?: method)? (?:is|was|has been) (?:\\w+ )?(?:changed|updated|switched)\\b`,
  ),
  deed(
    (proven, { match }) =>
      effects(proven).length > 0 ||
      (KEPT.test(match) && (hasFact(proven, 'ticket', 'stock-alert') || hasNotes(proven))) ||
      (REQUESTED.test(match) && hasReturn(proven, () => true)),
    `(?:已经?|成功|刚刚?)[^,。;!?]{0,6}(?:帮|为|给|替)[您你][^,。;!?]{0,6}(?:办|处理|提交|操作|完成|搞定|安排|登记|申请|下单|预约|预留|锁定|加急|备注|记录|反馈|补发|重发|补偿|赠送|发放|核销|改|删|注销|开具?|保留|升级)`,
    `(?:帮|为|给|替)[您你][^,。;!?]{0,8}(?:办好|处理好|提交了|提交好|操作好|搞定|安排好|安排了|登记好|申请好|下单成功|加急了|补发了|备注好|备注了|反馈了|留好了|改好了)`,
    `(?:操作|办理|处理|申请|提交|修改)(?:已)?(?:成功|完成|完毕)|(?:都|全部?|一切)?(?:搞定|办妥|办好|处理好|弄好)了|已经?(?:全部)?(?:完成|搞定|办妥|办理|生效|提交|受理|加急|补发|重发|赔付|补偿|下单|预约|预留)`,
    `\\b(?:it'?s|that'?s|it is|that is|all|everything is|everything's|is now|has been|have been|i'?ve|i have|we'?ve|we have)(?: now| already| just| all)? (?:done|completed?|processed|submitted|taken care of|sorted|settled|arranged|booked|reserved|placed|applied|credited|expedited|resent|reshipped|approved|registered|filed|sent out|upgraded|added)\\b`,
    `\\ball set\\b|\\bsuccessfully \\w+ed\\b|^done\\b`,
  ),
];
