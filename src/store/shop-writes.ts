import { createHash } from 'node:crypto';
import type { Customer } from '../core/customer.ts';
import { AppError } from '../core/errors.ts';
import { canonicalJson } from '../core/json.ts';
import type { Order } from '../core/order.ts';
import type { ChangeCustomerAddress, OrderWrite, WriteResult } from '../shops/shop.ts';
import type { ShopTables } from '../shops/sql/ports.ts';
import type { StoreContext } from './context.ts';
import { durableTransaction, type Queries } from './database.ts';
import { WRITE_KEY_SEED } from './locks.ts';
import { type AnswerOf, ORDER_CHANGES, type OrderChange, type WriteOf } from './shop-changes/changes.ts';
import { withDefaultAddress } from './shop-changes/customer.ts';
import { CHANGED, type Change, NOT_POSSIBLE, type Refusal } from './shop-changes/scene.ts';
import { keepShop } from './shop-lock.ts';
import { TOO_LATE } from './shop-replace.ts';
import { lockCustomer, lockOrder, moveStock, readScene, saveCustomer, saveOrder, saveRequest } from './shop-scene.ts';
import { json } from './values.ts';

type Writes = Pick<ShopTables, OrderChange | 'changeCustomerAddress'>;
type Outcome<T> = { ok: true; value: T } | Refusal;

const NOT_FOUND: Refusal = { ok: false, reason: 'not-found' };

export function shopWrites(context: StoreContext): Writes {
  const { database } = context;

  /** The key decides first: an answer that was given is given again. What `work` does and the answer are stored together. */
  function once<T>(
    operation: string,
    write: { key: string },
    work: (queries: Queries) => Promise<Outcome<T>>,
  ): Promise<WriteResult<T>> {
    const fingerprint = createHash('sha256')
      .update(canonicalJson([operation, write]))
      .digest('hex');
    return durableTransaction(database, async (queries): Promise<WriteResult<T>> => {
      await keepShop(queries);
      await queries.query(`select pg_advisory_xact_lock(hashtextextended($1, ${WRITE_KEY_SEED}))`, [write.key]);
      const [before] = await queries.query<{ fingerprint: string; answer: WriteResult<T> }>(
        'select fingerprint, answer from shop_writes where key = $1',
        [write.key],
      );
      if (before) {
        if (before.fingerprint === TOO_LATE) return before.answer;
        if (before.fingerprint !== fingerprint) throw new AppError('shop.key-reused', { detail: operation });
        return before.answer.ok ? { ...before.answer, repeated: true } : before.answer;
      }
      await queries.script('savepoint change');
      const outcome = await work(queries);
      // What a refused change had already done, such as the stock of its first line, is undone; the answer is kept.
      if (!outcome.ok) await queries.script('rollback to savepoint change');
      const answer: WriteResult<T> = outcome.ok ? { ...outcome, repeated: false } : outcome;
      await queries.query('insert into shop_writes (key, fingerprint, answer) values ($1, $2, $3::jsonb)', [
        write.key,
        fingerprint,
        json(answer),
      ]);
      return answer;
    });
  }

  /** The order is locked and its version compared, then its customer; then what the change decides is stored. */
  async function changeOrder<Write extends OrderWrite>(queries: Queries, write: Write, change: Change<Write>) {
    const order = await lockOrder(queries, write.orderId);
    if (!order) return NOT_FOUND;
    if (order.version !== write.expectedVersion) return CHANGED;
    const changed = change(await readScene(context, queries, order, write), write);
    if (!changed.ok) return changed;
    if (changed.moves && !(await moveStock(queries, changed.moves))) return NOT_POSSIBLE;
    if (changed.customer) await saveCustomer(queries, changed.customer);
    const saved: Order = await saveOrder(queries, changed.order);
    if (changed.request) await saveRequest(queries, changed.request);
    return { ok: true as const, value: changed.request ?? saved };
  }

  /** `requestReturn` and its like answer the request they made, the others the order: ORDER_CHANGES says which. */
  const write =
    <Name extends OrderChange>(name: Name) =>
    (wish: WriteOf<Name>): Promise<WriteResult<AnswerOf<Name>>> =>
      once(
        name,
        wish,
        (queries) =>
          changeOrder(queries, wish, ORDER_CHANGES[name] as unknown as Change<WriteOf<Name>>) as Promise<
            Outcome<AnswerOf<Name>>
          >,
      );

  return {
    cancelOrder: write('cancelOrder'),
    changeAddress: write('changeAddress'),
    changeItems: write('changeItems'),
    changePayment: write('changePayment'),
    requestReturn: write('requestReturn'),
    cancelReturn: write('cancelReturn'),
    refundOrder: write('refundOrder'),
    requestInvoice: write('requestInvoice'),
    remind: write('remind'),
    changeCustomerAddress: (wish: ChangeCustomerAddress) =>
      once('changeCustomerAddress', wish, async (queries): Promise<Outcome<Customer>> => {
        const customer = await lockCustomer(queries, wish.customerId);
        if (!customer) return NOT_FOUND;
        const value = withDefaultAddress(customer, wish.address);
        await saveCustomer(queries, value);
        return { ok: true, value };
      }),
  };
}
