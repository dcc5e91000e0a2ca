import type { Coupon } from '../../../core/customer.ts';
import { money } from '../../../core/money.ts';
import { requiredTime } from '../fields.ts';
import { uniqueIds } from '../order-numbers.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import { rowName } from './products.ts';
import type { CsvRow } from './read-sheet.ts';
import { identifier, localized, price } from './values.ts';

export function readCoupons(run: Run, table: Table, rows: CsvRow[]): Coupon[] {
  const unique = uniqueIds();
  const { currency, timeZone } = run.info;
  return table.each(rows, rowName, (row): Coupon => {
    const id = identifier(row, 'coupon_id');
    unique(id, 'coupon_id');
    const title = localized(row, 'title_zh', 'title_en');
    if (!title) throw new RowRefusal({ zh: '缺少名称', en: 'The name is missing' }, 'title_zh');
    const validFrom = requiredTime(row.get('valid_from'), timeZone, 'valid_from');
    const validUntil = requiredTime(row.get('valid_until'), timeZone, 'valid_until');
    if (validUntil < validFrom)
      throw new RowRefusal({ zh: '结束时间比开始时间早', en: 'It ends before it begins' }, 'valid_until');
    return {
      id,
      code: row.get('code'),
      title,
      off: offOf(row, currency),
      minimumSpend: price(row, 'minimum_spend', currency) ?? money(0, currency),
      validFrom,
      validUntil,
      customerId: row.get('customer_id') === '' ? null : identifier(row, 'customer_id'),
    };
  });
}

function offOf(row: CsvRow, currency: string): Coupon['off'] {
  const amount = price(row, 'amount_off', currency);
  const percent = row.get('percent_off').normalize('NFKC').replace(/%$/, '');
  if ((amount === undefined) === (percent === ''))
    throw new RowRefusal(
      { zh: '减免金额和减免比例要填一个，只能填一个', en: 'Give either an amount or a percentage' },
      'amount_off',
    );
  if (amount) return { kind: 'amount', amount };
  const basisPoints = /^\d{1,2}(\.\d{1,2})?$/.test(percent) ? Math.round(Number(percent) * 100) : 0;
  if (basisPoints === 0)
    throw new RowRefusal(
      { zh: `减免比例「${percent}」要在 0 和 100 之间`, en: `“${percent}” percent has to be between 0 and 100` },
      'percent_off',
    );
  return { kind: 'share', basisPoints };
}
