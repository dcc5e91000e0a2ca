import type { Coupon } from '../../../core/customer.ts';
import { written } from '../attributes.ts';
import { amount, read, requiredTime } from '../fields.ts';
import { uniqueIds } from '../order-numbers.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import * as rows from './rows.ts';
import { idOf, type Tables } from './tables.ts';

export function readCoupons(run: Run, tables: Tables): Coupon[] {
  const unique = uniqueIds();
  const { currency, timeZone } = run.info;
  return run.table('sms_coupon.json').each(tables.coupons, idOf, (raw): Coupon => {
    const row = read(rows.coupon, raw);
    unique(row.id, 'id');
    // 0 for all goods, 1 for categories, 2 for products: the list of which is not in these tables.
    if (row.use_type !== 0) {
      throw new RowRefusal(
        {
          zh: '只限部分分类或商品使用，但数据里没有范围，收下会说错',
          en: 'Valid for some categories or products only, and the data does not say which',
        },
        'use_type',
      );
    }
    return {
      id: row.id,
      code: row.code,
      title: written(row.name),
      off: { kind: 'amount', amount: amount(row.amount, currency, 'amount') },
      minimumSpend: amount(row.min_point, currency, 'min_point'),
      validFrom: requiredTime(row.start_time, timeZone, 'start_time'),
      validUntil: requiredTime(row.end_time, timeZone, 'end_time'),
      customerId: null,
    };
  });
}
