import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../core/command.ts';
import { COMMANDS, commandByName, describeCommands } from './registry.ts';

const VALID: Record<string, unknown> = {
  search_products: { query: '跑鞋' },
  get_product: { productId: '1' },
  price_after_coupon: { productId: '1', code: 'XIAOMAN10' },
  advise_size: { productId: '1', height: 172, weight: 65 },
  compare_products: { productIds: ['1', '2'] },
  search_knowledge: { text: '配送' },
  verify_order: { orderNumber: '1', contact: '2' },
  get_order: { orderNumber: '1' },
  list_orders: {},
  track_order: { orderNumber: '1' },
  cancel_order: { orderNumber: '1' },
  change_order_address: { orderNumber: '1', address: { street: '2' } },
  return_items: { orderNumber: '1', items: [{ lineId: '1', quantity: 1 }], reason: '不合适' },
  exchange_items: { orderNumber: '1', items: [{ lineId: '1', quantity: 1, variantId: '2' }], reason: '小了' },
  find_customer: { email: 'lin@example.com' },
  get_customer: {},
  estimate_delivery: { orderNumber: '1' },
  list_returns: {},
  track_return: { orderNumber: '1', returnId: 'R1' },
  list_tickets: {},
  get_policy: { rule: 'return' },
  quote_refund: { orderNumber: '1' },
  change_order_items: { orderNumber: '1', items: [{ lineId: '1', variantId: '2' }], paymentMethodId: '3' },
  change_order_payment: { orderNumber: '1', paymentMethodId: '2' },
  refund_without_return: {
    orderNumber: '1',
    items: [{ lineId: '1', quantity: 1 }],
    reason: '破了',
    reasonKind: 'missing',
  },
  price_protection: { orderNumber: '1' },
  cancel_return: { orderNumber: '1' },
  request_invoice: { orderNumber: '1', kind: 'personal', title: '林晓', email: 'lin@example.com' },
  expedite: { orderNumber: '1', what: 'dispatch' },
  change_customer_address: { address: { street: '2' } },
  create_ticket: { kind: 'complaint', text: '包装\n破了' },
  notify_when_in_stock: { productId: '1', variantId: '2' },
  hand_off: { reason: '顾客要求' },
};

const accepts = (name: string, input: unknown) => commandByName(name)?.input.safeParse(input).success;

describe('the closed list of commands', () => {
  it('[ACT-34] holds each name of the list once, and no other', () => {
    expect(COMMANDS.map((command) => command.name)).toEqual([...COMMAND_NAMES]);
    for (const name of ['refund_order', '__proto__', 'constructor', '']) expect(commandByName(name)).toBeNull();
    const writes = COMMANDS.filter((command) => command.effect === 'write').map((command) => command.name);
    expect(writes).toEqual([
      'cancel_order',
      'change_order_address',
      'change_order_items',
      'change_order_payment',
      'return_items',
      'exchange_items',
      'refund_without_return',
      'price_protection',
      'cancel_return',
      'request_invoice',
      'expedite',
      'change_customer_address',
    ]);
    const records = COMMANDS.filter((command) => command.effect === 'record').map((command) => command.name);
    expect(records).toEqual(['create_ticket', 'notify_when_in_stock']);
  });

  it('[ACT-34] is described in both languages with a schema that names every member and forbids others', () => {
    for (const { name, description, parameters } of describeCommands()) {
      expect(description.zh).toMatch(/\p{Script=Han}/u);
      expect(description.en).toMatch(/^[\P{Script=Han}]+$/u);
      expect(parameters).toMatchObject({ type: 'object', additionalProperties: false });
      const properties = Object.keys((parameters.properties ?? {}) as object);
      expect(properties).toEqual(expect.arrayContaining(Object.keys(VALID[name] as object)));
      expect(JSON.parse(JSON.stringify(parameters))).toEqual(parameters);
    }
  });

  it('[ACT-35] takes valid input and refuses unknown members, wrong types and nothing at all', () => {
    for (const name of COMMAND_NAMES) {
      expect([name, accepts(name, VALID[name])]).toEqual([name, true]);
      expect([name, accepts(name, { ...(VALID[name] as object), customerId: 'another' })]).toEqual([name, false]);
      for (const input of [null, 'text', 5, []]) expect([name, accepts(name, input)]).toEqual([name, false]);
    }
  });

  it('[ACT-35] refuses overlong text, control characters and quantities that are no count', () => {
    expect(accepts('get_order', { orderNumber: '1'.repeat(65) })).toBe(false);
    expect(accepts('get_order', { orderNumber: 'A\u0000B' })).toBe(false);
    expect(accepts('get_order', { orderNumber: '   ' })).toBe(false);
    for (const quantity of [0, -1, 1.5, '1', 10_001]) {
      expect(accepts('return_items', { orderNumber: '1', items: [{ lineId: '1', quantity }], reason: '小' })).toBe(
        false,
      );
    }
    expect(accepts('return_items', { orderNumber: '1', items: [], reason: '小' })).toBe(false);
    expect(accepts('change_order_address', { orderNumber: '1', address: { street: '街'.repeat(201) } })).toBe(false);
    expect(accepts('change_order_address', { orderNumber: '1', address: { street: 'A\nB' } })).toBe(false);
    expect(accepts('change_order_address', { orderNumber: '1', address: { phone: '<script>' } })).toBe(false);
    expect(accepts('change_order_address', { orderNumber: '1', address: { street: ' ' } })).toBe(false);
    expect(accepts('list_orders', { limit: 21 })).toBe(false);
    expect(accepts('compare_products', { productIds: ['1', '1'] })).toBe(false);
  });
});
