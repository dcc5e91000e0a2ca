import { describe, expect, it } from 'vitest';
import type { Address } from '../core/order.ts';
import { changeOrderAddress } from './change-order-address.ts';
import { quoteFor, sample, UNSENT } from './testing/sample-shop.ts';

async function change(address: Partial<Address>, present: Partial<Address> = {}) {
  const at = sample(UNSENT);
  const order = await at.order();
  const input = changeOrderAddress.input.parse({ orderNumber: order.number, address });
  return changeOrderAddress.quote(input, at.context, { ...order, address: { ...order.address, ...present } });
}

async function merged(address: Partial<Address>, present: Partial<Address> = {}) {
  const outcome = await change(address, present);
  return outcome.ok ? outcome.quote.input.address : outcome.verdict.reasons[0]?.rule;
}

const BOSTON = {
  country: 'USA',
  province: 'MA',
  city: 'Boston',
  district: '',
  street: '1 Elm Street',
  postcode: '02108',
};

describe('changing an address', () => {
  it('[ACT-41] keeps what was not given and shows the whole new address before it is confirmed', async () => {
    const outcome = await change({ street: ' 观前街 2 号 ', phone: '' });
    expect(outcome).toMatchObject({
      ok: true,
      quote: {
        input: {
          address: {
            name: '林晓',
            phone: '13900000001',
            city: '苏州市',
            district: '姑苏区',
            street: '观前街 2 号',
            postcode: '215000',
          },
        },
      },
    });
    expect(outcome.ok && outcome.quote.effects.map((effect) => effect.zh)).toEqual([
      '收货人：林晓，13900000001',
      '收货地址：江苏省苏州市姑苏区观前街 2 号',
      '这单会寄到新地址，价格不变。',
    ]);
  });

  it('[ACT-41] keeps no street, district or postcode of another city', async () => {
    expect(await merged({ city: '杭州市' })).toBe('address.incomplete');
    expect(await merged({ province: '浙江省', street: '文三路 9 号' })).toBe('address.incomplete');
    expect(await merged({ city: '杭州市', street: '文三路 9 号' })).toBe('address.incomplete');
    expect(await merged({ province: '浙江省', city: '杭州市', street: '文三路 9 号' })).toMatchObject({
      district: '',
      postcode: '',
    });
    expect(await merged({ district: '虎丘区', street: '狮山路 1 号' })).toMatchObject({ city: '苏州市', postcode: '' });
  });

  it('[ACT-41] knows the cities that are their own province', async () => {
    expect(await merged({ city: '上海市', district: '徐汇区', street: '漕溪北路 1 号' })).toMatchObject({
      province: '上海市',
      city: '上海市',
    });
    const outcome = await change({ city: '上海市', district: '徐汇区', street: '漕溪北路 1 号' });
    expect(outcome.ok && outcome.quote.effects[1]?.zh).toBe('收货地址：上海市徐汇区漕溪北路 1 号');
  });

  it('[ACT-41] writes a Western address the Western way', async () => {
    const outcome = await change({ street: '2 Oak Street' }, BOSTON);
    expect(outcome.ok && outcome.quote.effects[1]?.en).toBe('Address: 2 Oak Street, Boston MA 02108, USA');
    expect(await merged({ city: 'Denver', street: '2 Oak Street' }, BOSTON)).toBe('address.incomplete');
  });

  it('[ACT-146] another country needs no province of its own and is named', async () => {
    const given = { country: 'GB', city: 'London', street: '221B Baker Street', postcode: 'NW1 6XE' };
    expect(await merged(given)).toMatchObject({ ...given, province: '', district: '' });
    expect(await merged({ country: 'GB', street: '221B Baker Street' })).toBe('address.incomplete');
    const outcome = await change(given);
    expect(outcome.ok && outcome.quote.effects[1]?.en).toBe(
      'Address: 221B Baker Street, London NW1 6XE, United Kingdom',
    );
    const back = await change({ country: 'FR', city: '巴黎', street: '里沃利街 12 号' });
    expect(back.ok && back.quote.effects[1]?.zh).toBe('收货地址：法国巴黎里沃利街 12 号');
  });

  it('[ACT-146] a city that is its own province is known in English too', async () => {
    expect(await merged({ city: 'Shanghai', street: '55 Nanjing Road' })).toMatchObject({
      province: 'Shanghai',
      district: '',
      postcode: '',
    });
  });

  it('[ACT-41] refuses the address the order has already, and an order that has been sent', async () => {
    expect(await merged({ city: '苏州市' })).toBe('address.unchanged');
    const at = sample({ status: 'shipped' });
    const outcome = await quoteFor(changeOrderAddress, { orderNumber: 'x', address: { street: 'y' } }, at);
    expect(outcome).toMatchObject({ ok: false, verdict: { reasons: [{ rule: 'address.shipped' }] } });
  });

  it('[ACT-41] puts exactly the address that was shown into the shop', async () => {
    const at = sample(UNSENT);
    const outcome = await quoteFor(
      changeOrderAddress,
      { orderNumber: 'x', address: { province: '浙江省', city: '杭州市', street: '文三路 9 号' } },
      at,
    );
    if (!outcome.ok) throw new Error('refused');
    expect(await changeOrderAddress.execute(outcome.quote, at.context, 'k')).toMatchObject({ ok: true });
    expect((await at.order()).address).toEqual(outcome.quote.input.address);
  });
});
