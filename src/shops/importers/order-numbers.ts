import { orderNumberKey } from '../../core/order-number.ts';
import { RowRefusal } from './report.ts';

/** Refuses an order number that another order has already, as a customer would look it up. */
export function uniqueNumbers(): (number: string, column: string) => void {
  const seen = new Set<string>();
  return (number, column) => {
    const key = orderNumberKey(number);
    if (key === '')
      throw new RowRefusal({ zh: '订单号里没有数字或字母', en: 'The order number has no letter or digit' }, column);
    if (seen.has(key))
      throw new RowRefusal({ zh: `订单号 ${number} 重复`, en: `Order number ${number} occurs twice` }, column);
    seen.add(key);
  };
}

/** Refuses an identifier that occurred before in the same table. */
export function uniqueIds(): (id: string, column: string) => void {
  const seen = new Set<string>();
  return (id, column) => {
    if (seen.has(id)) throw new RowRefusal({ zh: `编号 ${id} 重复`, en: `${id} occurs twice` }, column);
    seen.add(id);
  };
}
