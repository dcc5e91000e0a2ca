import type { CommandName } from '../../../core/command.ts';
import { changeAddress } from './flows/address.ts';
import { changeAddressBook } from './flows/address-book.ts';
import { cancelOrder } from './flows/cancel.ts';
import { changeItems } from './flows/change-items.ts';
import { continueSearch } from './flows/consult.ts';
import { exchangeItems } from './flows/exchange.ts';
import { expedite } from './flows/expedite.ts';
import { handOff } from './flows/hand-off.ts';
import { requestInvoice } from './flows/invoice.ts';
import { leaveNote } from './flows/note.ts';
import { listOrders, orderDetail } from './flows/orders.ts';
import { changePayment } from './flows/payment.ts';
import { protectPrice } from './flows/price.ts';
import { refundAmount } from './flows/refund-amount.ts';
import { refundOnly } from './flows/refund-only.ts';
import { returnItems } from './flows/return.ts';
import { trackReturns, undoReturn } from './flows/returns.ts';
import { adviseSize } from './flows/size.ts';
import { alertWhenBack } from './flows/stock-alert.ts';
import { trackOrder } from './flows/track.ts';
import type { Reading } from './reading.ts';
import type { Part, Script } from './script.ts';

/** How each flow goes on with what has just been said. */
export const CONTINUE: Partial<Record<CommandName, (reading: Reading) => Script<Part>>> = {
  search_products: continueSearch,
  advise_size: adviseSize,
  track_order: (reading) => trackOrder(reading),
  get_order: orderDetail,
  list_orders: listOrders,
  cancel_order: cancelOrder,
  change_order_address: changeAddress,
  return_items: returnItems,
  exchange_items: exchangeItems,
  change_order_items: changeItems,
  change_order_payment: changePayment,
  refund_without_return: refundOnly,
  price_protection: protectPrice,
  cancel_return: undoReturn,
  request_invoice: requestInvoice,
  expedite,
  change_customer_address: changeAddressBook,
  create_ticket: leaveNote,
  notify_when_in_stock: alertWhenBack,
  quote_refund: refundAmount,
  list_returns: trackReturns,
  track_return: trackReturns,
  hand_off: (reading) => handOff(reading, 'customer-agreed'),
};
