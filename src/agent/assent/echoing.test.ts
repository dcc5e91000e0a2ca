import { describe, expect, it } from 'vitest';
import { isEchoingAssent } from './echoing.ts';
import { CARDS } from './testing/cards.ts';
import { type Cases, cases } from './testing/cases.ts';

const YES: Cases<typeof CARDS> = {
  cancel: `Yes, cancel the order|yes, please go ahead and cancel order XE20261103|Sure, cancel the whole order please. Thank you!|Yes, please cancel the running shoes order|That's correct, go ahead with the cancellation|Please go ahead and cancel the order|yes cancel my order and refund me
    |是的，取消订单|好的，帮我取消这单吧|确认取消订单|对，就取消这个订单|好的，取消订单XE20261103，谢谢|没问题，麻烦您把这单取消了|是的，整单取消吧`,
  return: `Yes, please go ahead with the return|Yes, that's correct. Please go ahead with the return request.|Sure, return the suitcase|Yes, I'd like to return the black suitcase. Thank you for your help!|Yes, go ahead and refund it to my original payment method|Yes, proceed with the return, and refund ¥199 to my Alipay
    |That sounds perfect! Please go ahead and process the return.|Yes, I confirm. Please initiate the return process for the cabin suitcase.|好的，退货吧|是的，帮我退了吧|确认退货|好的，就退这个行李箱|可以，退吧，谢谢|对的，退货退款，原路退回|没问题，帮我把黑色行李箱退了`,
  returnToCard: `Yes, that's correct. Please go ahead with processing the refund to my credit card.|Yes, return the kettle and refund it to my visa ending in 1234|好的，退到信用卡，办理吧|是的，水壶退了吧，退到尾号1234的信用卡`,
  returnTwo: `Yes, return both items|Yes, please return the mug and the kettle|Yes, go ahead and return both of them|Sure, return these items please|好的，杯子和水壶退了吧|是的，这两个退了吧|好的，这些商品退了吧`,
  returnPair: `Yes, return the two mugs|Yes, please return both mugs|Yes, go ahead with returning the mugs|好的，退两个|是的，两个马克杯退了吧`,
  exchange: `Yes, exchange it for the red one in size 43|Yes, go ahead with the exchange|Sure, swap the shoes for the red ones, size 43|Yes, please change it to red, size 43|Yes, the red one please|好的，换成红色43码|是的，换红色|好的，就换红色43码吧|确认换货|可以，帮我换成红色的`,
  exchangeSize: `Yes, please exchange the running shoes for size 43|yes, change the size to 43|Yes, size 43 please. Thanks a lot!|好的，换43码|好的43码|是的，换成 43 的，谢谢`,
  items:
    'Yes, change the strap to black|Yes, please update it to the black strap, white colour|好的，肩带换成黑色|是的，改成黑色肩带、白色|Yes, go ahead with the changes',
  payment: `Yes, please go ahead and change it to my visa card. Thank you!|Sure, charge it to my visa|Yes, use my credit card ending in 1234|Yes, switch the payment to visa|好的，改成信用卡支付|是的，用尾号1234的信用卡付|好的，就用信用卡|确认，改吧`,
  address: `好的，就按这个地址改吧|好的，寄到杭州市西湖区文三路188号|是的，改成浙江省杭州市西湖区文三路188号，王五，13800001111|对的，送到文三路188号|没问题，改地址吧|确认修改`,
  addressEn: `Yes, please update the address|Yes, ship it to 12 Elm Street, Apt 5, Springfield, IL 62704|Yes, please go ahead and change the shipping address to 12 Elm Street|Yes, send the order to Springfield|That's correct. Please go ahead and make the change.`,
  profile:
    'Yes, please go ahead and make that my default address|Yes, that looks right, set it as my default|Sure, change my default address to 12 Elm Street, Apt 5|好的，设为默认地址',
  withdraw: 'Yes, withdraw the return|Yes, please cancel the return request|是的，撤销退货|好的，撤回退货申请吧',
  expedite:
    'Yes, please hurry it up|Sure, remind them about the order|好的，催一下|是的，帮我催发货|好的，催一下发货吧'.replace(
      'remind them about the order',
      'go ahead and chase the delivery',
    ),
  price:
    'Yes, refund the difference please|Yes, go ahead with the price protection|好的，退差价|是的，申请价保吧|好的，退差价20元',
  refund: 'Yes, refund the mug|Yes, please refund ¥29 to my Alipay|好的，退款吧|是的，仅退款，29元',
  invoice: `${'Yes, please issue the invoice|Yes, send the invoice to fp@example.com'.replace(
    'send the invoice',
    'issue the invoice',
  )}|好的，开发票吧|是的，抬头杭州小二科技有限公司，开票|好的，税号91330100MA27XXXX0X，开吧`,
};

