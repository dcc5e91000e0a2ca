import type { Customer, PaymentMethod } from '../../core/customer.ts';
import { add, allocate, type Money, money, subtract, sum } from '../../core/money.ts';
import type { Order, Payment, ReturnRequest, ReturnStatus } from '../../core/order.ts';
import type { Scene } from './scene.ts';

const OPEN_RETURNS: readonly ReturnStatus[] = ['requested', 'approved', 'received'];

/** Where money moves: on the order, and on the customer's gift cards, which hold it themselves. */
export interface Books {
  order: Order;
  customer: Customer | null;
}

type Entry = Pick<Payment, 'kind' | 'method' | 'paymentMethodId' | 'amount'>;

/** A whole, not negative amount of minor units in the order's currency. */
export function isAmount({ amount, currency }: Money, order: Order): boolean {
  return Number.isSafeInteger(amount) && amount >= 0 && currency === order.total.currency;
}

function paidOf(order: Order): Money {
  const of = (kind: Payment['kind']) =>
    sum(
      order.payments.filter((payment) => payment.kind === kind).map((payment) => payment.amount),
      order.total.currency,
    );
  return subtract(of('payment'), of('refund'));
}

/** Never more than was paid and not paid back, less what open returns have been promised. */
export function isRefundable({ order, returns }: Scene, refund: Money): boolean {
  if (!isAmount(refund, order)) return false;
  const open = returns.filter(({ status }) => OPEN_RETURNS.includes(status));
  const promised = sum(
    open.flatMap((request: ReturnRequest) => request.refund ?? []),
    order.total.currency,
  );
  return refund.amount <= subtract(paidOf(order), promised).amount;
}

/** The customer's own means of payment, or one that the order was paid with. */
export function methodOf(books: Books, id: string): PaymentMethod | null {
  const own = books.customer?.paymentMethods.find((method) => method.id === id);
  if (own) return own;
  const paid = books.order.payments.find((payment) => payment.paymentMethodId === id);
  return paid ? { id, method: paid.method, detail: '' } : null;
}

/** False where the money would have to lie on it and does not. */
export function covers({ balance }: PaymentMethod, amount: Money): boolean {
  return balance === undefined || (balance.currency === amount.currency && balance.amount >= amount.amount);
}

/** Null when a gift card does not hold what is to be paid, or not in this currency. */
export function book(books: Books, entry: Entry, now: string): Books | null {
  const { order } = books;
  const number = order.payments.filter(({ kind }) => kind === entry.kind).length + 1;
  const payment: Payment = { id: `${order.id}-${entry.kind}-${order.version + 1}-${number}`, ...entry, at: now };
  const customer = moveBalance(books.customer, entry);
  return customer === undefined ? null : { customer, order: { ...order, payments: [...order.payments, payment] } };
}

function moveBalance(customer: Customer | null, entry: Entry): Customer | null | undefined {
  const held = customer?.paymentMethods.find(({ id }) => id === entry.paymentMethodId);
  if (!customer || !held?.balance) return customer;
  if (held.balance.currency !== entry.amount.currency) return undefined;
  if (entry.kind === 'payment' && !covers(held, entry.amount)) return undefined;
  const balance = entry.kind === 'payment' ? subtract(held.balance, entry.amount) : add(held.balance, entry.amount);
  const paymentMethods = customer.paymentMethods.map((each) => (each === held ? { ...each, balance } : each));
  return { ...customer, paymentMethods };
}

/** Money goes back the way it came: in proportion to what is left of each means of payment. */
export function giveBack(books: Books, refund: Money, now: string): Books | null {
  const left = new Map<string, { entry: Entry; rest: number }>();
  for (const { method, paymentMethodId, kind, amount } of books.order.payments) {
    const key = paymentMethodId ?? method;
    const before = left.get(key) ?? {
      entry: { kind: 'refund', method, ...(paymentMethodId !== undefined && { paymentMethodId }), amount },
      rest: 0,
    };
    before.rest += kind === 'payment' ? amount.amount : -amount.amount;
    left.set(key, before);
  }
  const owed = [...left.values()].filter(({ rest }) => rest > 0);
  const parts = allocate(
    refund,
    owed.map(({ rest }) => rest),
  );
  return owed.reduce<Books | null>((sofar, { entry }, index) => {
    const amount = parts[index] ?? money(0, refund.currency);
    return sofar && amount.amount > 0 ? book(sofar, { ...entry, amount }, now) : sofar;
  }, books);
}
