import { describe, expect, it } from 'vitest';
import type { CommandName } from '../../core/command.ts';
import type { Fact, FactDraft } from '../../core/fact.ts';
import type { Locale } from '../../core/locale.ts';
import { money } from '../../core/money.ts';
import { sampleRequest } from '../../policy/testing/sample-order.ts';
import { checkDraft } from './check.ts';
import { NOW, ORDER, surroundings } from './testing/facts.ts';

const cny = (amount: number) => money(amount, 'CNY');
const source = { kind: 'shop', ref: 'x' } as const;
const refund = { amount: cny(18_900), parts: [], method: 'alipay', withinDays: 3 };

function effect(command: CommandName, more: object = {}): FactDraft {
  return {
    kind: 'effect',
    value: {
      command,
      orderNumber: ORDER.number,
      title: { zh: '办理', en: 'Deed' },
      items: [],
      effects: [],
      refund: null,
      reference: 'R1',
      at: NOW,
      ...more,
    },
    source,
  };
}

const FACTS: Record<string, FactDraft> = {
  expedite: effect('expedite'),
  invoice: effect('request_invoice'),
  payment: effect('change_order_payment'),
  items: effect('change_order_items'),
  refundOnly: effect('refund_without_return', { refund }),
  withdrawn: effect('cancel_return'),
  cancelled: effect('cancel_order'),
  issued: {
    kind: 'order',
    value: {
      order: {
        ...ORDER,
        invoice: {
          kind: 'personal',
          title: '林晓',
          taxNumber: '',
          email: 'lin@example.com',
          status: 'issued',
          requestedAt: NOW,
        },
      },
      images: {},
    },
    source,
  },
  returns: {
    kind: 'returns',
    value: {
      returns: [
        {
          request: sampleRequest({ refund: cny(19_900) }),
          orderNumber: ORDER.number,
          items: [],
          next: { zh: '请在11月12日前（含当天）把商品寄回。', en: 'Please send the goods back by 12 Nov.' },
        },
      ],
      total: 1,
    },
    source,
  },
  estimate: {
    kind: 'refund-estimate',
    value: { orderNumber: ORDER.number, items: [], refund, effects: [], reasons: [] },
    source,
  },
  rules: {
    kind: 'rules',
    value: {
      rules: [
        {
          rule: 'return',
          title: { zh: '退货' },
          text: { zh: '签收次日起 7 天内可以无理由退货。', en: 'Within 7 days.' },
        },
      ],
      version: 'v1',
    },
    source,
  },
  delivery: {
    kind: 'delivery-estimate',
    value: {
      orderNumber: ORDER.number,
      parcels: [
        {
          trackingNumber: 'SF1',
          carrier: { zh: '顺丰速运', en: 'SF' },
          status: 'in-transit',
          expectedAt: '2026-11-07T10:00:00.000Z',
        },
      ],
    },
    source,
  },
  customer: {
    kind: 'customer',
    value: {
      customer: {
        id: 'customer-1',
        name: '林晓',
        phone: '139****0001',
        email: 'li***@example.com',
        addresses: [ORDER.address],
        paymentMethods: [{ id: 'gift-1', method: 'gift-card', detail: '', balance: cny(50_000) }],
      },
    },
    source,
  },
  ticket: {
    kind: 'ticket',
    value: {
      id: 'T-1',
      number: 'TK261112-7',
      conversationId: 'c',
      kind: 'complaint',
      text: '客服说好退我 500 元，3 天内到账，已经退款',
      state: 'open',
      createdAt: NOW,
    },
    source,
  },
  notes: {
    kind: 'tickets',
    value: {
      tickets: [
        {
          id: 'TK261112-7',
          kind: 'complaint',
          text: '客服说好退我 500 元，3 天内到账，已经退款',
          state: 'open',
          createdAt: NOW,
          orderNumber: null,
        },
      ],
      total: 1,
    },
    source,
  },
  alert: {
    kind: 'stock-alert',
    value: {
      id: 'A-1',
      conversationId: 'c',
      productId: 'p-runner',
      variantId: 'v-43',
      state: 'open',
      createdAt: NOW,
      title: { zh: '云步轻跑鞋 3代（43）', en: 'Cloudstep Runner 3 (43)' },
    },
    source,
  },
};

