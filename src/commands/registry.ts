import { z } from 'zod';
import type { CommandName } from '../core/command.ts';
import type { Localized } from '../core/locale.ts';
import { adviseSize } from './advise-size.ts';
import { cancelOrder } from './cancel-order.ts';
import { cancelReturn } from './cancel-return.ts';
import { changeCustomerAddress } from './change-customer-address.ts';
import { changeOrderAddress } from './change-order-address.ts';
import { changeOrderItems } from './change-order-items.ts';
import { changeOrderPayment } from './change-order-payment.ts';
import type { Command } from './command.ts';
import { compareProducts } from './compare-products.ts';
import { createTicket } from './create-ticket.ts';
import { estimateDelivery } from './estimate-delivery.ts';
import { exchangeItems } from './exchange-items.ts';
import { expedite } from './expedite.ts';
import { findCustomer } from './find-customer.ts';
import { getCustomer } from './get-customer.ts';
import { getOrder } from './get-order.ts';
import { getPolicy } from './get-policy.ts';
import { getProduct } from './get-product.ts';
import { handOff } from './hand-off.ts';
import { listOrders } from './list-orders.ts';
import { listReturns } from './list-returns.ts';
import { listTickets } from './list-tickets.ts';
import { notifyWhenInStock } from './notify-when-in-stock.ts';
import { priceAfterCoupon } from './price-after-coupon.ts';
import { priceProtection } from './price-protection.ts';
import { quoteRefund } from './quote-refund.ts';
import { refundWithoutReturn } from './refund-without-return.ts';
import { requestInvoice } from './request-invoice.ts';
import { returnItems } from './return-items.ts';
import { searchKnowledge } from './search-knowledge.ts';
import { searchProducts } from './search-products.ts';
import { trackOrder } from './track-order.ts';
import { trackReturn } from './track-return.ts';
import { verifyOrder } from './verify-order.ts';

/** The caller parses with the command's own schema before it runs it: there the types meet again. */
function listed<Input>(command: Command<Input>): Command {
  return command as unknown as Command;
}

export const COMMANDS: readonly Command[] = [
  listed(searchProducts),
  listed(getProduct),
  listed(compareProducts),
  listed(adviseSize),
  listed(priceAfterCoupon),
  listed(searchKnowledge),
  listed(verifyOrder),
  listed(findCustomer),
  listed(getCustomer),
  listed(getOrder),
  listed(listOrders),
  listed(trackOrder),
  listed(estimateDelivery),
  listed(listReturns),
  listed(trackReturn),
  listed(listTickets),
  listed(getPolicy),
  listed(quoteRefund),
  listed(cancelOrder),
  listed(changeOrderAddress),
  listed(changeOrderItems),
  listed(changeOrderPayment),
  listed(returnItems),
  listed(exchangeItems),
  listed(refundWithoutReturn),
  listed(priceProtection),
  listed(cancelReturn),
  listed(requestInvoice),
  listed(expedite),
  listed(changeCustomerAddress),
  listed(createTicket),
  listed(notifyWhenInStock),
  listed(handOff),
];

const BY_NAME: ReadonlyMap<string, Command> = new Map(COMMANDS.map((command) => [command.name, command]));

export function commandByName(name: string): Command | null {
  return BY_NAME.get(name) ?? null;
}

interface CommandDescription {
  name: CommandName;
  effect: 'read' | 'write' | 'record';
  description: Localized;
  /** JSON Schema (2020-12) of what may be passed in. */
  parameters: Record<string, unknown>;
}

let described: readonly CommandDescription[] | null = null;

/** How the commands look to a brain; made once, at the first turn. */
export function describeCommands(): readonly CommandDescription[] {
  described ??= COMMANDS.map(({ name, effect, description, input }) => ({
    name,
    effect,
    description,
    parameters: z.toJSONSchema(input, { io: 'input' }) as Record<string, unknown>,
  }));
  return described;
}
