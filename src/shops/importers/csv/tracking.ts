import type { Order, Parcel } from '../../../core/order.ts';
import { orderNumberKey } from '../../../core/order-number.ts';
import { written } from '../attributes.ts';
import { requiredTime } from '../fields.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import { rowName } from './products.ts';
import type { CsvRow } from './read-sheet.ts';
import { identifier, parcelStatus } from './values.ts';

/** Puts each event into its parcel; a tracking number that the order does not name yet is a parcel of its own. */
export function readTracking(run: Run, table: Table, rows: CsvRow[], orders: Order[]): void {
  const byNumber = new Map(orders.map((order) => [orderNumberKey(order.number), order]));
  /** The status that belongs to the latest event. */
  const latest = new Map<Parcel, string>();
  table.each(rows, rowName, (row) => {
    const number = identifier(row, 'order_number');
    const order = byNumber.get(orderNumberKey(number));
    if (!order)
      throw new RowRefusal({ zh: `订单 ${number} 没有导入`, en: `There is no order ${number}` }, 'order_number');
    const trackingNumber = identifier(row, 'tracking_number');
    const at = requiredTime(row.get('time'), run.info.timeZone, 'time');
    const status = parcelStatus(row);
    const text = row.get('text');
    if (text === '') throw new RowRefusal({ zh: '缺少说明', en: 'The text is missing' }, 'text');
    const parcel =
      order.parcels.find((each) => each.trackingNumber === trackingNumber) ??
      newParcel(order, trackingNumber, row.get('carrier'));
    parcel.events.push({ at, place: written(row.get('place')), text: written(text) });
    parcel.events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    if (status && at >= (latest.get(parcel) ?? '')) {
      parcel.status = status;
      latest.set(parcel, at);
    }
  });
}

function newParcel(order: Order, trackingNumber: string, carrier: string): Parcel {
  const parcel: Parcel = {
    id: String(order.parcels.length + 1),
    carrier: written(carrier || '快递'),
    trackingNumber,
    status: 'in-transit',
    lineIds: order.parcels.length === 0 ? order.lines.map((line) => line.id) : [],
    events: [],
  };
  order.parcels.push(parcel);
  return parcel;
}
