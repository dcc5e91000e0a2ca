import { describe, expect, it } from 'vitest';
import { isEchoingAssent } from './echoing.ts';
import { type Cases, cases } from './testing/cases.ts';
import { MADE } from './testing/made.ts';

const YES: Cases<typeof MADE> = {
  cancel:
    'Yes, cancel the order|Yes, cancel this order and refund ¥207 to my Alipay|好的，取消这个订单，退款207元|好的，取消订单，原路退回',
  return: 'Yes, return the running shoes|Yes, proceed with this return|好的，退跑鞋吧|好的，退货，退款199元到支付宝',
  returnToCard:
    'Yes, return it and refund it to my Visa|Yes, go ahead, visa ending in 1234|好的，退货，退到信用卡|是的，退到尾号1234的信用卡，办理吧',
  returnToGift: 'Yes, return it and refund it to my gift card|好的，退货，退到礼品卡',
  exchange: 'Yes, exchange it for size 43|Yes, go ahead and use my visa card|好的，换43码|好的，换一双43码的',
  items: 'Yes, change it to size 44|好的，改成44码，退差价30元',
  payment: 'Yes, change it to my visa|Yes, use my credit card ending in 1234|好的，改成信用卡支付',
  paymentUnionPay:
    'Yes, change it to my UnionPay card|Yes, use the card ending in 0001|好的，改用银联卡|好的，用尾号0001的卡付',
  address: '好的，寄到文三路188号|是的，改成江苏省苏州市文三路188号|Yes, update the address',
  profile: 'Yes, set my default address to 12 Elm Street, Apt 5, Springfield, IL 62704|好的，设为默认地址',
  withdraw: 'Yes, withdraw the return|好的，撤销退货',
  expedite: 'Yes, hurry it up|好的，催一下',
  price: 'Yes, refund the difference, ¥20|好的，退差价20元',
  refund: 'Yes, refund the shoes, ¥29|好的，退款29元',
  invoice: 'Yes, issue the invoice|好的，抬头杭州小二科技有限公司，开票',
};

const NOT_YES: Cases<typeof MADE> = {
  cancel:
    '好的，不需要了|Yes, no longer needed|是的，不需要了，取消|Yes, no longer needed, thanks|好的，不需要了，办理吧|Yes, refund $207, cancel the order',
  return: '好的，退货，退款199美元|Yes, return it, €199|Yes, return it, 199 usd|是的，不喜欢|好的，退到信用卡，办理吧',
  returnToCard:
    'Yes, return it and refund it to my mastercard|好的，退到银联卡，办理吧|Yes, return it, visa ending in 4321',
  returnToGift: 'Yes, return it and refund it to my Visa|好的，退货，原路退回',
  exchange: 'Yes, exchange it for size 44|好的，换一双|好的，换个尺码|好的，换44码|Yes, go ahead and use my gift card',
  items: 'Yes, change it to size 43|好的，退差价20元，改吧',
  payment: 'Yes, change it to Alipay|好的，改用支付宝|Yes, use my gift card|好的，换个付款方式|好的，换一个付款方式',
  paymentUnionPay: 'Yes, use my visa card|好的，改用支付宝|Yes, use the card ending in 0002|好的，用信用卡付',
  address: '好的，寄到188号|好的，寄到平江路1号|好的，寄到苏州市188号|好的，寄到浙江省文三路188号',
  profile: 'Yes, 5|Yes, 12|Yes, set it to Elm Street 5|Yes, a new address',
  withdraw: 'Yes, return it|好的，退货|Yes, refund it',
  expedite: 'Yes, return it|好的，催派送了',
  price: 'Yes, refund the difference, $20|好的，退差价20美元',
  refund:
    'Yes, refund $29|Yes, refund €29|Yes, refund 29 usd|Yes, refund 29 dollars|好的，退款29美元|好的，退款29欧元|Yes, refund usd 29',
  invoice: 'Yes, issue the invoice to other@example.com|好的，抬头杭州大二科技有限公司，开票',
};

describe('a card as its command makes it', () => {
  it.each(cases(YES))('[ACT-145] %s: 「%s」 agrees', (name, text) => {
    expect(isEchoingAssent(text, MADE[name])).toBe(true);
  });

  it.each(cases(NOT_YES))('[ACT-145] %s: 「%s」 agrees to nothing', (name, text) => {
    expect(isEchoingAssent(text, MADE[name])).toBe(false);
  });
});
