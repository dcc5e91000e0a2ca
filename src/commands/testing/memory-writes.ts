import type { Customer } from '../../core/customer.ts';
import type { Instant } from '../../core/instant.ts';
import type { Order, ReturnRequest } from '../../core/order.ts';
import type { OrderWrite, Shop, WriteResult } from '../../shops/shop.ts';
import type { ShopData } from '../../shops/sql/ports.ts';
import { type AnswerOf, ORDER_CHANGES, type OrderChange, type WriteOf } from '../../store/shop-changes/changes.ts';
import { withDefaultAddress } from '../../store/shop-changes/customer.ts';
import { type Change, netMoves, type StockMove } from '../../store/shop-changes/scene.ts';
import { copied } from './copied.ts';

type Writes = Pick<Shop, OrderChange | 'changeCustomerAddress' | 'findWrite'>;
type Answer = WriteResult<Order | ReturnRequest | Customer>;

/** The embedded shop's changes, applied to data in memory: without a database there is nothing to lock, each runs to its end. */
export function memoryWrites(data: ShopData, now: () => Instant): { writes: Writes; catalogueVersion(): number } {
  const answers = new Map<string, Answer>();
  let version = 1;

  function once(key: string, work: () => Answer): Answer {
    const before = answers.get(key);
    if (before) return copied(before.ok ? { ...before, repeated: true } : before);
    const answer = copied(work());
    answers.set(key, answer);
    return copied(answer);
  }

  const variantOf = ({ productId, variantId }: StockMove) => {
    const product = data.products.find(({ id }) => id === productId);
    return { active: product?.active, variant: product?.variants.find(({ id }) => id === variantId) };
  };

  /** All or none. */
  function moveStock(wanted: readonly StockMove[]): boolean {
    const moves = netMoves(wanted);
    const enough = moves.every((move) => {
      const { active, variant } = variantOf(move);
      return move.pieces > 0 || (active && variant && (variant.stock === null || variant.stock >= -move.pieces));
    });
    if (!enough) return false;
    for (const move of moves) {
      const { variant } = variantOf(move);
      if (variant && variant.stock !== null) variant.stock += move.pieces;
    }
    if (moves.length > 0) version++;
    return true;
  }

  function changeOrder<Write extends OrderWrite>(change: Change<Write>, write: Write): Answer {
    const order = data.orders.find(({ id }) => id === write.orderId);
    if (!order) return { ok: false, reason: 'not-found' };
    if (order.version !== write.expectedVersion) return { ok: false, reason: 'changed' };
    const scene = {
      order: copied(order),
      customer: copied(data.customers.find(({ id }) => id === order.customerId) ?? null),
      returns: copied(data.returns.filter(({ orderId }) => orderId === order.id)),
      products: new Map(data.products.map((product) => [product.id, product])),
      now: now(),
      timeZone: data.info.timeZone,
      newId: () => `R${data.returns.length + 1}`,
    };
    const changed = change(scene, copied(write));
    if (!changed.ok) return changed;
    if (changed.moves && !moveStock(changed.moves)) return { ok: false, reason: 'not-possible' };
    const saved = { ...changed.order, version: order.version + 1 };
    put(data.orders, saved);
    if (changed.customer) put(data.customers, changed.customer);
    if (changed.request) put(data.returns, changed.request);
    return { ok: true, value: changed.request ?? saved, repeated: false };
  }

  const write =
    <Name extends OrderChange>(name: Name) =>
    async (wish: WriteOf<Name>): Promise<WriteResult<AnswerOf<Name>>> =>
      once(wish.key, () => changeOrder(ORDER_CHANGES[name] as unknown as Change<WriteOf<Name>>, wish)) as WriteResult<
        AnswerOf<Name>
      >;

  const writes: Writes = {
    cancelOrder: write('cancelOrder'),
    changeAddress: write('changeAddress'),
    changeItems: write('changeItems'),
    changePayment: write('changePayment'),
    requestReturn: write('requestReturn'),
    cancelReturn: write('cancelReturn'),
    refundOrder: write('refundOrder'),
    requestInvoice: write('requestInvoice'),
    remind: write('remind'),
    changeCustomerAddress: async ({ key, customerId, address }) =>
      once(key, () => {
        const customer = data.customers.find(({ id }) => id === customerId);
        if (!customer) return { ok: false, reason: 'not-found' };
        const value = withDefaultAddress(customer, address);
        put(data.customers, value);
        return { ok: true, value, repeated: false };
      }) as WriteResult<Customer>,
    async findWrite(key) {
      const answer = answers.get(key);
      if (!answer?.ok) return null;
      return { done: true, reference: 'orderId' in answer.value ? answer.value.id : null };
    },
  };
  return { writes, catalogueVersion: () => version };
}

/** In place of the record with its id, or last. */
function put<T extends { id: string }>(records: T[], record: T): void {
  const place = records.findIndex(({ id }) => id === record.id);
  records.splice(place < 0 ? records.length : place, 1, copied(record));
}
