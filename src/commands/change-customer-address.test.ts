import { describe, expect, it } from 'vitest';
import { changeCustomerAddress } from './change-customer-address.ts';
import { afterSales, effectsOf, execute, LIN, ruleAgainst } from './testing/after-sales.ts';

const to = (address: Record<string, string>) => ({ address });

describe('changing the address of the profile', () => {
  it('[ACT-90] shows the whole new address and what it does not touch, and changes the profile alone', async () => {
    const at = afterSales();
    const before = await at.order();
    expect(await effectsOf(changeCustomerAddress, to({ street: '观前街 2 号', street2: '3 幢 502' }), at)).toEqual([
      '收货人：林晓，13900000001',
      '收货地址：江苏省苏州市姑苏区观前街 2 号 3 幢 502',
      '以后的订单默认用这个地址；已经下的订单不变。',
    ]);
    expect(await execute(changeCustomerAddress, to({ street: '观前街 2 号', street2: '3 幢 502' }), at)).toMatchObject({
      ok: true,
      effect: { orderNumber: null, title: { zh: '默认收货地址已修改' } },
    });
    expect((await at.shop.getCustomer('customer-1'))?.addresses[0]).toMatchObject({
      city: '苏州市',
      street: '观前街 2 号',
      street2: '3 幢 502',
    });
    expect(await at.order()).toEqual(before);
  });

  it('[ACT-90] keeps no part of another city, refuses the same address, and knows nobody who has no account', async () => {
    expect(await ruleAgainst(changeCustomerAddress, to({ city: '杭州市' }), afterSales())).toBe(
      'customer-address.incomplete',
    );
    expect(await ruleAgainst(changeCustomerAddress, to({ street: '平江路 1 号' }), afterSales())).toBe(
      'customer-address.unchanged',
    );
    expect(
      await ruleAgainst(changeCustomerAddress, to({ street: '新街 1 号' }), afterSales({}, { customers: [] })),
    ).toBe('customer.unknown');
  });

  it('[ACT-90] a profile without an address takes a whole one, under the customer’s own name', async () => {
    const at = afterSales({}, { customers: [{ ...LIN, addresses: [] }] });
    const whole = to({ country: 'USA', province: 'MA', city: 'Boston', street: '1 Elm Street', postcode: '02108' });
    expect(await effectsOf(changeCustomerAddress, whole, at, 'en')).toEqual([
      'Recipient: 林晓, 13900000001',
      'Address: 1 Elm Street, Boston MA 02108, USA',
      'It is the default for new orders; orders that you have placed keep theirs.',
    ]);
    expect(await ruleAgainst(changeCustomerAddress, to({ street: '1 Elm Street' }), at)).toBe(
      'customer-address.incomplete',
    );
  });
});
