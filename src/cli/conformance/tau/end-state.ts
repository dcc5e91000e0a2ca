import type { Customer } from '../../../core/customer.ts';
import type { Json } from '../../../core/json.ts';
import { localize } from '../../../core/locale.ts';
import { type Money, minorDigits } from '../../../core/money.ts';
import type { Address, Order, OrderStatus, ReturnRequest } from '../../../core/order.ts';
import type { ShopData } from '../../../shops/sql/ports.ts';
import type { EndState } from './compare.ts';

/** The whole shop in the benchmark's form. Its lists of a user's orders are sorted: the shop keeps orders by their time. */
export function endStateOf({
  orders,
  customers,
  returns,
}: Pick<ShopData, 'orders' | 'customers' | 'returns'>): EndState {
  const requests = Map.groupBy(returns, ({ orderId }) => orderId);
  const numbers = Map.groupBy(orders, ({ customerId }) => customerId);
  return {
    orders: Object.fromEntries(orders.map((order) => [order.number, orderRecord(order, requests.get(order.id) ?? [])])),
    users: Object.fromEntries(
      customers.map((customer) => [
        customer.id,
        userRecord(
          customer,
          (numbers.get(customer.id) ?? []).map(({ number }) => number),
        ),
      ]),
    ),
  };
}

const STATUSES: Partial<Record<OrderStatus, string>> = {
  paid: 'pending',
  processing: 'processed',
  delivered: 'delivered',
  cancelled: 'cancelled',
};

export function orderRecord(order: Order, returns: readonly ReturnRequest[]): Json {
  const request = returns.find(({ status }) => status !== 'cancelled' && status !== 'refused');
  const variantOf = (lineId: string) => order.lines.find(({ id }) => id === lineId)?.variantId ?? lineId;
  return {
    order_id: order.number,
    user_id: order.customerId,
    address: addressRecord(order.address),
    items: order.lines.map((line) => ({
      name: localize(line.title, 'en'),
      product_id: line.productId,
      item_id: line.variantId,
      price: decimal(line.unitPrice),
      options: Object.fromEntries(
        line.options.map(({ key, sourceKey, value }) => [sourceKey ?? key, localize(value, 'en')]),
      ),
    })),
    fulfillments: fulfilmentsOf(order, variantOf),
    status: statusOf(order, request),
    payment_history: paymentsOf(order),
    ...(order.cancelReason !== undefined && { cancel_reason: order.cancelReason }),
    ...(request && requestRecord(request, variantOf)),
  };
}

/** Where items of one price were changed for others, the benchmark books a refund of nothing. */
function paymentsOf({ payments, itemsSettlement }: Order): Json[] {
  const record = (kind: string, amount: number, method: string | null) => ({
    transaction_type: kind,
    amount,
    payment_method_id: method,
  });
  return [
    ...payments.map(({ kind, amount, paymentMethodId }) => record(kind, decimal(amount), paymentMethodId ?? null)),
    ...(itemsSettlement?.difference.amount === 0 ? [record('refund', 0, itemsSettlement.paymentMethodId)] : []),
  ];
}

function statusOf({ status, itemsChangedAt }: Order, request: ReturnRequest | undefined): string {
  if (request) return request.kind === 'exchange' ? 'exchange requested' : 'return requested';
  if (status === 'paid' && itemsChangedAt !== undefined) return 'pending (item modified)';
  return STATUSES[status] ?? status;
}

function requestRecord(
  { kind, lines, refundTo, difference }: ReturnRequest,
  variantOf: (lineId: string) => string,
): Record<string, Json> {
  const items = lines.flatMap(({ orderLineId, quantity }) => repeated(variantOf(orderLineId), quantity)).sort();
  const method = refundTo ?? null;
  if (kind !== 'exchange') return { return_items: items, return_payment_method_id: method };
  return {
    exchange_items: items,
    exchange_new_items: lines
      .flatMap(({ exchangeVariantId, quantity }) => repeated(exchangeVariantId ?? '', quantity))
      .sort(),
    exchange_payment_method_id: method,
    exchange_price_difference: difference ? decimal(difference) : 0,
  };
}

const repeated = (item: string, count: number): string[] => Array.from({ length: count }, () => item);

/** A fulfilment's parcels are numbered from 1: where the number begins again, the next one does. */
function fulfilmentsOf(order: Order, variantOf: (lineId: string) => string): Json {
  const found: { tracking_id: string[]; item_ids: string[] }[] = [];
  for (const { id, trackingNumber, lineIds } of order.parcels) {
    const open = found.at(-1);
    if (open && !id.includes('-parcel-1-')) open.tracking_id.push(trackingNumber);
    else found.push({ tracking_id: [trackingNumber], item_ids: lineIds.map(variantOf) });
  }
  return found;
}

const SOURCES: Record<string, string> = { card: 'credit_card', 'gift-card': 'gift_card' };

export function userRecord({ nameParts, addresses, email, paymentMethods }: Customer, orders: readonly string[]): Json {
  return {
    name: { first_name: nameParts?.given ?? '', last_name: nameParts?.family ?? '' },
    address: addresses[0] ? addressRecord(addresses[0]) : null,
    email,
    payment_methods: Object.fromEntries(
      paymentMethods.map(({ id, method, detail, balance }) => {
        const [brand = '', digits = ''] = method === 'card' ? detail.split(' ') : [];
        return [
          id,
          {
            source: SOURCES[method] ?? method,
            id,
            ...(method === 'card' && { brand, last_four: digits }),
            ...(balance && { balance: decimal(balance) }),
          },
        ];
      }),
    ),
    orders: [...orders].sort(),
  };
}

function addressRecord({ street, street2, city, country, province, postcode }: Address): Json {
  return { address1: street, address2: street2 ?? '', city, country, state: province, zip: postcode };
}

function decimal({ amount, currency }: Money): number {
  return amount / 10 ** minorDigits(currency);
}
