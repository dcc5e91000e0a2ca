import fc from 'fast-check';
import { money } from '../../core/money.ts';
import type { Order, OrderLine } from '../../core/order.ts';
import { sampleLine, samplePayment } from '../../policy/testing/sample-order.ts';

export interface Drawn {
  currency: string;
  order: Partial<Order>;
}

/** An order whose figures add up: goods − discounts of lines − a coupon on the whole + shipping, paid by one to three means. */
export const anyOrder: fc.Arbitrary<Drawn> = fc
  .record({
    currency: fc.constantFrom('CNY', 'JPY', 'KWD'),
    lines: fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 6 }),
        price: fc.nat(99_999),
        off: fc.constantFrom(0, 0, 7, 33, 100),
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    coupon: fc.constantFrom(0, 0, 3, 13, 100),
    shipping: fc.constantFrom(0, 1, 800, 1_999),
    // Two of a kind may be two cards, or one that paid twice.
    ways: fc.array(fc.tuple(fc.constantFrom('alipay', 'card', 'gift-card'), fc.constantFrom('', '1', '2')), {
      minLength: 1,
      maxLength: 3,
    }),
    cuts: fc.tuple(fc.nat(100), fc.nat(100)),
  })
  .map(({ currency, lines, coupon, shipping, ways, cuts }) => {
    const of = (amount: number) => money(amount, currency);
    const bought = lines.map(
      ({ quantity, price, off }, index): OrderLine =>
        sampleLine({
          id: `line-${index + 1}`,
          variantId: `v${index + 1}`,
          quantity,
          unitPrice: of(price),
          discount: of(Math.floor((quantity * price * off) / 100)),
        }),
    );
    const goods = bought.reduce(
      (sum, { unitPrice, quantity, discount }) => sum + unitPrice.amount * quantity - discount.amount,
      0,
    );
    const total = goods - Math.floor((goods * coupon) / 100) + shipping;
    const first = ways.length > 1 ? Math.floor((total * cuts[0]) / 100) : total;
    const second = ways.length > 2 ? Math.floor(((total - first) * cuts[1]) / 100) : total - first;
    const amounts = [first, second, total - first - second].slice(0, ways.length);
    const payments = amounts.map((amount, index) => {
      const [method, which] = ways[index] ?? ['card', ''];
      const means = which === '' ? {} : { paymentMethodId: `${method}-${which}` };
      return samplePayment({ id: `p${index}`, method, ...means, amount: of(amount) });
    });
    const order = {
      lines: bought,
      shippingFee: of(shipping),
      total: of(total),
      payments,
      status: 'delivered' as const,
    };
    return { currency, order: { ...order, paidAt: '2026-11-10T02:00:00.000Z' } };
  });
