import type { Customer } from '../../../core/customer.ts';
import type { Address } from '../../../core/order.ts';
import { amount, read } from '../fields.ts';
import type { Run } from '../source.ts';
import * as rows from './rows.ts';

/** The data's names for means of payment, in the standard's. */
const METHODS: Record<string, string> = { credit_card: 'card', gift_card: 'gift-card', paypal: 'paypal' };

export function readUsers(run: Run, records: Record<string, unknown>): Customer[] {
  const table = run.table('users.json');
  return table.each(
    Object.entries(records),
    ([id]) => id,
    ([id, raw], label): Customer => {
      const row = read(rows.user, raw);
      const name = `${row.name.first_name} ${row.name.last_name}`.trim();
      if (name === '') table.warn(label, { zh: '没有姓名', en: 'Has no name' }, 'name');
      if (row.email === '') table.warn(label, { zh: '没有邮箱', en: 'Has no e-mail' }, 'email');
      return {
        id,
        name,
        nameParts: { given: row.name.first_name, family: row.name.last_name },
        phone: '',
        email: row.email,
        locale: 'en',
        addresses: [addressOf(row.address, name)],
        paymentMethods: Object.values(row.payment_methods).map((method) => ({
          id: method.id,
          method: METHODS[method.source] ?? method.source,
          detail: [method.brand, method.last_four].filter((part) => part !== '').join(' '),
          ...(method.balance !== undefined && {
            balance: amount(method.balance, run.info.currency, 'payment_methods.balance'),
          }),
        })),
      };
    },
  );
}

export function addressOf(
  row: { address1: string; address2: string; city: string; state: string; country: string; zip: string },
  name: string,
): Address {
  return {
    name,
    phone: '',
    country: row.country,
    province: row.state,
    city: row.city,
    district: '',
    street: row.address1,
    ...(row.address2 !== '' && { street2: row.address2 }),
    postcode: row.zip,
  };
}
