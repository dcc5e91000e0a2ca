import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { refuse } from '../core/verdict.ts';
import { mayRequestInvoice } from '../policy/invoice.ts';
import type { WriteCommand } from './command.ts';
import { doneAsQuoted, quotedOrder } from './effect.ts';
import { line, orderNumber } from './inputs.ts';
import { policyContext, refusedBy } from './rules.ts';

const input = z.strictObject({
  orderNumber,
  kind: z.enum(['personal', 'company']),
  title: line(200).describe('To whom it is made out'),
  taxNumber: line(64).default('').describe('Of a company: 15 to 20 letters and digits'),
  email: line(254).describe('Where it is sent'),
});
type Wish = z.infer<typeof input>;

const KINDS = { personal: { zh: '个人', en: 'personal' }, company: { zh: '企业', en: 'company' } };

export const requestInvoice: WriteCommand<Wish> = {
  name: 'request_invoice',
  effect: 'write',
  description: {
    zh: '为订单申请发票（个人或企业抬头），或在开出之前换一个抬头。先给出确认卡，顾客确认后才执行。',
    en: 'Request an invoice for an order (personal or company), or change the request before it is issued. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote(wish, context, order) {
    const refused = refusedBy(mayRequestInvoice(order, context.policy, await policyContext(context, order)));
    if (refused) return refused;
    const checked = checkedInvoice(wish);
    if ('rule' in checked) return { ok: false, verdict: refuse(checked.rule, checked.text) };
    const kind = KINDS[checked.kind];
    const effects: Localized[] = [
      { zh: `类型：${kind.zh}`, en: `Kind: ${kind.en}` },
      { zh: `抬头：${checked.title}`, en: `Made out to: ${checked.title}` },
      ...(checked.taxNumber ? [{ zh: `税号：${checked.taxNumber}`, en: `Tax number: ${checked.taxNumber}` }] : []),
      {
        zh: `提交后由店铺开具，发到 ${checked.email}。`,
        en: `Once requested, the shop issues it and sends it to ${checked.email}.`,
      },
    ];
    if (order.invoice?.status === 'requested') {
      effects.push({
        zh: `之前的申请（抬头：${order.invoice.title}）由这个代替。`,
        en: `It takes the place of your earlier request (made out to ${order.invoice.title}).`,
      });
    }
    return {
      ok: true,
      quote: {
        command: 'request_invoice',
        input: { orderNumber: order.number, ...checked },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `申请发票：订单 ${order.number}`, en: `Invoice for order ${order.number}` },
        items: [],
        effects,
        refund: null,
      },
    };
  },
  async execute(quote, context, key) {
    const { orderNumber: _number, ...invoice } = input.parse(quote.input);
    const result = await context.shop.requestInvoice({ key, ...quotedOrder(quote), invoice });
    if (!result.ok) return result;
    const title = {
      zh: `订单 ${quote.orderNumber} 的发票已申请`,
      en: `An invoice for order ${quote.orderNumber} has been requested`,
    };
    return doneAsQuoted(quote, context, title);
  },
};

/** GB 32100 numbers have 18 characters; older tax numbers 15, and some 20. */
const TAX_NUMBER = /^[0-9A-Z]{15,20}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const WRONG = {
  title: { zh: '还缺发票抬头：开给谁的？', en: 'Whom should the invoice be made out to?' },
  'tax-number-missing': {
    zh: '企业抬头要有税号，请把税号也发给我。',
    en: 'An invoice for a company needs its tax number. Please send me that as well.',
  },
  'tax-number': {
    zh: '这个税号不对：税号是 15 到 20 位数字或大写字母，请核对一下。',
    en: 'That is no tax number: it has 15 to 20 digits or capital letters. Please check it.',
  },
  email: { zh: '这个邮箱地址不完整，请再发一次。', en: 'That e-mail address is not complete. Please send it again.' },
} satisfies Record<string, Localized>;

function checkedInvoice({
  kind,
  title,
  taxNumber,
  email,
}: Wish): Omit<Wish, 'orderNumber'> | { rule: string; text: Localized } {
  const wrong = (key: keyof typeof WRONG) => ({ rule: `invoice.${key}`, text: WRONG[key] });
  const folded = taxNumber.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const address = email.normalize('NFKC');
  if (title === '') return wrong('title');
  if (kind === 'company' && folded === '') return wrong('tax-number-missing');
  if (kind === 'company' && !TAX_NUMBER.test(folded)) return wrong('tax-number');
  if (!EMAIL.test(address)) return wrong('email');
  return { kind, title, taxNumber: kind === 'company' ? folded : '', email: address };
}