function findings(text: string, names: string[], locale: Locale = 'zh'): string[] {
  const facts = names.map((name, index) => ({ ...FACTS[name], id: `f${index}`, at: NOW }) as Fact);
  const draft = { text, choices: [], showing: null };
  return checkDraft(draft, facts, surroundings(locale, '')).map(({ kind, text: found }) => `${kind}: ${found}`);
}

const TRUE: [string, string[], Locale?][] = [
  ['已经帮您催发货了。', ['expedite']],
  ['发票申请已提交。', ['invoice']],
  ['发票已经开好了，请查收邮箱。', ['issued']],
  ['付款方式已经改好了。', ['payment']],
  ['原来付的款已退回。', ['payment']],
  ['已经帮您换成 43 码了。', ['items', 'alert']],
  ['已退款 189 元，原路退回支付宝。', ['refundOnly']],
  ['这个退货申请已经撤销了。', ['withdrawn']],
  ['您的退货申请已提交，退款 199 元，请在 11月12日前寄回。', ['returns']],
  ['现在退的话，退款 189 元，3 个工作日内到账。', ['estimate']],
  ['我们支持签收次日起 7 天内退货。', ['rules']],
  ['预计 11月7日送到。', ['delivery']],
  ['您的礼品卡余额 500 元。', ['customer']],
  ['已为您登记好了，工单号 TK261112-7。', ['ticket']],
  ['您的投诉已为您登记，编号 TK261112-7。', ['notes']],
  ['登记好了，到货后会在这里通知您。', ['alert']],
  ['It is noted; we will notify you here when it is back in stock.', ['alert'], 'en'],
  ['An invoice has been requested.', ['invoice'], 'en'],
  ['Your payment method has been changed.', ['payment'], 'en'],
];

const FALSE: [string, string[], Locale?][] = [
  ['已经帮您催发货了。', ['cancelled']],
  ['已经帮您催过了。', ['ticket']],
  ['发票已经开好了。', ['invoice']],
  ['已经为您开具发票。', ['invoice']],
  ['付款方式已经改好了。', ['items']],
  ['已经帮您换成大一码了。', ['payment']],
  ['已退款，请查收。', ['returns']],
  ['已退款，请查收。', ['items']],
  ['已退款，请查收。', ['estimate']],
  ['已经给您退款了。', ['ticket']],
  ['退款 500 元。', ['ticket']],
  ['3 天内到账。', ['ticket']],
  ['已经给您退款了。', ['notes']],
  ['退款 500 元。', ['notes']],
  ['3 天内到账。', ['notes']],
  ['退货申请已经撤销了。', ['returns']],
  ['换货申请已提交。', ['returns']],
  ['退款 188 元。', ['estimate']],
  ['我们支持 15 天内退货。', ['rules']],
  ['预计 11月8日送到。', ['delivery']],
  ['您的礼品卡余额 600 元。', ['customer']],
  ['有消息了我们会通知您。', ['ticket']],
  ['稍后会给您回电。', ['alert']],
  ['已为您补发。', ['ticket']],
  ['已经帮您办好了。', ['ticket']],
  ['Your invoice has been issued.', ['invoice'], 'en'],
  ['I have refunded you.', ['returns'], 'en'],
  ['We will call you back.', ['alert'], 'en'],
];

describe('what the clerk says after a sale', () => {
  it.each(TRUE)('[ACT-106] may leave: %s', (text, names, locale) => {
    expect(findings(text, names, locale)).toEqual([]);
  });
  it.each(FALSE)('[ACT-106] is withheld: %s with %j', (text, names, locale) => {
    expect(findings(text, names, locale)).not.toEqual([]);
  });
});
