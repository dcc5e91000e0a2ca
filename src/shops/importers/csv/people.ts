import type { Customer } from '../../../core/customer.ts';
import type { Order } from '../../../core/order.ts';
import { uniqueIds } from '../order-numbers.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import { rowName } from './products.ts';
import type { CsvRow } from './read-sheet.ts';
import { identifier } from './values.ts';

export function readCustomers(table: Table, rows: CsvRow[]): Customer[] {
  const unique = uniqueIds();
  return table.each(rows, rowName, (row): Customer => {
    const id = identifier(row, 'customer_id', table);
    unique(id, 'customer_id');
    const language = row.get('language').toLowerCase();
    if (language !== '' && language !== 'zh' && language !== 'en')
      throw new RowRefusal(
        { zh: `语言「${language}」只能填 zh 或 en`, en: `Language “${language}” has to be zh or en` },
        'language',
      );
    return {
      id,
      name: row.get('name'),
      phone: row.get('phone'),
      email: row.get('email'),
      locale: language === '' ? null : language,
      addresses: [],
      paymentMethods: [],
    };
  });
}

/** Customers that only the orders name are made from them; all get the addresses of their orders. */
export function withOrders(customers: Customer[], orders: Order[]): Customer[] {
  const all = new Map(customers.map((customer) => [customer.id, customer]));
  for (const order of orders) {
    if (order.customerId === null) continue;
    const { name, phone, email } = order.contact;
    const customer = all.get(order.customerId) ?? {
      id: order.customerId,
      name,
      phone,
      email,
      locale: null,
      addresses: [],
      paymentMethods: [],
    };
    const known = customer.addresses.some((address) => JSON.stringify(address) === JSON.stringify(order.address));
    if (!known && order.address.street !== '') customer.addresses.push(order.address);
    all.set(customer.id, customer);
  }
  return [...all.values()];
}
