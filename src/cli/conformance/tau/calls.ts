import { z } from 'zod';
import type { Order } from '../../../core/order.ts';
import type { ToolCall } from './tasks.ts';

/** A command of this project's gate. */
export interface Asked {
  name: string;
  input: Record<string, unknown>;
}

const text = z.coerce.string();
const ids = z.array(text);
const address = {
  address1: text,
  address2: text.default(''),
  city: text,
  state: text,
  country: text,
  zip: text,
};

/** What each of the sixteen tools is here; null where no command is needed: thinking and arithmetic are the clerk's own. */
const TOOLS: Record<string, ((kwargs: unknown, order: Order | null) => Asked) | null> = {
  calculate: null,
  think: null,
  find_user_id_by_email: (kwargs) => ({
    name: 'find_customer',
    input: z.object({ email: text }).parse(kwargs),
  }),
  find_user_id_by_name_zip: (kwargs) => {
    const { first_name, last_name, zip } = z.object({ first_name: text, last_name: text, zip: text }).parse(kwargs);
    return { name: 'find_customer', input: { name: `${first_name} ${last_name}`, postcode: zip } };
  },
  get_user_details: () => ({ name: 'get_customer', input: {} }),
  get_order_details: (kwargs) => ({ name: 'get_order', input: { orderNumber: orderOf(kwargs) } }),
  get_product_details: (kwargs) => ({
    name: 'get_product',
    input: { productId: z.object({ product_id: text }).parse(kwargs).product_id },
  }),
  list_all_product_types: () => ({ name: 'search_products', input: { query: '' } }),
  transfer_to_human_agents: (kwargs) => ({
    name: 'hand_off',
    input: { reason: z.object({ summary: text }).parse(kwargs).summary },
  }),
  cancel_pending_order: (kwargs) => ({
    name: 'cancel_order',
    input: { orderNumber: orderOf(kwargs), reason: z.object({ reason: text }).parse(kwargs).reason },
  }),
  modify_pending_order_address: (kwargs) => ({
    name: 'change_order_address',
    input: { orderNumber: orderOf(kwargs), address: addressOf(kwargs) },
  }),
  modify_user_address: (kwargs) => ({ name: 'change_customer_address', input: { address: addressOf(kwargs) } }),
  modify_pending_order_payment: (kwargs) => ({
    name: 'change_order_payment',
    input: { orderNumber: orderOf(kwargs), paymentMethodId: methodOf(kwargs) },
  }),
  modify_pending_order_items: (kwargs, order) => ({
    name: 'change_order_items',
    input: {
      orderNumber: orderOf(kwargs),
      items: replacementsOf(kwargs, order).map(({ lineId, variantId }) => ({ lineId, variantId })),
      paymentMethodId: methodOf(kwargs),
    },
  }),
  exchange_delivered_order_items: (kwargs, order) => ({
    name: 'exchange_items',
    input: {
      orderNumber: orderOf(kwargs),
      items: replacementsOf(kwargs, order),
      reason: REASON,
      paymentMethodId: methodOf(kwargs),
    },
  }),
  return_delivered_order_items: (kwargs, order) => ({
    name: 'return_items',
    input: {
      orderNumber: orderOf(kwargs),
      items: linesOf(z.object({ item_ids: ids }).parse(kwargs).item_ids, order).map((lineId) => ({
        lineId,
        quantity: 1,
      })),
      reason: REASON,
      refundTo: methodOf(kwargs),
    },
  }),
};

/** The benchmark's users give no reason to the tools. */
const REASON = 'not stated';

/** Null where the tool needs no command. Throws on a tool that is none of the sixteen. */
export function commandFor({ name, kwargs }: ToolCall, order: Order | null): Asked | null {
  const tool = TOOLS[name];
  if (tool === undefined) throw new Error(`${name} is none of the benchmark’s tools`);
  return tool === null ? null : tool(kwargs, order);
}

export const TOOL_NAMES = Object.keys(TOOLS);

export function orderNumberOf({ kwargs }: ToolCall): string | null {
  return typeof kwargs.order_id === 'string' ? kwargs.order_id : null;
}

function orderOf(kwargs: unknown): string {
  return z.object({ order_id: text }).parse(kwargs).order_id;
}

function methodOf(kwargs: unknown): string {
  return z.object({ payment_method_id: text }).parse(kwargs).payment_method_id;
}

function addressOf(kwargs: unknown) {
  const { address1, address2, city, state, country, zip } = z.object(address).parse(kwargs);
  return { street: address1, street2: address2, city, province: state, country, postcode: zip };
}

function replacementsOf(kwargs: unknown, order: Order | null) {
  const { item_ids, new_item_ids } = z.object({ item_ids: ids, new_item_ids: ids }).parse(kwargs);
  return linesOf(item_ids, order).map((lineId, at) => ({ lineId, quantity: 1, variantId: new_item_ids[at] ?? '' }));
}

/** Each item once: an order may hold the same one twice. What it does not hold stays as it was named, for the gate to refuse. */
function linesOf(items: readonly string[], order: Order | null): string[] {
  const left = [...(order?.lines ?? [])];
  return items.map((item) => {
    const at = left.findIndex(({ variantId }) => variantId === item);
    return at === -1 ? item : (left.splice(at, 1)[0]?.id ?? item);
  });
}