const NOT_YES: Cases<typeof CARDS> = {
  cancel: `是的订单取消了|对，订单取消了|Yes, I want it|Yes, let it go|Yes, my order|是的，订单|Yes I will|Yes I get it|ok cancel|取消|好的，取消|yes cancel|Yes, cancel it|好，取消吧|是的，取消|cancel the order|Yes, return the order|Yes, cancel order XE20261107|Yes, cancel both orders|Yes, but cancel the order tomorrow|Yes, don't cancel the order|yes, cancel the order and keep the shoes|Yes, exchange the shoes|对了，取消订单|好了，取消订单|是的，不取消订单|好的，取消订单吗|取消订单可以吗|好的，先取消订单|是的，另外那单也取消|没问题，取消订单后重新买|Sure, cancel the mug order|是的，取消两单|Yes, cancel the order?|Yes, cancel order XE20261103 only if it has not been sent|好的那取消订单的话退多少钱`,
  return: `Yes I have it|Yes, I'd like the suitcase|Yes, I'll take the suitcase|Sure, let's go with the suitcase|是的，我退了|是的，寄回去了|好的我退回去了|Yes and|Yes I would like to|Yes, the suitcase is fine|Yes, I like the suitcase|Yes, I want it|好的，我要|好的，给我吧|是的，到了|Yes, it will do|是的，商品|Yes for now|return the suitcase|okay return|Yes, return the kettle|Yes, cancel the return|Yes, exchange the suitcase|Yes, return two suitcases|Yes, return the suitcases|Yes, return the blue suitcase|Yes, refund ¥299 to my Alipay|Yes, refund it to my PayPal|Yes, but refund it to my Alipay|Yes, return everything|Yes, return the suitcase and the mug|Yes please return it instead|Yes, go ahead. How much is the refund|Yes, refund it|好的，退款|行李箱退了吧|可以退货|可以退行李箱|好的，退两个|好的，退红色的|好的，都退了|好的，不退了|是的，换货|好的，退货但是运费谁出|好的，退货顺便开发票|是的，退到微信|确认一下|我确认一下退货|好的，退水壶|确认收货|Sure, whatever|Yes, maybe return it|Yes, return the suitcase first|是的，只退货|好的，等一下退货|好的，再退一个|如果是的，退货`,
  returnToCard: `Yes, refund it to the original payment method, go ahead|Yes, return it, refund to my gift card|Yes, go ahead, visa ending in 9999|好的，退货，原路退回|好的，退到尾号4321的信用卡，办理吧`,
  returnTwo: `Yes, return the mug|Yes, return the kettle please|好的，退杯子|是的，水壶退了|Yes, return one of them|Yes, return 3 items|Yes, return the item|Yes, return the two mugs|Yes, return 2 mugs and the kettle|好的，退一个`,
  returnPair: `Yes, return the mug|Yes, return one mug|Yes, return a mug|Yes, return it, just one|好的，退一个|是的，退三个|Yes, return 3 mugs|Yes, return both mugs and the kettle`,
  exchange: `Yes, I have it in red|Yes, my red one|是的，我的红色|是的，我这个红色43码|Yes, exchange the red one for the black one|Yes, exchange red for black|Yes, exchange the red one|Yes, swap the red shoes|Yes, change it to black, size 43|Yes, change it to red, size 42|Yes, size 44 please|Yes, return it|Yes, exchange it for the red one, but size 44|Yes, the red one in size 43 and a kettle|好的，红色换成黑色|好的，红色的换一下|好的，把红色换掉|好的，换了红色的|好的，换蓝色|好的，换成红色44码|是的，换成黑色|好的，换红色或者蓝色|可以换成红色|换成红色43码|好的，不换红色|是的，红色换黑色|好的，换一双红色一双黑色|Yes, exchange the 43 for the 42|Yes, two red ones|Yes, exchange it for something red`,
  exchangeSize: `Yes, size 44|yes, change the colour|Yes, change the colour to 43|Yes, change the size to 42|好的，换42码|好的44码|好的，换颜色|好的，换43码的红色|Yes, 43.5 please|Yes, size 43 and a half`,
  crossed: `Yes, change the shoes to black and the mug to red|Yes, the shoes in red and the mug in black|Yes, change the shoes to red|好的，鞋子换黑色，杯子换红色|Yes, change the red one to black`,
  items: `Yes, change the strap to white and the colour to black|Yes, white strap and black|Yes, a white strap|好的，肩带换成白色|好的，白色肩带、黑色|Yes, change the colour to black|Yes, change the blue one to white|Yes, white and black`,
  payment: `Yes, change it to PayPal|Yes, change my visa card|Yes, change the visa to PayPal|Yes, change it from PayPal to visa|Yes, use my other card|Yes, use my gift card|Yes, use the card ending in 4321|Yes, pay half by visa|好的，用支付宝付|好的，用尾号4321的信用卡付|好的，信用卡换成支付宝|Yes, use my mastercard|好的，先不用信用卡|Yes, cancel the payment`,
  address: `好的，地址|对，我的地址|好的，寄到杭州市西湖区文三路189号|好的，寄到宁波市西湖区文三路188号|好的，寄到公司|确认地址|确认收货地址|好的，地址对吗|是的，改成李四收|好的，改回原来的地址|好的，电话改成13900001111|好的，文三路188号换成别的|可以改地址|好的，地址不变|是的，188文三路号`,
  addressEn: `Yes, ship it to 12 Oak Street|Yes, ship it to 5 Elm Street, Apt 12|Yes, ship it to 12 Elm Street, Apt 6|Yes, change 12 Elm Street|confirm my address please|Yes, confirm the address|Yes, send it to my office|Yes, but without the Apt 5|Yes, 5 Elm Street|Yes, the address is wrong|Yes, make it my default address|Yes, ship it to 12 Elm Street, Chicago`,
  profile: `Yes, change the order address|Yes, ship the order to 12 Elm Street|Yes, update all my addresses|好的，订单地址改了|Yes, update my order`,
  withdraw: `Yes, return it|Yes, cancel|Yes, cancel it|Yes, cancel the order|Yes, I still want to return|是的，退货|是的，取消|好的，取消订单|是的，撤销换货|Yes, cancel the exchange|好的，不撤销`,
  expedite: `Yes, cancel the order|Yes, hurry, I need it tomorrow|好的，今天必须发|好的，别催了|Yes, hurry order XE20261107|好的，催一下物流到哪了`,
  price: `Yes, refund ¥50|Yes, refund the kettle|Yes, return it|好的，退差价50元|好的，全额退款|好的，退了|Yes, refund the difference to my PayPal`,
  refund: `Yes, return the mug|Yes, refund the kettle|Yes, refund ¥39|好的，退货|好的，退款39元|是的，退款然后补发|Yes, refund two mugs|Yes, send another mug`,
  invoice: `Yes, issue the invoice to other@example.com|Yes, but a personal invoice|好的，开个人发票|好的，抬头杭州大二科技有限公司|好的，税号91330100MA27XXXX1X，开吧|Yes, cancel the invoice|好的，不开发票`,
};

describe('an echoing assent', () => {
  it.each(cases(YES))('[ACT-145] under the card %s 「%s」 agrees', (name, text) => {
    expect(isEchoingAssent(text, CARDS[name])).toBe(true);
  });

  it.each(cases(NOT_YES))('[ACT-145] under the card %s 「%s」 agrees to nothing', (name, text) => {
    expect(isEchoingAssent(text, CARDS[name])).toBe(false);
  });
});
